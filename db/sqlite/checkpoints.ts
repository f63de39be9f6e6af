import type { Connection } from './connection.ts';
import type { Transactions } from './transaction.ts';

/** About 1,000 pages of the write-ahead log: some milliseconds of work. */
const COMMITS = 200;

/**
 * Moves the write-ahead log into the database file every so many commits, in a turn of its own after the answers have gone out.
 * Left to SQLite it happens inside the COMMIT that crosses the limit, and one nurse in a hundred waits for it.
 */
export function checkpoints(connection: Connection, transaction: Transactions, onError: (error: unknown) => void) {
  let commits = 0;
  return {
    committed(): void {
      commits += 1;
      if (commits < COMMITS) return;
      commits = 0;
      // The second turn: in the first one the answers are on their way.
      setImmediate(() => setImmediate(move));
    },
  };

  function move(): void {
    if (!connection.open) return;
    try {
      transaction.outside(() => void connection.pragma('wal_checkpoint(PASSIVE)'));
    } catch (error) {
      onError(error);
    }
  }
}
