import { chmodSync, closeSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';

export type Connection = Database.Database;

/** Older ones have bugs in WAL recovery that a log must not meet. */
const OLDEST_SQLITE = '3.51.3';

/** Set, then read back: a pragma that SQLite does not know or refuses is silent otherwise. */
const PRAGMAS = [
  ['busy_timeout', 5000, 5000],
  ['journal_mode', 'WAL', 'wal'],
  // In WAL the build's own default may be NORMAL, which loses acknowledged entries at a power cut.
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  // REPLACE must meet the triggers that refuse DELETE.
  ['recursive_triggers', 'ON', 1],
  ['journal_size_limit', 64 * 1024 * 1024, 64 * 1024 * 1024],
  ['temp_store', 'MEMORY', 2],
  // The store moves the write-ahead log itself, between answers (see `checkpoints`); this is for when it does not get to it.
  ['wal_autocheckpoint', 8000, 8000],
] as const;

/** For what can be made again from the log: it waits for no disk. */
const FOLLOWER_PRAGMAS = [
  ['busy_timeout', 5000, 5000],
  ['synchronous', 'NORMAL', 1],
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['recursive_triggers', 'ON', 1],
  ['temp_store', 'MEMORY', 2],
  ['cache_size', -4096, -4096],
  ['wal_autocheckpoint', 0, 0],
] as const;

const READER_PRAGMAS = [
  ['busy_timeout', 5000, 5000],
  ['query_only', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['temp_store', 'MEMORY', 2],
  // 48 MiB: `history_scan` of 100,000 visits stays in memory.
  ['cache_size', -49_152, -49_152],
] as const;

/** Opens the file for reading and writing, readable by its owner only. Throws when a pragma does not hold. */
export function openWriter(path: string): Connection {
  closeSync(openSync(path, 'a', 0o600));
  chmodSync(path, 0o600);
  const connection = new Database(path);
  return withPragmas(connection, PRAGMAS);
}

/** Opens an existing file for writing what follows the log: no commit of it syncs, the log's own do. */
export function openFollower(path: string): Connection {
  return withPragmas(new Database(path, { fileMustExist: true }), FOLLOWER_PRAGMAS);
}

/** Opens an existing file for questions only. */
export function openReader(path: string): Connection {
  return withPragmas(new Database(path, { readonly: true, fileMustExist: true }), READER_PRAGMAS);
}

function withPragmas(
  connection: Connection,
  pragmas: readonly (readonly [string, string | number, string | number])[],
): Connection {
  try {
    refuseOldSqlite(connection);
    for (const [name, value, expected] of pragmas) {
      connection.pragma(`${name} = ${value}`);
      const actual: unknown = connection.pragma(name, { simple: true });
      if (actual !== expected) throw new Error(`SQLite did not take ${name} = ${value}: it says ${String(actual)}`);
    }
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

function refuseOldSqlite(connection: Connection): void {
  const version: unknown = connection.prepare('SELECT sqlite_version()').pluck().get();
  if (!isAtLeast(String(version), OLDEST_SQLITE))
    throw new Error(`SQLite ${OLDEST_SQLITE} or newer is needed, this is ${String(version)}`);
}

/** Compares dotted version numbers. */
export function isAtLeast(version: string, oldest: string): boolean {
  const parts = version.split('.').map(Number);
  for (const [place, wanted] of oldest.split('.').map(Number).entries()) {
    const part = parts[place] ?? 0;
    if (part !== wanted) return part > wanted;
  }
  return true;
}
