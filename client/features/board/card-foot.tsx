import { EVENT_ROWS } from '../../../shared/session/said/all.ts';
import type { AnyEntry, SessionState } from '../../../shared/session/state.ts';
import { boardAlarms } from '../../../shared/views/board.ts';
import { entryText } from '../../../shared/views/timeline.ts';
import { AlarmStrip } from '../../components/alarm-strip.tsx';
import { useClinicTime } from '../../live/clinic-time.ts';
import { useClinic } from '../../live/live.ts';
import styles from './card.module.css';

interface CardFootProps {
  readonly session: SessionState;
}

/** The most urgent alarm of the visit with how many more there are, or what was last said of it. One tap answers what is read here, nothing else. */
export function CardFoot({ session }: CardFootProps) {
  const [first, ...others] = boardAlarms([session]);
  if (first === undefined) return <LastEntry session={session} />;
  const rest = [...first.also, ...others.flatMap(({ alarm, also }) => [alarm, ...also])];
  const more = rest.length;
  const open = rest.filter(({ acknowledged }) => acknowledged === undefined).length;
  return (
    <footer className={styles.alarmFoot}>
      <AlarmStrip
        sessionId={session.id}
        patientId={session.patientId}
        alarm={first.alarm}
        shape="foot"
        {...(more === 0 ? {} : { after: open === 0 ? `+${more} more` : `+${open} open` })}
      />
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
