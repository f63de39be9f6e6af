import { Suspense } from 'react';
import type { Chair } from '../../../shared/clinic/records.ts';
import type { Id } from '../../../shared/units.ts';
import cardLink from '../../components/card-link.module.css';
import { cx } from '../../components/cx.ts';
import { lazyPart } from '../../components/lazy-part.ts';
import { SessionLink } from '../../components/session-link.tsx';
import { shortName } from '../../components/visit-words.ts';
import { useClinicTime } from '../../live/clinic-time.ts';
import { useClinic, useSession } from '../../live/live.ts';
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
          {chair.since !== undefined && (
            <p>{chair.state === 'available' ? `Ready since ${time(chair.since)}` : `Since ${time(chair.since)}`}</p>
          )}
        </div>
        <Suspense>
          <ChairReady chair={chair} />
        </Suspense>
      </header>
      {nextId !== undefined && <NextUp sessionId={nextId} />}
    </article>
  );
}

function NextUp({ sessionId }: { readonly sessionId: Id }) {
  const { time } = useClinicTime();
  const session = useSession(sessionId);
  const patient = useClinic(({ patients }) => (session === undefined ? undefined : patients.get(session.patientId)));
  if (session === undefined) return null;
  return (
    <p className={styles.nextUp}>
      <span className={styles.label}>Next</span>
      <b>{time(session.plannedStart)}</b>
      <SessionLink sessionId={sessionId} className={cardLink.link}>
        {shortName(patient)}
      </SessionLink>
      {session.phase === 'checked-in' && <span className={styles.label}>in waiting room</span>}
    </p>
  );
}
