import { Siren } from 'lucide-react';
import { useEffect } from 'react';
import { formatsOf } from '../../../shared/clinic/formats.ts';
import type { SignedIn } from '../../../shared/wire/up.ts';
import { BrandMark } from '../../components/brand-mark.tsx';
import { Button } from '../../components/button.tsx';
import pill from '../../components/connection-pill.module.css';
import { cx } from '../../components/cx.ts';
import { clinicTime } from '../../live/clinic-time.ts';
import { useNow } from '../../live/live.ts';
import { askDevice, useTablet } from '../../live/tablet.ts';
import { type EmergencyState, useEmergency } from './emergency.ts';
import { LockAlarms, lockAlarmsOf } from './lock-alarms.tsx';
import { useLockClinic, useLockConnection, watchAsTablet } from './lock-clinic.ts';
import places from './lock-places.module.css';
import styles from './lock-screen.module.css';
import { PlaceTile } from './place-tile.tsx';
import { placesOf } from './places.ts';
import { UnlockPanel } from './unlock-panel.tsx';

/** Timers and alarms in view without names, an emergency in two taps, and who takes the tablet. Nothing can be entered. */
export function LockScreen({ onLetIn }: { readonly onLetIn: (who: SignedIn) => void }) {
  useEffect(watchAsTablet, []);
  useEffect(() => void askDevice(), []);
  const name = useTablet(({ device }) => device?.name);
  const connection = useLockConnection();
  const alarms = useLockClinic(lockAlarmsOf);
  const inUse = useLockClinic(placesOf);
  const loaded = useLockClinic((data) => data.loaded);
  const emergency = useEmergency();
  const asking = emergency.state.kind === 'asking';
  return (
    <div className={styles.screen} data-live={connection === 'not-live' ? 'no' : 'yes'}>
      <header className={styles.bar}>
        <BrandMark />
        <h1>Locked{name === undefined ? '' : ` · ${name}`}</h1>
        <p className={styles.disclaimer}>Supplementary display. Not a patient monitor.</p>
        <span
          className={cx(pill.pill, connection === 'catching-up' && pill.catchingUp, connection === 'not-live' && pill.notLive)}
        >
          <b>{LINK[connection]}</b>
        </span>
        <LockClock />
      </header>
      {connection === 'not-live' && (
        <p className={styles.notLive} role="alert">
          <b>*** Not live.</b> This screen is out of date: go to the chairs. Unlocking needs the network.
        </p>
      )}
      <div className={styles.body}>
        <div className={styles.clinic}>
          <LockAlarms alarms={alarms} />
          {asking && <h2 className={styles.ask}>At which chair?</h2>}
          <div className={places.grid}>
            {inUse.map((place) => (
              <PlaceTile
                key={place.sessionId}
                place={place}
                alarm={alarms.find(({ sessionId }) => sessionId === place.sessionId)?.alarm.priority}
                onChoose={asking ? () => emergency.call(place) : undefined}
              />
            ))}
          </div>
          {loaded && inUse.length === 0 && <p className={styles.nobody}>Nobody is in a chair or bay.</p>}
          <div className={styles.foot}>
            {asking ? (
              <Button size="large" onClick={emergency.leave}>
                Not an emergency
              </Button>
            ) : (
              <Button
                size="large"
                look="framed"
                className={styles.emergency}
                icon={<Siren size={24} aria-hidden="true" />}
                disabled={inUse.length === 0}
                onClick={emergency.ask}
              >
                Emergency
              </Button>
            )}
            <p role="status">{wordsOf(emergency.state)}</p>
          </div>
        </div>
        <UnlockPanel onLetIn={onLetIn} />
      </div>
    </div>
  );
}

const LINK: Readonly<Record<ReturnType<typeof useLockConnection>, string>> = {
  connecting: 'Connecting …',
  live: 'Live',
  'catching-up': '** Catching up',
  'not-live': '*** Not live',
};

function LockClock() {
  const clinic = useLockClinic((data) => data.clinic.clinic);
  const time = useNow((now) => clinicTime(clinic?.timeZone, formatsOf(clinic)).seconds(now));
  return (
    <span className={styles.clock} role="timer" aria-label="Server time">
      {time}
    </span>
  );
}

function wordsOf(state: EmergencyState): string {
  switch (state.kind) {
    case 'quiet':
      return '';
    case 'asking':
      return 'Tap the chair: the physician is called there.';
    case 'calling':
      return `Calling the physician to ${state.place} …`;
    case 'called':
      return `The physician was called to ${state.place}.`;
    case 'failed':
      return `Not called to ${state.place}: ${state.problem.detail}`;
  }
}
