import { Suspense } from 'react';
import type { Chair } from '../../../shared/clinic/records.ts';
import { leftChairAt } from '../../../shared/session/occupancy.ts';
import type { SessionState } from '../../../shared/session/state.ts';
import type { Id, Instant } from '../../../shared/units.ts';
import cardLink from '../../components/card-link.module.css';
import { cx } from '../../components/cx.ts';
import { lazyPart } from '../../components/lazy-part.ts';
import { SessionLink } from '../../components/session-link.tsx';
import { useClinicTime } from '../../live/clinic-time.ts';
import { useClinicData, useSession } from '../../live/live.ts';
import { useShortName } from '../../live/patient-name.ts';
import styles from './card.module.css';

const ChairReady = lazyPart(() => import('./chair-ready.tsx').then((module) => module.ChairReady));

const STATE: Readonly<Record<Chair['state'], string>> = {
  available: 'Available',
  cleaning: 'Cleaning',
  'out-of-use': 'Out of use',
  retired: 'Retired',
};

interface QuietCardProps {
  readonly chair: Chair;
  readonly nextId: Id | undefined;
  readonly dimmed: boolean;
}

/** An empty chair: whether it can be used, and who is next. */
export function QuietCard({ chair, nextId, dimmed }: QuietCardProps) {
  const { time } = useClinicTime();
  const leftAt = useClinicData(({ sessions }) => lastLeft(sessions.values(), chair.id));
  const readyText = isAfter(leftAt, chair.since)
    ? `Empty since ${time(leftAt)}`
    : chair.since && `Ready since ${time(chair.since)}`;
  return (
    <article
      className={cx(styles.card, styles.quiet, dimmed && styles.dimmed)}
      aria-label={`Chair ${chair.label}`}
      data-chair={chair.label}
    >
      <header className={styles.head}>
        <span className={styles.chairNo}>
          <span className="vh">Chair </span>
          {chair.label}
        </span>
        <div className={styles.who}>
          <h3>{STATE[chair.state]}</h3>
          {chair.since !== undefined && <p>{chair.state === 'available' ? readyText : `Since ${time(chair.since)}`}</p>}
        </div>
        <Suspense>
          <ChairReady chair={chair} />
        </Suspense>
      </header>
      {nextId !== undefined && <NextUp sessionId={nextId} />}
    </article>
  );
}

/** When the last patient left a chair. */
function lastLeft(sessions: Iterable<SessionState>, chairId: Id): Instant | undefined {
  let last: Instant | undefined;
  for (const session of sessions) {
    const left = leftChairAt(session, chairId);
    if (isAfter(left, last)) last = left;
  }
  return last;
}

const isAfter = (at: Instant | undefined, before: Instant | undefined): at is Instant =>
  at !== undefined && (before === undefined || at > before);

function NextUp({ sessionId }: { readonly sessionId: Id }) {
  const { time } = useClinicTime();
  const session = useSession(sessionId);
  const name = useShortName(session?.patientId);
  if (session === undefined) return null;
  return (
    <p className={styles.nextUp}>
      <span className={styles.label}>Next</span>
      <b>{time(session.plannedStart)}</b>
      <SessionLink sessionId={sessionId} className={cardLink.link}>
        {name}
      </SessionLink>
      {session.phase === 'checked-in' && <span className={styles.label}>in waiting room</span>}
    </p>
  );
}
