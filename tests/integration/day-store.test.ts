import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openStore, type StoreConfig } from '../../db/open.ts';
import { isRunningDay, seedDemo } from '../../db/seed/seed-demo.ts';
import { DEMO_USERNAMES } from '../../db/seed/staff.ts';
import { openDemo } from '../../server/cli/demo.ts';
import { isSessionEvent } from '../../shared/session/events.ts';
import { MINUTE_MS, toInstant, toMs } from '../../shared/units.ts';

const NOW = '2026-11-24T15:07:00.000Z';
const SHORT = {
  seed: 7,
  now: NOW,
  timeZone: 'Europe/Berlin',
  weeks: 1,
  hashPassword: async (password: string) => `hash of ${password.length}`,
};
const SLOW = 120_000;
const BERLIN = { timeZone: 'Europe/Berlin', isTimeZoneNamed: true };

async function place(): Promise<StoreConfig & AsyncDisposable> {
  const dataDir = await mkdtemp(join(tmpdir(), 'chairside-demo-'));
  return { dataDir, file: 'demo.db', [Symbol.asyncDispose]: () => rm(dataDir, { recursive: true, force: true }) };
}

it(
  '[DAY6] the seeded log is whole, and entries that point to another entry point to a real one',
  async () => {
    await using folder = await place();
    await using store = await openStore(folder);
    const { events } = await seedDemo({ store, ...SHORT });
    expect(store.head()).toBe(events);
    expect(await store.history.verify()).toMatchObject({ ok: true, events });
    const all = await store.eventsAfter(0, events);
    const ids = new Set(all.map(({ id }) => id));
    const pointers = all.filter(isSessionEvent).flatMap(({ type, data }) => {
      if (type === 'order-confirmed') return [data.orderEventId];
      if (type === 'call-answered') return [data.callEventId];
      if (type === 'entry-corrected' || type === 'entry-struck') return [data.eventId];
      return type === 'alarm-raised' && data.causeEventId !== undefined ? [data.causeEventId] : [];
    });
    expect(pointers.length).toBeGreaterThan(20);
    expect(pointers.filter((id) => !ids.has(id))).toEqual([]);
    for (const username of DEMO_USERNAMES) expect(await store.secrets.credentialOf(username)).toBeDefined();
    const page = await store.history.page({ status: 'finished' });
    expect(page.total).toBeGreaterThan(30);
    await expect(seedDemo({ store, ...SHORT })).rejects.toThrow('empty');
  },
  SLOW,
);

it(
  '[DAY7] a day that stopped lately goes on, an older one is rebuilt',
  async () => {
    await using folder = await place();
    const said: string[] = [];
    const first = await openDemo(folder, toMs(NOW), BERLIN, (line) => said.push(line), 1);
    const { epoch } = first;
    expect(await isRunningDay(first, toMs(NOW) + 14 * MINUTE_MS)).toBe(true);
    expect(await isRunningDay(first, toMs(NOW) - 5 * MINUTE_MS)).toBe(false);
    await first.close();
    expect(said.length).toBe(1);
    const again = await openDemo(folder, toMs(NOW) + 5 * MINUTE_MS, BERLIN, (line) => said.push(line), 1);
    expect(again.epoch).toBe(epoch);
    await again.close();
    expect(said.length).toBe(1);
    const later = await openDemo(folder, toMs(NOW) + 60 * MINUTE_MS, BERLIN, (line) => said.push(line), 1);
    expect(later.epoch).not.toBe(epoch);
    expect(await isRunningDay(later, toMs(NOW) + 60 * MINUTE_MS)).toBe(true);
    await later.close();
  },
  SLOW,
);

it('[DAY7] records that are no demo are left as they are', async () => {
  await using folder = await place();
  const id = '01930000-0000-7000-8000-000000000001';
  const data = { id, name: 'A real clinic', timeZone: 'Europe/Berlin', demo: false };
  const store = await openStore(folder);
  await store.submit({
    commandId: id,
    digest: '0'.repeat(64),
    actor: { id, role: 'administrator' },
    recordedAt: toInstant(toMs(NOW)),
    decide: () => ({ ok: true, events: [{ stream: `clinic/${id}`, type: 'clinic-set-up', version: 1, happenedAt: NOW, data }] }),
  });
  const { epoch } = store;
  await store.close();
  const opened = await openDemo(folder, toMs(NOW) + 24 * 60 * MINUTE_MS, BERLIN, () => undefined, 1);
  expect(opened.epoch).toBe(epoch);
  expect(opened.head()).toBe(1);
  await opened.close();
});
