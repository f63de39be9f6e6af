import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { lockData } from './lock.ts';
import { openSqliteStore, type SqliteStore } from './sqlite/store.ts';
import type { Store } from './store.ts';

export { DataInUse } from './lock.ts';

export interface StoreConfig {
  /** Made when missing; only its owner may look inside. */
  readonly dataDir: string;
  /** `chairside.db`, or `demo.db` beside it. */
  readonly file: string;
  readonly databaseUrl?: string;
  /** Hears what listeners throw after a commit; default: a process warning. */
  readonly onError?: (error: Error) => void;
}

/**
 * Opens the clinic's log, made and migrated as needed. Throws `DataInUse` while another process has it, and whatever SQLite says
 * when the file cannot be used.
 */
export async function openStore(config: StoreConfig): Promise<Store> {
  return openSqlite(config);
}

/** The same, with what only the SQLite engine's command line needs. */
export function openSqlite(config: StoreConfig): SqliteStore {
  const path = pathOf(config);
  const release = lockData(path);
  try {
    return openSqliteStore(path, { onClosed: release, ...(config.onError === undefined ? {} : { onError: config.onError }) });
  } catch (error) {
    release();
    throw error;
  }
}

/** Deletes the log and everything with it: for the demo, which starts over. Throws `DataInUse` while a process has it. */
export async function wipeStore(config: StoreConfig): Promise<void> {
  const path = pathOf(config);
  const release = lockData(path);
  for (const ending of ['', '-wal', '-shm', '.witness']) rmSync(`${path}${ending}`, { force: true });
  release();
}

/** Path of the database file in its folder, which exists and is closed to others afterwards. */
function pathOf({ dataDir, file, databaseUrl }: StoreConfig): string {
  if (databaseUrl !== undefined && databaseUrl !== '')
    throw new Error(
      'This build has only the SQLite engine: unset DATABASE_URL. A PostgreSQL engine is designed but not built yet.',
    );
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  chmodSync(dataDir, 0o700);
  return join(dataDir, file);
}
