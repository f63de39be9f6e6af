import type { BoardLayout } from '../../../shared/views/board.ts';
import { BayCard } from './bay-card.tsx';
import styles from './recovery-column.module.css';
import { WaitingForBay } from './waiting-for-bay.tsx';

/** The recovery room beside the chairs, in bay order. */
export function RecoveryColumn({ bays, waitingForBay }: Pick<BoardLayout, 'bays' | 'waitingForBay'>) {
  const taken = bays.filter(({ sessionId }) => sessionId !== undefined).length;
  return (
    <aside className={styles.recovery} aria-label="Recovery room">
      <header className={styles.head}>
        <h2>Recovery room</h2>
        {bays.length > 0 && (
          <span>
            {taken} of {bays.length} bays
          </span>
        )}
      </header>
      <div className={styles.bays}>
        {bays.map(({ bay, sessionId }) => (
          <BayCard key={bay.id} bay={bay} sessionId={sessionId} />
        ))}
        {waitingForBay.map((id) => (
          <WaitingForBay key={id} sessionId={id} />
        ))}
        {bays.length === 0 && <p className={styles.none}>No bays yet. An administrator adds them in settings.</p>}
      </div>
    </aside>
  );
}
