import { useState } from 'react';
import { boardAlarms } from '../../../shared/views/board.ts';
import { AlarmStrip } from '../../components/alarm-strip.tsx';
import styles from './alarms.module.css';
import { useVisit } from './visit.ts';

/** How many strips stand before the rest folds into a count. */
const SHOWN = 2;

/** The visit's own alarms, most urgent first; none is hidden: what does not fit is counted and opens. */
export function VisitAlarms() {
  const { session } = useVisit();
  const [all, setAll] = useState(false);
  const alarms = boardAlarms([session]);
  if (alarms.length === 0) return null;
  const shown = all ? alarms : alarms.slice(0, SHOWN);
  const more = alarms.length - shown.length;
  return (
    <section className={styles.alarms} aria-label="Alarms">
      {shown.map(({ alarm }) => (
        <AlarmStrip key={alarm.alarmId} sessionId={session.id} patientId={session.patientId} alarm={alarm} said="this alarm" />
      ))}
      {(more > 0 || all) && alarms.length > SHOWN && (
        <button type="button" className={styles.more} onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `+${more} more`}
        </button>
      )}
    </section>
  );
}
