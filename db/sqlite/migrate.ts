import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Connection } from './connection.ts';

const FOLDER = new URL('./migrations/', import.meta.url);

interface Journal {
  readonly entries: readonly { readonly tag: string; readonly when: number }[];
}

/**
 * Brings the tables to the present shape, in one transaction: runs the files that drizzle-kit made and notes them in Drizzle's own
 * table. Not by Drizzle's migrator: that would run the data of a newer version as if it were ours, where this refuses it.
 */
export function migrateToLatest(connection: Connection): void {
  const { entries } = JSON.parse(readFileSync(new URL('meta/_journal.json', FOLDER), 'utf8')) as Journal;
  const migrate = connection.transaction(() => {
    connection.exec(
      'CREATE TABLE IF NOT EXISTS __drizzle_migrations (id INTEGER PRIMARY KEY, hash TEXT NOT NULL, created_at INTEGER) STRICT',
    );
    const done = connection.prepare<[], number | null>('SELECT max(created_at) FROM __drizzle_migrations').pluck().get() ?? 0;
    const note = connection.prepare<[string, number]>('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)');
    const latest = entries.at(-1)?.when ?? 0;
    if (done > latest) throw new Error('This data was written by a newer version of Chairside. Nothing was changed.');
    for (const { tag, when } of entries) {
      if (when <= done) continue;
      const sql = readFileSync(new URL(`${tag}.sql`, FOLDER), 'utf8');
      connection.exec(sql);
      note.run(hash('sha256', sql), when);
    }
  });
  migrate.immediate();
}
