import { closeSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';

/** Another live server has this data. */
export class DataInUse extends Error {
  override readonly name = 'DataInUse';
}

/**
 * Makes this process the only one to write the data at `path`; returns its release. Throws `DataInUse` while another holds it.
 *
 * What really locks is the operating system, through an exclusive SQLite transaction on `<path>.guard`: it ends with the process
 * however that dies, so a dead server's lock is free at once, and it holds across containers that cannot see each other's
 * process ids. `<path>.lock` only tells people who holds it.
 */
export function lockData(path: string): () => void {
  const holderPath = `${path}.lock`;
  closeSync(openSync(`${path}.guard`, 'a', 0o600));
  const guard = new Database(`${path}.guard`, { timeout: 0 });
  try {
    guard.pragma('journal_mode = MEMORY');
    guard.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    guard.close();
    if (isBusy(error)) throw new DataInUse(`Another server is using ${path}${holder(holderPath)}. Stop it first.`);
    throw error;
  }
  const startedAt = new Date(Date.now() - process.uptime() * 1000).toISOString();
  writeFileSync(holderPath, `${JSON.stringify({ pid: process.pid, startedAt })}\n`, { mode: 0o600 });
  return () => {
    rmSync(holderPath, { force: true });
    guard.close();
  };
}

function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
}

/** ` (process 12, started …)`, or nothing when the note cannot be read. */
function holder(path: string): string {
  try {
    const note: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof note !== 'object' || note === null || !('pid' in note) || !('startedAt' in note)) return '';
    return ` (process ${String(note.pid)}, started ${String(note.startedAt)})`;
  } catch {
    return '';
  }
}
