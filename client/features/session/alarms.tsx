import { useState } from 'react';
import { boardAlarms } from '../../../shared/views/board.ts';
import { AlarmStrip } from '../../components/alarm-strip.tsx';
import styles from './alarms.module.css';
import { useVisit } from './visit.ts';

/** How many strips stand before the rest folds into a count. */
const SHOWN = 2;

/** The visit's own alarms: all that nobody answered, and some of the others; those are counted and open. */
export function VisitAlarms() {
  const { session } = useVisit();
  const [all, setAll] = useState(false);
  const alarms = boardAlarms([session]);
  if (alarms.length === 0) return null;
  const unanswered = alarms.filter(({ alarm }) => alarm.acknowledged === undefined).length;
  const shown = all ? alarms : alarms.slice(0, Math.max(SHOWN, unanswered));
  const more = alarms.length - shown.length;
  return (
    <section className={styles.alarms} aria-label="Alarms">
      {shown.map(({ alarm, also }) => (
        <AlarmStrip
          key={alarm.alarmId}
          sessionId={session.id}
          patientId={session.patientId}
          alarm={alarm}
          also={also}
          said="this alarm"
        />
      ))}
      {(more > 0 || all) && alarms.length > SHOWN && (
        <button type="button" className={styles.more} onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `+${more} more`}
        </button>
      )}
    </section>
  );
}
