import { createRequire } from 'node:module';
import type Database from 'better-sqlite3';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';

/**
 * Drizzle, loaded through its CommonJS build: the same code as its ESM build, whose circles of modules cost some 80 MB and five
 * times as long at each start. Types come from the ESM typings; nothing else in the project imports Drizzle at run time, and a
 * test holds that.
 */
const load = createRequire(import.meta.url);
const { drizzle } = load('drizzle-orm/better-sqlite3') as typeof import('drizzle-orm/better-sqlite3');

export type { Column, SQL } from 'drizzle-orm';

export const { and, asc, count, desc, eq, getTableColumns, gt, gte, inArray, isNotNull, isNull, lt, max, notInArray, or, sql } =
  load('drizzle-orm') as typeof import('drizzle-orm');
export const { getTableConfig, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } = load(
  'drizzle-orm/sqlite-core',
) as typeof import('drizzle-orm/sqlite-core');

/** Typed queries on one connection. */
export type Queries = BetterSQLite3Database;

/** Typed queries on a connection that is open already. */
export function queriesOn(connection: Database.Database): Queries {
  return drizzle({ client: connection });
}
