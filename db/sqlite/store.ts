import { randomUUID } from 'node:crypto';
import type { Recorded } from '../../shared/log/event.ts';
import { type Commit, type Participant, type Store, StoreUnavailable, type Write } from '../store.ts';
import { checkpoints } from './checkpoints.ts';
import { commandBook } from './command-book.ts';
import { type Connection, openWriter } from './connection.ts';
import { eventLog, spell } from './event-log.ts';
import { groupCommit, type Settled } from './group-commit.ts';
import { headWitness } from './head-witness.ts';
import { historyReader } from './history-reader.ts';
import { migrateToLatest } from './migrate.ts';
import { projections } from './projections.ts';
import { sqliteSecrets } from './secrets.ts';
import { transactions } from './transaction.ts';

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

const IDLE: Participant = { apply() {}, commit() {}, rollback() {} };

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
  const book = commandBook(connection, log);
  const witness = headWitness(connection, `${path}.witness`, log);
  const transaction = transactions(connection);
  const checkpoint = checkpoints(connection, transaction, report);
  const history = historyReader(path);
  const projected = projections(connection, log, history.changed);
  const listeners = new Set<(commit: Commit) => void>();
  let participant = IDLE;

  /** One write inside the transaction. Whatever `decide` throws happens before anything of this write is stored. */
  function settle(write: Write, appended: Recorded[]): Settled {
    const answered = book.answered(write);
    if (answered !== undefined) return { outcome: answered };
    let spelled: ReturnType<typeof spell>;
    try {
      const decision = write.decide();
      if (!decision.ok) {
        book.refused(write, decision.refusal, log.tentativeHead());
        return { outcome: { kind: 'refused', refusal: decision.refusal, replayed: false } };
      }
      spelled = spell(decision.events);
    } catch (error) {
      return { threw: error };
    }
    const from = log.tentativeHead();
    const events = log.append(write, spelled);
    book.appended(write, from, log.tentativeHead());
    participant.apply(events);
    projected.apply(events);
    appended.push(...events);
    return { outcome: { kind: 'appended', position: log.tentativeHead(), events, replayed: false } };
  }

  const group = groupCommit((writes) => {
    const from = log.head();
    const appended: Recorded[] = [];
    let settled: readonly Settled[];
    try {
      settled = transaction.run(() => {
        const all = writes.map((write) => settle(write, appended));
        projected.flush();
        return all;
      });
    } catch (error) {
      log.rollback();
      projected.rollback();
      participant.rollback();
      throw error;
    }
    log.commit();
    projected.commit();
    witness.moved();
    checkpoint.committed();
    guarded(() => participant.commit());
    if (appended.length > 0) for (const listener of listeners) guarded(() => listener({ from, events: appended }));
    return settled;
  });

  /** What is durable is answered, whatever those who are told make of it. */
  function guarded(tell: () => void): void {
    try {
      tell();
    } catch (error) {
      report(error);
    }
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
    group.close();
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
    engine: 'sqlite',
    epoch: witness.epoch,
    head: log.head,
    headHash: log.headHash,
    submit: group.submit,
    setParticipant(one) {
      participant = one;
    },
    onCommit(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    eventsAfter: log.after,
    eventsOf: log.ofStream,
    referenceEvents: async () => log.reference(),
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
