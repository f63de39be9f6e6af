import { randomUUID } from 'node:crypto';
import type { Appended, Batch } from '../log-engine.ts';
import { logWriter } from '../log-writer.ts';
import { type Store, StoreUnavailable } from '../store.ts';
import { checkpoints } from './checkpoints.ts';
import { commandBook } from './command-book.ts';
import { type Connection, openWriter } from './connection.ts';
import { queriesOn } from './drizzle.ts';
import { eventLog } from './event-log.ts';
import { headWitness } from './head-witness.ts';
import { historyFollower } from './history-follower.ts';
import { historyReader } from './history-reader.ts';
import { migrateToLatest } from './migrate.ts';
import { probe } from './schema.ts';
import { sqliteSecrets } from './secrets.ts';
import { OutcomeUnknown, transactions } from './transaction.ts';

export interface SqliteStoreOptions {
  /** Hears what listeners and the participant throw after a commit; default: a process warning. */
  readonly onError?: (error: Error) => void;
  /** Called last when the store has closed. */
  readonly onClosed?: () => void;
}

/** The SQLite engine's store, with what its own command line needs besides. */
export interface SqliteStore extends Store {
  /** Forgets history and makes it again from the first event on. */
  rebuild(): void;
  /** For tests of the engine itself. */
  readonly connection: Connection;
}

/** Opens (or makes) the log in the file at `path`. The caller holds the lock. */
export function openSqliteStore(path: string, options: SqliteStoreOptions = {}): SqliteStore {
  const connection = openWriter(path);
  try {
    migrateToLatest(connection);
    return sqliteStore(path, connection, options);
  } catch (error) {
    connection.close();
    throw error;
  }
}

function sqliteStore(path: string, connection: Connection, { onError = warn, onClosed }: SqliteStoreOptions): SqliteStore {
  const db = queriesOn(connection);
  const log = eventLog(connection);
  const book = commandBook(connection);
  const witness = headWitness(db, `${path}.witness`, { headNow: log.head });
  const transaction = transactions(connection);
  const checkpoint = checkpoints(connection, transaction, report);

  const writer = logWriter(
    {
      head: log.head(),
      answersTo: (commandIds) =>
        (commandIds.length > 1 ? transaction.reading : transaction.outside)(() => book.answersTo(commandIds)),
      endOf: (stream) => transaction.outside(() => log.endOf(stream)),
      after: (position, limit) => transaction.outside(() => log.after(position, limit)),
      hashAt: (position) => transaction.outside(() => log.hashAt(position)),
      append,
    },
    report,
  );
  const follower = historyFollower(path, { ...log, head: writer.head }, report);
  const history = historyReader(path, follower.caughtUp);

  /** The lock keeps other writers out; one that went round it stands where the first event would, and the table refuses that. */
  function append({ after, events, answers }: Batch): Appended {
    const isMoved = () => log.head().position !== after.position;
    if (events.length === 0 && isMoved()) return 'head-moved';
    try {
      transaction.run(() => {
        for (const event of events) log.insert(event);
        for (const answer of answers) book.add(answer);
      });
    } catch (error) {
      if (error instanceof OutcomeUnknown) return 'unknown';
      if (transaction.outside(isMoved)) return 'head-moved';
      throw error;
    }
    witness.moved();
    follower.moved();
    checkpoint.committed();
    return 'stored';
  }

  function report(error: unknown): void {
    onError(error instanceof Error ? error : new Error('A listener threw'));
  }

  let closing: Promise<void> | undefined;

  async function close(): Promise<void> {
    await writer.close();
    follower.close();
    await history.close();
    witness.close();
    try {
      connection.pragma('wal_checkpoint(TRUNCATE)');
    } catch (error) {
      // The write-ahead log stays and is read at the next start.
      report(error);
    } finally {
      connection.close();
      onClosed?.();
    }
  }

  const store: SqliteStore = {
    epoch: witness.epoch,
    head: writer.head,
    headHash: writer.headHash,
    submit: writer.submit,
    setParticipant: writer.setParticipant,
    onCommit: writer.onCommit,
    tail: writer.tail,
    eventsAfter: async (position, limit) => writer.published(log.after(position, limit)),
    eventsOf: async (stream) => writer.published(log.ofStream(stream)),
    referenceEvents: async () => writer.published(log.reference()),
    openSessionIds: async (since) => follower.openSessionIds(since),
    async probe() {
      const value = randomUUID();
      transaction.run(() => {
        db.insert(probe).values({ id: 1, value }).onConflictDoUpdate({ target: probe.id, set: { value } }).run();
      });
      if (db.select().from(probe).get()?.value !== value) throw new StoreUnavailable('The probe row was not read back');
    },
    history,
    secrets: sqliteSecrets(db),
    rebuild: follower.rebuild,
    connection,
    close: () => (closing ??= close()),
    [Symbol.asyncDispose]: () => store.close(),
  };
  return store;
}

function warn(error: Error): void {
  process.emitWarning(error.message, { type: error.name });
}
