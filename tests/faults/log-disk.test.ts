import { randomUUID } from 'node:crypto';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openSqlite } from '../../db/open.ts';
import { StoreUnavailable, type WriteOutcome } from '../../db/store.ts';
import { append, chairPut, temporaryFolder } from '../contract/store-writes.ts';

const label = 'x'.repeat(2000);
const chairs = () => append(Array.from({ length: 5 }, () => chairPut(randomUUID(), label)));

it('[LOG8] on a full disk nothing is answered that is not stored, and writing works again when there is room', async () => {
  using folder = temporaryFolder();
  const config = { dataDir: folder.path, file: 'chairside.db' };
  const store = openSqlite(config);
  const tentative: number[] = [];
  let durable = 0;
  store.setParticipant({
    apply: (events) => tentative.push(events.length),
    commit: () => {
      durable += tentative.splice(0).reduce((sum, count) => sum + count, 0);
    },
    rollback: () => tentative.splice(0),
  });
  const published: number[] = [];
  store.onCommit(({ events }) => published.push(...events.map((event) => event.position)));

  store.connection.pragma(`max_page_count = ${Number(store.connection.pragma('page_count', { simple: true })) + 40}`);
  const answers: WriteOutcome[] = [];
  const refusals: unknown[] = [];
  while (refusals.length < 8) {
    const turn = await Promise.allSettled([chairs(), chairs(), chairs(), chairs()].map((write) => store.submit(write)));
    for (const one of turn) one.status === 'fulfilled' ? answers.push(one.value) : refusals.push(one.reason);
  }
  expect(refusals.every((error) => error instanceof StoreUnavailable)).toBe(true);
  expect(answers.length).toBeGreaterThan(0);
  const stored = (await store.eventsAfter(0, 10_000)).map((event) => event.position);
  expect(stored).toEqual(Array.from({ length: 5 * answers.length }, (_, n) => n + 1));
  expect(published).toEqual(stored);
  expect([store.head(), durable]).toEqual([stored.length, stored.length]);

  store.connection.pragma('max_page_count = 1000000');
  expect(await store.submit(chairs())).toMatchObject({ kind: 'appended', position: stored.length + 5 });
  expect(durable).toBe(stored.length + 5);
  await store.close();
  await using again = openSqlite(config);
  expect(await again.history.verify()).toMatchObject({ ok: true, events: stored.length + 5 });
});

it('[LOG7, LOG12] a bit flipped in the write-ahead log: SQLite finds nothing wrong, the log says what is gone', async () => {
  using folder = temporaryFolder();
  using crashed = temporaryFolder();
  const store = openSqlite({ dataDir: folder.path, file: 'chairside.db' });
  for (let n = 0; n < 20; n += 1) await store.submit(chairs());
  const copy = (ending: string) =>
    copyFileSync(join(folder.path, `chairside.db${ending}`), join(crashed.path, `chairside.db${ending}`));
  // As the disk looks when the machine loses power now; the witness is noted a moment later.
  copy('');
  copy('-wal');
  await store.close();
  copy('.witness');
  const wal = join(crashed.path, 'chairside.db-wal');
  const bytes = readFileSync(wal);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  writeFileSync(wal, bytes);

  await using again = openSqlite({ dataDir: crashed.path, file: 'chairside.db' });
  expect(again.connection.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(again.head()).toBeLessThan(100);
  expect(await again.history.verify()).toMatchObject({ ok: false, brokenAt: again.head() + 1 });
  expect(again.epoch).not.toBe(store.epoch);
});
