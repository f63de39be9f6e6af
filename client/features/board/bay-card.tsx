import { memo, Suspense } from 'react';
import type { Protocol } from '../../../shared/clinic/protocol.ts';
import type { Bay } from '../../../shared/clinic/records.ts';
import { entriesOf } from '../../../shared/session/entries.ts';
import type { SessionState } from '../../../shared/session/state.ts';
import type { Id } from '../../../shared/units.ts';
import { boardAlarms } from '../../../shared/views/board.ts';
import { observation } from '../../../shared/vitals/due.ts';
import { protocolFor } from '../../../shared/vitals/own-limits.ts';
import cardLink from '../../components/card-link.module.css';
import { cx } from '../../components/cx.ts';
import { lazyPart } from '../../components/lazy-part.ts';
import { ProgressBar } from '../../components/progress-bar.tsx';
import { SessionLink } from '../../components/session-link.tsx';
import { Missing, Value } from '../../components/value.tsx';
import { useClinic, useNow, useSession } from '../../live/live.ts';
import { useShortName } from '../../live/patient-name.ts';
import { FootAlarm } from './foot-alarm.tsx';
import { seriesText } from './patient-words.ts';
import { LastPressure } from './pressure-row.tsx';
import styles from './recovery-column.module.css';

/** One bay: minutes against the required ones, last pressure, score, what is missing before going home. */
export const BayCard = memo(function BayCard({ bay, sessionId }: { readonly bay: Bay; readonly sessionId: Id | undefined }) {
  const session = useSession(sessionId);
  const protocol = useClinic((clinic) => (session === undefined ? undefined : protocolFor(clinic, session)));
  if (session === undefined || protocol === undefined)
    return (
      <article className={styles.empty} aria-label={`Bay ${bay.label}`}>
        <span className={styles.bayNo}>{bay.label}</span>
        <span>Free</span>
      </article>
    );
  return <Occupied bay={bay} session={session} protocol={protocol} />;
});

/** What is missing is worked out by much that the first look at a board can wait for. */
const MissingForHome = lazyPart(() => import('./missing-for-home.tsx').then((module) => module.MissingForHome));

interface OccupiedProps {
  readonly bay: Bay;
  readonly session: SessionState;
  readonly protocol: Protocol;
}

function Occupied({ bay, session, protocol }: OccupiedProps) {
  const name = useShortName(session.patientId);
  const [urgent] = boardAlarms([session]);
  const minutes = useNow((now) => observation(session, protocol, now)?.minutes ?? 0);
  const { requiredMin } = protocol.recovery;
  return (
    <article
      className={cx(styles.bay, urgent?.alarm.priority === 'high' && urgent.alarm.acknowledged === undefined && styles.hasHigh)}
      aria-label={`Bay ${bay.label}, ${name}`}
      data-bay={bay.label}
    >
      <div className={styles.row}>
        <span className={styles.bayNo}>{bay.label}</span>
        <h3>
          <SessionLink sessionId={session.id} className={cardLink.link}>
            {name}
          </SessionLink>
        </h3>
        <span className={styles.series}>{seriesText(session)}</span>
        <span className={styles.minutes}>
          <b>{minutes}</b> of {requiredMin} min
        </span>
      </div>
      <ProgressBar value={minutes} max={requiredMin} look="recovery" said={`${minutes} of ${requiredMin} minutes`} />
      <div className={styles.values}>
        <LastPressure session={session} protocol={protocol} size={28} />
        <Score session={session} protocol={protocol} />
      </div>
      {urgent === undefined ? (
        <Suspense fallback={<p className={styles.missing}>…</p>}>
          <MissingForHome session={session} protocol={protocol} />
        </Suspense>
      ) : (
        <div className={styles.alarm}>
          <FootAlarm session={session} />
        </div>
      )}
    </article>
  );
}

function Score({ session, protocol }: Omit<OccupiedProps, 'bay'>) {
  const { scale, minScore } = protocol.recovery;
  const last = entriesOf(session, 'discharge-scored').findLast(({ data }) => data.scale === scale);
  return (
    <div className={styles.score}>
      {last === undefined ? (
        <p className={styles.notScored}>
          <Missing>not scored</Missing>
        </p>
      ) : (
        <>
          <Value size={28}>{last.data.total}</Value>
          <span className={styles.of}>/10</span>
        </>
      )}
      <p>
        {scale.toUpperCase()}, needs {minScore}
      </p>
    </div>
  );
}
