import { Suspense, useState } from 'react';
import type { Id } from '../../../shared/units.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { lazyPart } from '../../components/lazy-part.ts';
import { ProblemMessage } from '../../components/problem-message.tsx';
import { useTitle } from '../../components/use-title.ts';
import { useClinicData, useLink, useMe } from '../../live/live.ts';
import styles from './board.module.css';
import { ChairCard } from './chair-card.tsx';
import { useBoardLayout } from './use-board.ts';

/* Beside and below the chairs: their places are kept until they are there, and their alarms are in the strip before. */
const RecoveryColumn = lazyPart(() => import('./recovery-column.tsx').then((module) => module.RecoveryColumn));
const NurseFilter = lazyPart(() => import('./nurse-filter.tsx').then((module) => module.NurseFilter));
const Arrivals = lazyPart(() => import('./arrivals.tsx').then((module) => module.Arrivals));

/** Every chair and the recovery room at once, in their places. */
export function BoardScreen() {
  useTitle('Board');
  const loaded = useClinicData((data) => data.loaded);
  return loaded ? <Board /> : <Loading />;
}

function Board() {
  const layout = useBoardLayout();
  const [nurseId, setNurseId] = useState<Id>();
  return (
    <div className={styles.board}>
      <h1 className="vh">Board</h1>
      {layout.chairs.length === 0 ? (
        <NoChairs />
      ) : (
        <section className={styles.chairs} aria-label="Chairs" data-count={layout.chairs.length}>
          {layout.chairs.map(({ chair, sessionId, nextId }) => (
            <ChairCard key={chair.id} chair={chair} sessionId={sessionId} nextId={nextId} nurseId={nurseId} />
          ))}
        </section>
      )}
      <div className={styles.side}>
        <Suspense>
          <NurseFilter value={nurseId} onChange={setNurseId} />
          <RecoveryColumn bays={layout.bays} waitingForBay={layout.waitingForBay} />
        </Suspense>
      </div>
      <Suspense>
        <Arrivals arrivals={layout.arrivals} visitsToday={layout.visitsToday} />
      </Suspense>
    </div>
  );
}

function Loading() {
  const problem = useLink((link) => link.problem);
  return (
    <EmptyState title={problem === undefined ? 'Loading the board …' : 'The board could not be loaded yet'}>
      {problem !== undefined && (
        <>
          <ProblemMessage problem={problem} />
          <p>Trying again automatically.</p>
        </>
      )}
    </EmptyState>
  );
}

function NoChairs() {
  const role = useMe()?.role;
  return (
    <EmptyState title="No chairs yet">
      <p>
        {role === 'administrator' || role === 'manager'
          ? 'Add the first one in settings.'
          : 'An administrator adds them in settings.'}
      </p>
    </EmptyState>
  );
}
