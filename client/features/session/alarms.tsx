import { useMemo, useState } from 'react';
import { boardAlarms } from '../../../shared/views/board.ts';
import { AlarmLine } from '../../components/alarm-line.tsx';
import styles from './alarms.module.css';
import { useVisit } from './visit.ts';

/** How many stand before the rest folds into a count. */
const SHOWN = 2;

/** What somebody answered of this visit's alarms and is still past a limit, with who and when; what nobody answered is in the strip above. */
export function AnsweredAlarms() {
  const { session } = useVisit();
  const alarms = useMemo(() => boardAlarms([session]).filter(({ alarm }) => alarm.acknowledged !== undefined), [session]);
  const [all, setAll] = useState(false);
  if (alarms.length === 0) return null;
  const shown = all ? alarms : alarms.slice(0, SHOWN);
  return (
    <section className={styles.alarms} aria-label="Acknowledged alarms">
      {shown.map(({ alarm, also }) => (
        <AlarmLine key={alarm.alarmId} sessionId={session.id} patientId={session.patientId} alarm={alarm} also={also} />
      ))}
      {alarms.length > SHOWN && (
        <button type="button" className={styles.more} onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `+${alarms.length - SHOWN} more`}
        </button>
      )}
    </section>
  );
}
