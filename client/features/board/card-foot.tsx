import { activeAlarms } from '../../../shared/session/evolve-alarms.ts';
import { EVENT_ROWS } from '../../../shared/session/said/all.ts';
import type { AnyEntry, SessionState } from '../../../shared/session/state.ts';
import { entryText } from '../../../shared/views/timeline.ts';
import { useClinicTime } from '../../live/clinic-time.ts';
import { useClinic } from '../../live/live.ts';
import styles from './card.module.css';
import { FootAlarm } from './foot-alarm.tsx';

interface CardFootProps {
  readonly session: SessionState;
}

/** The most urgent alarm of the visit, or what was last said of it. */
export function CardFoot({ session }: CardFootProps) {
  if (activeAlarms(session).length === 0) return <LastEntry session={session} />;
  return (
    <footer className={styles.alarmFoot}>
      <FootAlarm session={session} />
    </footer>
  );
}

function LastEntry({ session }: { readonly session: SessionState }) {
  const { time } = useClinicTime();
  const last = session.entries.findLast((entry) => entry.struck === undefined && isSaid(entry));
  const text = useClinic((clinic) => (last === undefined ? '' : entryText(last, clinic, session)));
  return (
    <footer className={styles.lastEntry}>
      {last !== undefined && (
        <>
          <time dateTime={last.happenedAt}>{time(last.happenedAt)}</time>
          <span className={styles.cut}>{text}</span>
        </>
      )}
    </footer>
  );
}

/** What has a line of its own; the numbers of a reading stand on the card already. */
function isSaid({ type }: AnyEntry): boolean {
  return type !== 'vitals-recorded' && type !== 'alarm-raised' && EVENT_ROWS[type].words !== 'none';
}
