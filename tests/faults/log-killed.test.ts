import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openStore, wipeStore } from '../../db/open.ts';
import { append, chairPut, temporaryFolder } from '../contract/store-writes.ts';
import { answered, startWriter } from './log-children.ts';

const ROUNDS = 6;
// Each round starts a process: seconds on a busy machine.

it('[LOG2, LOG3, LOG5] killed in a storm of writes, round after round: all that was answered is there, nothing twice, the chain whole', async () => {
  using folder = temporaryFolder();
  const config = { dataDir: folder.path, file: 'chairside.db' };
  const all = new Map<string, number>();
  const epochs = new Set<string>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const writer = startWriter(folder.path, 'storm');
    // Another number each round, so that the kill falls at other points of a commit.
    await writer.said(40 + round * 67);
    writer.process.kill('SIGKILL');
    await writer.ended;
    for (const [id, position] of answered(writer.lines)) all.set(id, position);

    await using store = await openStore(config);
    epochs.add(store.epoch);
    const events = await store.eventsAfter(0, 1_000_000);
    expect(events.map((event) => event.position)).toEqual(events.map((_, n) => n + 1));
    const positions = Map.groupBy(events, (event) => event.commandId);
    expect([...positions.values()].filter((ofOne) => ofOne.length !== 2)).toEqual([]);
    expect([...all].filter(([id, position]) => positions.get(id)?.at(-1)?.position !== position)).toEqual([]);
    expect(await store.history.verify()).toMatchObject({ ok: true, events: store.head() });
  }
  expect(all.size).toBeGreaterThan(40 * ROUNDS);
  expect(epochs.size).toBe(1);
});

it('[LOG10] a second process on the same data is refused; the lock of a killed one is free at once', async () => {
  using folder = temporaryFolder();
  const config = { dataDir: folder.path, file: 'chairside.db' };
  const holder = startWriter(folder.path, 'hold');
  await holder.said(1);
  const words = { name: 'DataInUse', message: expect.stringContaining(`(process ${holder.process.pid}, started `) };
  await expect(openStore(config)).rejects.toThrow(expect.objectContaining(words));
  await expect(wipeStore(config)).rejects.toThrow(expect.objectContaining(words));
  holder.process.kill('SIGKILL');
  await holder.ended;
  expect(existsSync(join(folder.path, 'chairside.db.lock'))).toBe(true);
  await using store = await openStore(config);
  expect((await store.submit(append([chairPut('x', '1')]))).kind).toBe('appended');
});
