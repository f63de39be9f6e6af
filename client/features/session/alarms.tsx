import { useMemo, useState } from 'react';
import { boardAlarms } from '../../../shared/views/board.ts';
import { AlarmStrip } from '../../components/alarm-strip.tsx';
import { NewAlarms } from '../../components/new-alarms.tsx';
import styles from './alarms.module.css';
import { useVisit } from './visit.ts';

/** How many strips stand before the rest folds into a count. */
const SHOWN = 2;

/** The visit's own alarms: all that nobody answered, and some of the others; those are counted and open. */
export function VisitAlarms() {
  const alarms = useVisitAlarms();
  const [all, setAll] = useState(false);
  const unanswered = alarms.filter(({ alarm }) => alarm.acknowledged === undefined).length;
  const shown = all ? alarms : alarms.slice(0, Math.max(SHOWN, unanswered));
  const more = alarms.length - shown.length;
  return (
    <>
      <NewAlarms alarms={alarms} />
      {alarms.length > 0 && (
        <section className={styles.alarms} aria-label="Alarms">
          <Strips alarms={shown} />
          {(more > 0 || all) && alarms.length > SHOWN && (
            <button type="button" className={styles.more} onClick={() => setAll(!all)}>
              {all ? 'Show fewer' : `+${more} more`}
            </button>
          )}
        </section>
      )}
    </>
  );
}

/** What nobody answered yet, above a form: it is seen, and answered, without losing what was typed. */
export function UnansweredAlarms() {
  const alarms = useVisitAlarms().filter(({ alarm }) => alarm.acknowledged === undefined);
  if (alarms.length === 0) return null;
  return (
    <section className={styles.alarms} aria-label="Alarms">
      <Strips alarms={alarms} />
    </section>
  );
}

function useVisitAlarms() {
  const { session } = useVisit();
  return useMemo(() => boardAlarms([session]), [session]);
}

function Strips({ alarms }: { readonly alarms: ReturnType<typeof boardAlarms> }) {
  const { session } = useVisit();
  return alarms.map(({ alarm, also }) => (
    <AlarmStrip key={alarm.alarmId} sessionId={session.id} patientId={session.patientId} alarm={alarm} also={also} />
  ));
}
