import { randomUUID } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { expect, it } from 'vitest';
import { storeContract } from '../../tests/contract/store-contract.ts';
import { append, chairPut, temporaryFolder } from '../../tests/contract/store-writes.ts';
import { openSqlite, openStore, wipeStore } from '../open.ts';
import { isAtLeast } from './connection.ts';
import { getTableColumns, getTableConfig } from './drizzle.ts';
import * as schema from './schema.ts';
import { openSqliteStore } from './store.ts';

storeContract('sqlite', async () => {
  const folder = temporaryFolder();
  return {
    open: () => openStore({ dataDir: folder.path, file: 'chairside.db', onError: () => {} }),
    // The lock forbids it; whoever goes round the lock is found out all the same.
    async intrude(events) {
      await using intruder = openSqliteStore(join(folder.path, 'chairside.db'));
      await intruder.submit(append(events));
    },
    [Symbol.asyncDispose]: async () => folder[Symbol.dispose](),
  };
});

const here = (dataDir: string) => ({ dataDir, file: 'chairside.db' });

it('[LOG5] the database itself refuses to change, remove, replace or leave out an event or an answer', async () => {
  using folder = temporaryFolder();
  await using store = openSqlite(here(folder.path));
  await store.submit(append([chairPut(randomUUID(), '1'), chairPut(randomUUID(), '2')]));
  const { connection } = store;
  for (const sql of [
    `UPDATE events SET data = '{}' WHERE position = 1`,
    'DELETE FROM events WHERE position = 2',
    `REPLACE INTO events SELECT * FROM events WHERE position = 1`,
    `INSERT INTO events SELECT position + 5, id, 'chair/x', 1, type, version, happened_at, recorded_at, actor_id, actor_role, device_id, command_id, data, hash FROM events WHERE position = 1`,
    `UPDATE commands SET outcome = 'refused'`,
    'DELETE FROM commands',
  ])
    expect(() => connection.exec(sql), sql).toThrow(/append only|no gaps/);
  expect((await store.history.verify()).ok).toBe(true);
});

it('[LOG9] the settings that make an answer durable hold, and every table is strict', async () => {
  using folder = temporaryFolder();
  await using store = openSqlite(here(folder.path));
  const settings = Object.fromEntries(
    ['journal_mode', 'synchronous', 'busy_timeout', 'foreign_keys', 'trusted_schema', 'journal_size_limit'].map((name) => [
      name,
      store.connection.pragma(name, { simple: true }),
    ]),
  );
  expect(settings).toEqual({
    journal_mode: 'wal',
    synchronous: 2,
    busy_timeout: 5000,
    foreign_keys: 1,
    trusted_schema: 0,
    journal_size_limit: 67_108_864,
  });
  const tables = store.connection.pragma('table_list') as { schema: string; name: string; strict: number }[];
  const loose = tables.filter((table) => table.strict === 0 && !/^sqlite_/.test(table.name));
  expect(loose.map((table) => table.name)).toEqual([]);
});

it('[LOG9] the tables are those of the schema, so no migration was forgotten', async () => {
  using folder = temporaryFolder();
  await using store = openSqlite(here(folder.path));
  for (const table of Object.values<SQLiteTable>(schema)) {
    const { name, indexes } = getTableConfig(table);
    const columns = store.connection.pragma(`table_info(${name})`) as { name: string }[];
    expect(columns.map((column) => column.name)).toEqual(Object.values(getTableColumns(table)).map((column) => column.name));
    const made = (store.connection.pragma(`index_list(${name})`) as { name: string }[]).map((index) => index.name);
    expect(made).toEqual(expect.arrayContaining(indexes.map((index) => index.config.name)));
  }
});

it('[LOG9] versions are compared by number, not by letter', () => {
  expect(['3.51.3', '3.54.1', '4.0', '3.51.10'].every((version) => isAtLeast(version, '3.51.3'))).toBe(true);
  expect(['3.51.2', '3.9.99', '2.60.0'].some((version) => isAtLeast(version, '3.51.3'))).toBe(false);
});

it('[LOG11] the data folder and every file in it are closed to others', async () => {
  using folder = temporaryFolder();
  const dataDir = join(folder.path, 'data');
  await using store = openSqlite(here(dataDir));
  await store.submit(append([chairPut(randomUUID(), '1')]));
  expect(statSync(dataDir).mode & 0o777).toBe(0o700);
  const open = readdirSync(dataDir).filter((file) => (statSync(join(dataDir, file)).mode & 0o077) !== 0);
  expect(open).toEqual([]);
});

it('[LOG10] a second opening of the same data is refused with a clear word, and wiping it too', async () => {
  using folder = temporaryFolder();
  const store = openSqlite(here(folder.path));
  const words = expect.objectContaining({ name: 'DataInUse', message: expect.stringContaining(`process ${process.pid}`) });
  await expect(openStore(here(folder.path))).rejects.toThrow(words);
  await expect(wipeStore(here(folder.path))).rejects.toThrow(words);
  await store.close();
  await (await openStore(here(folder.path))).close();
});

it('[LOG7] a wiped store starts over with another epoch', async () => {
  using folder = temporaryFolder();
  const first = await openStore(here(folder.path));
  await first.submit(append([chairPut(randomUUID(), '1')]));
  await first.close();
  await wipeStore(here(folder.path));
  await using second = await openStore(here(folder.path));
  expect([second.head(), second.epoch === first.epoch]).toEqual([0, false]);
});

it('[LOG9] an engine that is not built is refused, not replaced by another', async () => {
  using folder = temporaryFolder();
  const config = { ...here(folder.path), databaseUrl: 'postgres://localhost/chairside' };
  await expect(openStore(config)).rejects.toThrow(/only the SQLite engine/);
});

it('[LOG8] when the database is locked by somebody else nothing is stored, and writing works again after', async () => {
  using folder = temporaryFolder();
  await using store = openSqlite(here(folder.path));
  store.connection.pragma('busy_timeout = 1');
  let rollbacks = 0;
  store.setParticipant({ apply() {}, commit() {}, rollback: () => (rollbacks += 1) });
  const other = new Database(join(folder.path, 'chairside.db'));
  other.exec('BEGIN IMMEDIATE');
  const write = append([chairPut(randomUUID(), '1')]);
  const unavailable = expect.objectContaining({ name: 'StoreUnavailable' });
  await Promise.all([write, append([])].map((one) => expect(store.submit(one)).rejects.toThrow(unavailable)));
  expect([store.head(), rollbacks]).toEqual([0, 1]);
  await expect(store.probe()).rejects.toThrow(unavailable);
  other.exec('ROLLBACK');
  other.close();
  expect(await store.submit(write)).toMatchObject({ kind: 'appended', position: 1, replayed: false });
});
