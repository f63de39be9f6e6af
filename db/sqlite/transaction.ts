import Database from 'better-sqlite3';
import { StoreUnavailable } from '../store.ts';
import type { Connection } from './connection.ts';

/**
 * COMMIT wrote everything and could not sync it: what the next start finds depends on what reached the disk, the end of the
 * transaction included. Any other failure leaves the transaction without its end.
 */
export class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown';
}

/**
 * After these nothing that the disk says can be trusted: no more is written until the data is reopened and verified.
 * (A failed sync may have dropped the very pages that a second sync would then call safe.)
 */
const FATAL = ['SQLITE_IOERR', 'SQLITE_CORRUPT', 'SQLITE_NOTADB'];

/**
 * Runs synchronous work in `BEGIN IMMEDIATE` … `COMMIT`. When the database refuses, everything is rolled back and
 * `StoreUnavailable` thrown, or `OutcomeUnknown` where that cannot be said; an error of the work itself is rolled back and thrown
 * as it is.
 */
export function transactions(connection: Connection) {
  const begin = connection.prepare('BEGIN IMMEDIATE');
  const beginReading = connection.prepare('BEGIN DEFERRED');
  const commit = connection.prepare('COMMIT');
  const rollback = connection.prepare('ROLLBACK');
  let broken: string | undefined;

  /** What the error means for the caller; notes when the disk cannot be trusted any more. */
  function refused(error: unknown): unknown {
    if (connection.inTransaction) {
      try {
        rollback.run();
      } catch {
        broken ??= 'ROLLBACK failed';
      }
    }
    if (!(error instanceof Database.SqliteError)) return error;
    if (FATAL.some((code) => error.code.startsWith(code))) broken ??= error.code;
    return new StoreUnavailable(`Nothing was stored: ${error.code}`, { cause: error });
  }

  return {
    run<T>(work: () => T extends PromiseLike<unknown> ? never : T): T {
      if (broken !== undefined) throw new StoreUnavailable(`Not recording since ${broken}; restart the server`);
      let isCommitting = false;
      try {
        begin.run();
        const result = work();
        isCommitting = true;
        commit.run();
        return result;
      } catch (error) {
        const thrown = refused(error);
        if (isCommitting && isFailedSync(error)) throw new OutcomeUnknown('Stored or not: the sync failed', { cause: error });
        throw thrown;
      }
    },

    /** Runs reads that belong together on one view of the log: cheaper than a view for each. */
    reading<T>(work: () => T): T {
      try {
        beginReading.run();
        const result = work();
        commit.run();
        return result;
      } catch (error) {
        throw refused(error);
      }
    },

    /** The same judgement for a single read, and for what SQLite does by itself outside any transaction, as moving the write-ahead log. */
    outside<T>(work: () => T): T {
      try {
        return work();
      } catch (error) {
        throw refused(error);
      }
    },
  };
}

function isFailedSync(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code === 'SQLITE_IOERR_FSYNC';
}

export type Transactions = ReturnType<typeof transactions>;
