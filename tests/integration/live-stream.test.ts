import { expect, test } from 'vitest';
import { randomOf } from '../../db/seed/random.ts';
import { newFact } from '../../shared/session/fact.ts';
import { CLOSE } from '../../shared/wire/close-codes.ts';
import type { ApiClient } from '../support/api-client.ts';
import { appendFacts } from '../support/append-facts.ts';
import { startTestServer, type TestServer } from '../support/builders.ts';
import { NINE } from '../support/given-visit.ts';
import { type PlayedVisit, playToCheckedIn } from '../support/play-visit.ts';
import { atDashboard, atFeed, type Screen } from '../support/screens.ts';
import { CHAIRS, PATIENTS } from '../support/small-clinic.ts';

const notes = ({ sessionId }: PlayedVisit, texts: readonly string[]) =>
  texts.map((text) => newFact(sessionId, 'note-added', NINE, { text }));

/** Whole numbers from one to another, both included. */
const count = (from: number, to: number) => Array.from({ length: Math.max(0, to - from + 1) }, (_, n) => from + n);

const positionsOf = (...screens: Screen[]) => screens.flatMap(({ events }) => events.map(({ position }) => position));

/** Screens with random cursors that come, look for a while, and go, as long as somebody writes. */
async function visitors(server: TestServer, client: ApiClient, isWriting: () => boolean) {
  const lot = randomOf(20261122, 'screens');
  const { store } = server.services;
  const screens: { readonly after: number; readonly screen: Screen; readonly stays: boolean }[] = [];
  const visitor = async () => {
    while (isWriting()) {
      const after = lot.int(0, store.head());
      const screen = (lot.chance(0.5) ? atFeed : atDashboard)(client, { after, epoch: store.epoch });
      const leavesAt = lot.chance(0.4) ? Math.min(after + lot.int(0, 400), store.head()) : undefined;
      screens.push({ after, screen, stays: leavesAt === undefined });
      if (leavesAt === undefined) await screen.until(() => screen.caughtUpAt !== undefined);
      else {
        await screen.until(() => screen.position >= leavesAt);
        screen.leave();
      }
    }
  };
  await Promise.all(count(1, 6).map(visitor));
  return screens;
}

test('[LIVE2] 200 writes at once while screens come and go with any cursor: no gap, no double, the same for all', async () => {
  await using server = await startTestServer();
  const nurse = await server.as('nurse');
  const visit = await playToCheckedIn(server);
  // A past of several pages, so that some screens are still reading it while others write.
  await appendFacts(
    server.services,
    notes(
      visit,
      count(1, 700).map((n) => `past ${n}`),
    ),
  );
  let written = 0;
  const writer = async () => {
    while (written < 200) {
      written += 1;
      await visit.say('add-note', { text: `note ${written}` });
    }
  };
  const writing = Promise.all(count(1, 20).map(writer));
  const screens = await visitors(server, nurse, () => written < 200);
  await writing;

  const { store } = server.services;
  const log = await store.eventsAfter(0, store.head());
  expect(screens.length).toBeGreaterThan(6);
  for (const { after, screen, stays } of screens) {
    if (stays) await screen.until(() => screen.position === log.length);
    expect(screen.events).toEqual(log.slice(after, after + screen.events.length));
    screen.leave();
  }
});

test('[LIVE3] all events of one commit come in one frame', async () => {
  await using server = await startTestServer();
  const nurse = await server.as('nurse');
  const visit = await playToCheckedIn(server);
  await using feed = atFeed(nurse);
  await using dashboard = atDashboard(nurse);
  for (const screen of [feed, dashboard]) await screen.until(() => screen.caughtUpAt !== undefined);
  const from = server.services.store.head();
  await appendFacts(server.services, notes(visit, ['one', 'two', 'three']));
  for (const screen of [feed, dashboard]) {
    await screen.until(() => screen.position === from + 3);
    expect(screen.frames.map((frame) => [frame.from, frame.events.length])).toEqual([[from, 3]]);
  }
});

test('[LIVE2] a screen that was cut off goes on from its cursor, also over a restart of the server', async () => {
  await using server = await startTestServer();
  await playToCheckedIn(server);
  const { epoch } = server.services.store;
  await using before = atDashboard(await server.as('nurse'), { after: 0, epoch });
  await before.until(() => before.caughtUpAt !== undefined);
  await using restarted = await server.restart();
  await before.until(() => before.closedWith !== undefined);
  await playToCheckedIn(restarted, { patientId: PATIENTS[1].id, chairId: CHAIRS[1] });
  await using again = atDashboard(await restarted.as('nurse'), { after: before.position, epoch });
  await again.until(() => again.caughtUpAt !== undefined);
  expect(positionsOf(before, again)).toEqual(count(1, restarted.services.store.head()));
});

test('[LIVE5] a screen that takes nothing is closed as too slow, keeps nobody waiting, and resumes from its cursor', async () => {
  // However busy the machine: what ends it must not be a sign of life that comes late, nor a goodbye that waits to be read.
  await using server = await startTestServer({ patience: { heartbeatMs: 600_000, letGoMs: 600_000 } });
  const nurse = await server.as('nurse');
  const visit = await playToCheckedIn(server);
  const { store } = server.services;
  const after = store.head();
  const slow = atFeed(nurse);
  await using quick = atDashboard(nurse);
  for (const screen of [slow, quick]) await screen.until(() => screen.caughtUpAt !== undefined);
  slow.socket.pause();
  // The machine takes some megabytes on the way before anybody is behind.
  const text = 'x'.repeat(4_000);
  while (server.running.live.hub.counts().feed === 1) {
    await appendFacts(
      server.services,
      notes(
        visit,
        count(1, 100).map(() => text),
      ),
    );
    await quick.until(() => quick.position === store.head());
  }
  expect((await nurse.get('/metrics')).text).toContain('chairside_screens_too_slow_total{door="feed"} 1');

  slow.socket.resume();
  await slow.until(() => slow.closedWith !== undefined);
  expect(slow.closedWith).toBe(CLOSE.tooSlow);
  await appendFacts(server.services, notes(visit, ['missed']));
  expect(slow.position).toBeLessThan(store.head());
  await using again = atFeed(nurse, { after: slow.position, epoch: store.epoch });
  await again.until(() => again.position === store.head());
  expect(positionsOf(slow, again)).toEqual(count(after + 1, store.head()));
});
