import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import type { Connection } from './connection.ts';

const FOLDER = fileURLToPath(new URL('./migrations', import.meta.url));

/** Brings the tables to the present shape, in one transaction. */
export function migrateToLatest(connection: Connection): void {
  migrate(drizzle(connection), { migrationsFolder: FOLDER });
}
