import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Id, Instant } from '../../shared/units.ts';
import { openFollower } from './connection.ts';
import { queriesOn } from './drizzle.ts';
import type { EventLog } from './event-log.ts';
import { historyFold } from './history-fold.ts';
import { HISTORY_SHAPE } from './history-row.ts';
import { historyTable } from './history-table.ts';
import { openVisits } from './open-visits.ts';
import { transactions } from './transaction.ts';

/** At most this long (milliseconds) after a commit its events are in history, unless somebody asks before. */
const BEHIND_MS = 1000;
/** Events taken at once: some milliseconds, and then whoever waits has a turn. */
const STEP = 100;

/** What is followed; `head` is the last position that is known to be durable. */
type FollowedLog = Pick<EventLog, 'after' | 'ofStream' | 'reference'> & { head(): number };

/**
 * Keeps history in step with the log, behind it and by a cursor of its own: no entry waits for a report's row. Rows and cursor move
 * in one transaction, so after a crash it goes on from where the rows are. It writes through a connection of its own that does not
 * sync (what is lost with the power is followed again), on this thread, so that it never holds the lock when an entry wants it.
 */
export function historyFollower(path: string, log: FollowedLog, onError: (error: unknown) => void) {
  const connection = openFollower(path);
  const db = queriesOn(connection);
  const transaction = transactions(connection);
  const table = historyTable(db);
  const fold = historyFold(table, log);
  let cursor = table.cursor(HISTORY_SHAPE) ?? startOver();
  // The log has lost its end: rows may hold what is not in it any more.
  if (cursor > log.head()) cursor = startOver();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;

  function startOver(): number {
    transaction.run(() => table.startOver(HISTORY_SHAPE));
    fold.forget();
    return 0;
  }

  const isBehind = () => connection.open && cursor < log.head();

  /** Takes the next events into the rows. */
  function step(): void {
    const events = log.after(cursor, STEP);
    const last = events.at(-1);
    if (last === undefined) return;
    try {
      transaction.run(() => {
        fold.take(events, cursor);
        table.moveCursor(last.position);
      });
    } catch (error) {
      fold.forget();
      throw error;
    }
    cursor = last.position;
  }

  async function run(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    while (isBehind()) {
      step();
      if (isBehind()) await nextTurn();
    }
  }

  /** Resolves when all that is durable now is in history; rejects with `StoreUnavailable` when the disk refuses. */
  function caughtUp(): Promise<void> {
    if (!isBehind()) return Promise.resolve();
    running ??= run().finally(() => {
      running = undefined;
    });
    return running;
  }

  function follow(): void {
    caughtUp().catch(onError);
  }

  /** The log has grown: follow soon. */
  function moved(): void {
    timer ??= setTimeout(follow, BEHIND_MS).unref();
  }
  if (isBehind()) moved();

  return {
    moved,
    caughtUp,
    openSessionIds: (since: Instant): Id[] => openVisits(db, { since, cursor }),
    /** Forgets all rows and makes them again from the first event on. */
    rebuild(): void {
      cursor = startOver();
      while (isBehind()) step();
    },
    /** Follows to the end, unless that is far: then the next start does. */
    close(): void {
      clearTimeout(timer);
      try {
        for (let steps = 0; steps < 10 && isBehind(); steps++) step();
      } catch (error) {
        onError(error);
      }
      connection.close();
    },
  };
}
