import { Clock, DoorOpen } from 'lucide-react';
import { outcomesOf } from '../../../shared/clinic/outcomes-of.ts';
import type { Protocol } from '../../../shared/clinic/protocol.ts';
import type { Outcome } from '../../../shared/clinic/records.ts';
import { missingForDischarge } from '../../../shared/deciding/discharge.ts';
import { DISCHARGE_SCALES } from '../../../shared/scores/discharge-scales.ts';
import { entriesOf } from '../../../shared/session/entries.ts';
import type { SessionState } from '../../../shared/session/state.ts';
import { toMs } from '../../../shared/units.ts';
import { priorityOf } from '../../../shared/views/alarm-now.ts';
import { boardAlarms } from '../../../shared/views/board.ts';
import { dueState, nextDue, observation, valueState } from '../../../shared/vitals/due.ts';
import { bloodPressures, latestOf } from '../../../shared/vitals/latest.ts';
import { protocolFor } from '../../../shared/vitals/own-limits.ts';
import { spokenOf, spokenPressure, spokenSign } from '../../../shared/vitals/spoken.ts';
import { Age } from '../../components/age.tsx';
import { AlarmLine } from '../../components/alarm-line.tsx';
import cardLink from '../../components/card-link.module.css';
import { stopwatch } from '../../components/duration.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ProgressBar } from '../../components/progress-bar.tsx';
import { SessionLink } from '../../components/session-link.tsx';
import { useTitle } from '../../components/use-title.ts';
import { useWhose } from '../../components/use-whose.ts';
import { Missing, Pressure, Value } from '../../components/value.tsx';
import { useClinicTime, useFormats } from '../../live/clinic-time.ts';
import { useClinic, useClinicData, useNow, useSession } from '../../live/live.ts';
import { useWholeName } from '../../live/patient-name.ts';
import { useMoment } from '../../live/use-moment.ts';
import { recoveryRoom } from './recovery-room.ts';
import styles from './recovery-screen.module.css';

