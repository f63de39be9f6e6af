import { randomUUID } from 'node:crypto';
import type { Appended, Batch } from '../log-engine.ts';
import { logWriter } from '../log-writer.ts';
import { readRow } from '../read-row.ts';
import { type Store, StoreUnavailable } from '../store.ts';
import { checkpoints } from './checkpoints.ts';
import { commandBook } from './command-book.ts';
import { type Connection, openWriter } from './connection.ts';
import { eventLog } from './event-log.ts';
import { headWitness } from './head-witness.ts';
import { historyReader } from './history-reader.ts';
import { migrateToLatest } from './migrate.ts';
import { projections } from './projections.ts';
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
  /** Drops the projections and makes them again from the events, in one transaction. */
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
  const log = eventLog(connection);
  const book = commandBook(connection);
  const witness = headWitness(connection, `${path}.witness`, { headNow: log.head });
  const transaction = transactions(connection);
  const checkpoint = checkpoints(connection, transaction, report);
  const history = historyReader(path);
  const projected = projections(connection, log, history.changed);

  const writer = logWriter(
    {
      head: log.head(),
      answersTo: (commandIds) =>
        (commandIds.length > 1 ? transaction.reading : transaction.outside)(() => book.answersTo(commandIds)),
      endOf: (stream) => transaction.outside(() => log.endOf(stream)),
      after: (position, limit) => transaction.outside(() => log.after(position, limit)),
      append,
    },
    report,
  );

  /** The lock keeps other writers out; one that went round it stands where the first event would, and the table refuses that. */
  function append({ after, events, answers }: Batch): Appended {
    const isMoved = () => log.head().position !== after.position;
    if (events.length === 0 && isMoved()) return 'head-moved';
    try {
      transaction.run(() => {
        for (const event of events) log.insert(event);
        for (const answer of answers) book.add(answer);
        projected.apply(events.map(readRow));
        projected.flush();
      });
    } catch (error) {
      projected.rollback();
      if (error instanceof OutcomeUnknown) return 'unknown';
      if (transaction.outside(isMoved)) return 'head-moved';
      throw error;
    }
    projected.commit();
    witness.moved();
    checkpoint.committed();
    return 'stored';
  }

  function report(error: unknown): void {
    onError(error instanceof Error ? error : new Error('A listener threw'));
  }

  const writeProbe = connection.prepare<[string]>(
    'INSERT INTO probe (id, value) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET value = excluded.value',
  );
  const readProbe = connection.prepare<[], string>('SELECT value FROM probe WHERE id = 1').pluck();
  let closing: Promise<void> | undefined;

  async function close(): Promise<void> {
    await writer.close();
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
    openSessionIds: async (since) => projected.openSessionIds(since),
    async probe() {
      const value = randomUUID();
      transaction.run(() => void writeProbe.run(value));
      if (readProbe.get() !== value) throw new StoreUnavailable('The probe row was not read back');
    },
    history,
    secrets: sqliteSecrets(connection),
    rebuild() {
      try {
        transaction.run(() => projected.rebuild());
        projected.commit();
      } catch (error) {
        projected.rollback();
        throw error;
      }
    },
    connection,
    close: () => (closing ??= close()),
    [Symbol.asyncDispose]: () => store.close(),
  };
  return store;
}

function warn(error: Error): void {
  process.emitWarning(error.message, { type: error.name });
}
