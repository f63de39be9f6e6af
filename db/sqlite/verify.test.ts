import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { append, chairPut, temporaryFolder } from '../../tests/contract/store-writes.ts';
import { openSqlite, type StoreConfig } from '../open.ts';
import type { VerifyReport } from '../store.ts';
import { openReader } from './connection.ts';
import { queriesOn } from './drizzle.ts';
import { verifyLog } from './verify.ts';

const CHAIR = randomUUID();
const UNGUARDED = 'DROP TRIGGER events_refuse_update; DROP TRIGGER events_refuse_delete;';

/** Six events, then whatever somebody does to the file behind the store's back; `look` sees the closed data. */
async function afterTampering<T>(
  sql: string,
  look: (config: StoreConfig, found: VerifyReport, epoch: string) => Promise<T> | T,
): Promise<T> {
  using folder = temporaryFolder();
  const config = { dataDir: folder.path, file: 'chairside.db' };
  const path = join(folder.path, config.file);
  const store = openSqlite(config);
  for (let n = 1; n <= 6; n += 1) await store.submit(append([chairPut(CHAIR, `${n}`)]));
  await store.close();
  const file = new Database(path);
  file.exec(UNGUARDED + sql);
  file.close();
  const reader = openReader(path);
  const found = verifyLog(queriesOn(reader), path);
  reader.close();
  return await look(config, found, store.epoch);
}

const whatIsFound = (sql: string): Promise<VerifyReport> => afterTampering(sql, (_, found) => found);

/** What is found at once, and what is said after the next start. */
const beforeAndAfterStart = (sql: string) =>
  afterTampering(sql, async (config, found, epoch) => {
    await using again = openSqlite(config);
    return { found, reopened: await again.history.verify(), sameEpoch: again.epoch === epoch };
  });

it('[LOG12] a log that nobody touched is whole', async () => {
  const { found, sameEpoch } = await beforeAndAfterStart('');
  expect([found, sameEpoch]).toEqual([{ ok: true, events: 6, brokenAt: null, reason: null }, true]);
});

it('[LOG12] one flipped byte is found, and where', async () => {
  const found = await whatIsFound(`UPDATE events SET data = replace(data, '"4"', '"5"') WHERE position = 4`);
  expect(found).toMatchObject({ ok: false, brokenAt: 4, events: 3 });
});

it.each([['actor_id'], ['happened_at'], ['recorded_at'], ['device_id'], ['type'], ['stream'], ['command_id'], ['hash'], ['id']])(
  '[LOG12] a change of %s is found',
  async (column) => {
    const found = await whatIsFound(`UPDATE events SET ${column} = 'x' WHERE position = 3`);
    expect(found).toMatchObject({ ok: false, brokenAt: 3 });
  },
);

it('[LOG12] a missing event is found', async () => {
  const found = await whatIsFound('DELETE FROM events WHERE position = 3');
  expect(found).toMatchObject({ ok: false, brokenAt: 3, reason: 'An event is missing' });
});

it('[LOG7, LOG12] a missing end is found, for good, and readers learn of it by another epoch', async () => {
  const { found, reopened, sameEpoch } = await beforeAndAfterStart('DELETE FROM events WHERE position > 4');
  expect(found).toMatchObject({ ok: false, brokenAt: 5, events: 4 });
  expect(reopened).toMatchObject({ ok: false, brokenAt: 5 });
  expect(sameEpoch).toBe(false);
});

it('[LOG7, LOG12] a missing end is found though its commands are gone as well, as after a torn write-ahead log', async () => {
  const { found, reopened, sameEpoch } = await beforeAndAfterStart(
    'DROP TRIGGER commands_refuse_delete; DELETE FROM events WHERE position > 4; DELETE FROM commands WHERE to_position > 4',
  );
  expect(found).toMatchObject({ ok: false, brokenAt: 5, reason: 'The end of the log is missing: it had been witnessed longer' });
  expect(reopened).toMatchObject({ ok: false, brokenAt: 5 });
  expect(sameEpoch).toBe(false);
});