/** The recovery room: each bay with who is in it, and who waits for one. */
export function RecoveryScreen() {
  useTitle('Recovery');
  const clinic = useClinic((known) => known);
  const sessions = useClinicData((data) => data.sessions);
  const loaded = useClinicData((data) => data.loaded);
  const room = recoveryRoom(clinic, sessions.values());
  return (
    <div className={styles.screen}>
      <h1 className="vh">Recovery room</h1>
      <section className={styles.waiting} aria-label="Waiting for a bay">
        <h2>Waiting for a bay</h2>
        {room.waiting.length === 0 ? (
          <p className={styles.none}>nobody</p>
        ) : (
          <ul>
            {room.waiting.map((id) => (
              <li key={id}>
                <Waiting id={id} />
              </li>
            ))}
          </ul>
        )}
      </section>
      {loaded && room.bays.length === 0 && (
        <EmptyState title="There are no bays yet">
          <p>An administrator adds them in the settings.</p>
        </EmptyState>
      )}
      <ul className={styles.bays}>
        {room.bays.map(({ bay, sessionId }) => (
          <li key={bay.id} data-bay={bay.label}>
            {sessionId === undefined ? (
              <article className={styles.free} aria-label={`Bay ${bay.label}, free`}>
                <span className={styles.bayNo}>{bay.label}</span>
                <span>Free</span>
              </article>
            ) : (
              <BayCard label={bay.label} sessionId={sessionId} />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Waiting({ id }: { readonly id: string }) {
  const session = useSession(id);
  const name = useWholeName(session?.patientId);
  const chair = useClinic(({ chairs }) => (session?.chairId === undefined ? undefined : chairs.get(session.chairId)?.label));
  const since = useNow((now) => (session === undefined ? '' : stopwatch(now - toMs(session.phaseSince))));
  if (session === undefined) return null;
  return (
    <SessionLink sessionId={id} className={styles.waiter}>
      <DoorOpen size={20} aria-hidden="true" />
      <b>{name}</b>
      <span>
        {chair === undefined ? '' : `chair ${chair} · `}ended {since} ago
      </span>
    </SessionLink>
  );
}

const NO_RESULTS: readonly Outcome[] = [];

function BayCard({ label, sessionId }: { readonly label: string; readonly sessionId: string }) {
  const session = useSession(sessionId);
  const name = useWholeName(session?.patientId);
  const protocol = useClinic((clinic) => (session === undefined ? undefined : protocolFor(clinic, session)));
  const { time } = useClinicTime();
  const results = useClinic((clinic) => (session === undefined ? NO_RESULTS : outcomesOf(clinic, session.patientId)));
  const nowMs = useMoment(session, 5_000);
  const whose = useWhose(session);
  if (session === undefined || protocol === undefined) return null;
  const seen = observation(session, protocol, nowMs);
  const missing = missingForDischarge(session, protocol, nowMs, results);
  const pressure = bloodPressures(session).at(-1);
  const pressureState =
    pressure === undefined ? 'fresh' : valueState(session, protocol, pressure.at, nowMs, { isPressure: true });
  const schedule = nextDue(session, protocol, nowMs);
  const score = entriesOf(session, 'discharge-scored').at(-1);
  const alarms = boardAlarms([session]);
  return (
    <article className={styles.bay} aria-label={`Bay ${label}, ${name}`}>
      <header>
        <span className={styles.bayNo}>{label}</span>
        <h2>
          <SessionLink sessionId={sessionId} className={cardLink.link}>
            {name}
          </SessionLink>
        </h2>
      </header>
      {seen !== undefined && (
        <div className={styles.minutes}>
          <span className={styles.phase}>
            <Clock size={20} strokeWidth={1.75} aria-hidden="true" />
            {seen.minutes} of {seen.requiredMin} min
          </span>
          <ProgressBar
            value={seen.minutes}
            max={seen.requiredMin}
            look="recovery"
            said={`${seen.minutes} of ${seen.requiredMin} minutes`}
          />
        </div>
      )}
      <dl className={styles.values}>
        <div>
          <dt>BP mmHg</dt>
          <dd>
            {pressure === undefined ? (
              <Missing />
            ) : (
              <Pressure
                systolic={pressure.systolic}
                diastolic={pressure.diastolic}
                size={28}
                state={pressureState}
                said={spokenOf(spokenPressure(pressure.systolic, pressure.diastolic), whose, pressureState)}
                alarm={priorityOf(session, 'systolic', protocol)}
                diastolicAlarm={priorityOf(session, 'diastolic', protocol)}
              />
            )}
          </dd>
          {pressure !== undefined && (
            <dd className={styles.small}>
              <Age at={pressure.at} />
            </dd>
          )}
        </div>
        <LatestOf session={session} protocol={protocol} nowMs={nowMs} sign="spo2" label="SpO₂ %" />
        <LatestOf session={session} protocol={protocol} nowMs={nowMs} sign="heartRate" label="HR" />
        <div>
          <dt>{DISCHARGE_SCALES[protocol.recovery.scale].label}</dt>
          <dd>{score === undefined ? <Missing>not scored</Missing> : <Value size={24}>{score.data.total}</Value>}</dd>
          <dd className={styles.small}>needs {protocol.recovery.minScore}</dd>
        </div>
      </dl>
      <p className={styles.missing}>
        <b>{missing.length === 0 ? 'Ready for discharge' : 'Missing'}</b>
        {missing.length === 0 ? '' : ` ${missing.map(({ label: what, why }) => why ?? what).join(' · ')}`}
      </p>
      <p className={styles.small}>
        {schedule === undefined ? '' : `${DUE_WORDS[dueState(schedule, nowMs)]} ${time(schedule.dueAt)}`}
      </p>
      {alarms.length > 0 && (
        <div className={styles.alarms}>
          {alarms.map(({ alarm, also }) => (
            <AlarmLine key={alarm.alarmId} sessionId={session.id} patientId={session.patientId} alarm={alarm} also={also} />
          ))}
        </div>
      )}
    </article>
  );
}

const DUE_WORDS = { ahead: 'next vitals', due: 'vitals due since', overdue: 'vitals overdue since' } as const;

function LatestOf({
  session,
  protocol,
  nowMs,
  sign,
  label,
}: {
  readonly session: SessionState;
  readonly protocol: Protocol;
  readonly nowMs: number;
  readonly sign: 'spo2' | 'heartRate';
  readonly label: string;
}) {
  const last = latestOf(session, sign);
  const whose = useWhose(session);
  const formats = useFormats();
  const state = last === undefined ? 'fresh' : valueState(session, protocol, last.at, nowMs);
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {last === undefined ? (
          <Missing />
        ) : (
          <Value size={24} state={state} said={spokenOf(spokenSign(sign, last.value, formats), whose, state)}>
            {last.value}
          </Value>
        )}
      </dd>
      {last !== undefined && (
        <dd className={styles.small}>
          <Age at={last.at} />
        </dd>
      )}
    </div>
  );
}
