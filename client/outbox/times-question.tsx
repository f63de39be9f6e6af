import { useState } from 'react';
import { toInstant, toMs } from '../../shared/units.ts';
import { Button } from '../components/button.tsx';
import { useClinicTime } from '../live/clinic-time.ts';
import { useClinicData } from '../live/live.ts';
import { patientNameIn } from '../live/patient-name.ts';
import { offText } from './clock-skew.ts';
import { commandText } from './command-text.ts';
import { patientIdOf } from './kept-command.ts';
import { settleTimes } from './outbox.ts';
import styles from './outbox-notice.module.css';
import type { WaitingEntry } from './outbox-store.ts';

/** The tablet's clock was wrong while it was cut off: which times are charted, a person says. Nothing goes out before. */
export function TimesQuestion({ entries }: { readonly entries: readonly WaitingEntry[] }) {
  const { seconds } = useClinicTime();
  const { clinic, sessions } = useClinicData((known) => known);
  const [busy, setBusy] = useState(false);
  const [first] = entries;
  if (first?.aheadMs === undefined) return null;
  const settle = (right: 'clinic' | 'tablet') => {
    setBusy(true);
    void settleTimes(right).finally(() => setBusy(false));
  };
  return (
    <div className={styles.row} role="alert" data-asks="times">
      <div className={styles.words}>
        <b>While it was cut off, this tablet’s clock was {offText(first.aheadMs)} the clinic’s. Which times are right?</b>
        <ul className={styles.times}>
          {entries.map(({ id, sessionId, command, aheadMs = 0 }) => {
            const patientId = patientIdOf(command);
            return (
              <li key={id}>
                {clinic.patients.has(patientId) ? `${patientNameIn(clinic, patientId, 'whole')} · ` : ''}
                {commandText(command, clinic, sessions.get(sessionId))}: {seconds(command.at)} by the tablet,{' '}
                <b>{seconds(toInstant(toMs(command.at) - aheadMs))} by the clinic</b>
              </li>
            );
          })}
        </ul>
      </div>
      <span className={styles.actions}>
        <Button disabled={busy} onClick={() => settle('tablet')}>
          Keep the tablet’s times
        </Button>
        <Button look="primary" disabled={busy} onClick={() => settle('clinic')}>
          Use the clinic’s times
        </Button>
      </span>
    </div>
  );
}
