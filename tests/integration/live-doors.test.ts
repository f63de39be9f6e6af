import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { newId } from '../../server/new-id.ts';
import { MINUTE_MS } from '../../shared/units.ts';
import { CLOSE } from '../../shared/wire/close-codes.ts';
import type { Problem } from '../../shared/wire/problem.ts';
import { WIRE_PROTOCOL } from '../../shared/wire/version.ts';
import { startTestServer } from '../support/builders.ts';
import { playToCheckedIn, playToScheduled } from '../support/play-visit.ts';
import { atDashboard, atFeed, pageHeaders, upgradeRefusal } from '../support/screens.ts';
import { STAFF } from '../support/small-clinic.ts';

test('[LIVE6] both doors stand on one server, and the dashboard’s transport is websocket from the first byte', async () => {
  await using server = await startTestServer();
  const nurse = await server.as('nurse');
  await using dashboard = atDashboard(nurse);
  await using feed = atFeed(nurse);
  await dashboard.until(() => dashboard.caughtUpAt !== undefined);
  await feed.until(() => feed.caughtUpAt !== undefined);
  expect(dashboard.socket.io.engine.transport.name).toBe('websocket');
  await playToScheduled(server);
  await dashboard.until(() => dashboard.events.length === 1);
  await feed.until(() => feed.events.length === 1);
  expect(dashboard.events).toEqual(feed.events);
  expect(dashboard.events[0]?.type).toBe('session-scheduled');
});

test('[LIVE6] polling is refused', async () => {
  await using server = await startTestServer();
  const nurse = await server.as('nurse');
  await using dashboard = atDashboard(nurse, {}, ['polling']);
  await dashboard.until(() => dashboard.closedWith !== undefined);
  expect(dashboard.socket.connected).toBe(false);
  const answer = await fetch(`${server.url}/socket.io/?EIO=4&transport=polling`, { headers: pageHeaders(nurse) });
  expect(answer.status).toBe(404);
});

test('[LIVE7] whoever is not signed in, or comes from another site, is refused at both doors before the upgrade', async () => {
  await using server = await startTestServer();
  const nurse = await server.as('nurse');
  const headers = pageHeaders(nurse);
  const { origin = '' } = headers;
  for (const door of ['/api/feed', '/socket.io/?EIO=4&transport=websocket']) {
    expect(await upgradeRefusal(server.url, door, { origin })).toBe(401);
    expect(await upgradeRefusal(server.url, door, { ...headers, cookie: 'chairside=nothing-that-was-ever-given-out' })).toBe(401);
    expect(await upgradeRefusal(server.url, door, { ...headers, origin: 'http://elsewhere.example' })).toBe(403);
    expect(await upgradeRefusal(server.url, door, { ...headers, 'sec-fetch-site': 'cross-site' })).toBe(403);
  }
});

test('[LIVE7] an upgrade of another address is answered as not found', async () => {
  await using server = await startTestServer();
  const nurse = await server.as('nurse');
  for (const path of [
    '/',
    '//',
    '/%',
    '/api/board',
    '/api/feed/more',
    '/socket.io',
    '/socket.io/more/?EIO=4&transport=websocket',
  ])
    expect(await upgradeRefusal(server.url, path, pageHeaders(nurse))).toBe(404);
});

test('[LIVE41] the feed is documented, and asked without an upgrade says what it wants', async () => {
  await using server = await startTestServer();
  const nurse = await server.as('nurse');
  const answer = await nurse.get<Problem>('/api/feed?after=0');
  expect([answer.status, answer.body.code, answer.headers.get('upgrade')]).toEqual([426, 'websocket-only', 'websocket']);
  expect((await server.anonymous().get('/api/feed')).status).toBe(401);
  const { body } = await nurse.get<{ info: { description: string } }>('/api/openapi.json');
  for (const said of ['/api/feed?after=N&epoch=E&protocol=P', ...Object.values(CLOSE).map(String)])
    expect(body.info.description).toContain(said);
});

test('[LIVE41] a sign-in that ends while its upgrade is under way gets an answer, and the connection is closed', async () => {
  await using server = await startTestServer();
  const nurse = await server.as('nurse');
  const { signIns } = server.services;
  const authenticate = signIns.authenticate.bind(signIns);
  // Known to the listener that lets the upgrade in, unknown a moment later to the route.
  vi.spyOn(signIns, 'authenticate').mockImplementationOnce(authenticate).mockResolvedValueOnce(undefined);
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/api/feed`, { headers: pageHeaders(nurse) });
  socket.on('error', () => undefined);
  const [, response] = (await once(socket, 'unexpected-response')) as [unknown, IncomingMessage];
  expect(response.statusCode).toBe(401);
  if (!response.socket.destroyed) await once(response.resume().socket, 'close');
});

test('[LIVE1] [LIVE12] a screen hears the time, the head and the epoch first, and without a cursor nothing of the past', async () => {
  await using server = await startTestServer();
  const nurse = await server.as('nurse');
  await using feed = atFeed(nurse);
  await using dashboard = atDashboard(nurse);
  await feed.until(() => feed.caughtUpAt !== undefined);
  await dashboard.until(() => dashboard.caughtUpAt !== undefined);
  const { epoch } = server.services.store;
  const head = server.services.store.head();
  const now = '2026-11-24T09:00:00.000Z';
  expect(feed.all).toEqual([
    { type: 'hello', now, head, epoch, speed: 1, protocol: WIRE_PROTOCOL },
    { type: 'beat', now, head, epoch, speed: 1 },
    { type: 'caught-up', position: head },
  ]);
  expect(dashboard.beats).toEqual([{ now, head, epoch, speed: 1 }]);
  expect(dashboard.events).toEqual([]);
});

test('[LIVE12] the server beats every 5 s at both doors', async () => {
  await using server = await startTestServer();
  const nurse = await server.as('nurse');
  await using feed = atFeed(nurse);
  await using dashboard = atDashboard(nurse);
  await feed.until(() => feed.beats.length === 2);
  await dashboard.until(() => dashboard.beats.length === 2);
});

test('[LIVE4] a cursor of another epoch or beyond the head is closed with 4409 at both doors', async () => {
  await using server = await startTestServer();
  const nurse = await server.as('nurse');
  const head = server.services.store.head();
  for (const cursor of [
    { after: head, epoch: 'another' },
    { after: head + 1, epoch: server.services.store.epoch },
  ])
    for (const open of [atFeed, atDashboard]) {
      await using screen = open(nurse, cursor);
      await screen.until(() => screen.closedWith !== undefined);
      expect(screen.closedWith).toBe(CLOSE.otherEpoch);
      expect(screen.events).toEqual([]);
    }
});

test('[LIVE11] a screen that speaks another number of the wire is closed with 4426 at both doors', async () => {
  await using server = await startTestServer();
  const nurse = await server.as('nurse');
  for (const open of [atFeed, atDashboard]) {
    await using screen = open(nurse, { protocol: WIRE_PROTOCOL + 1 });
    await screen.until(() => screen.closedWith !== undefined);
    expect(screen.closedWith).toBe(CLOSE.tooOld);
  }
});

test('[LIVE10] whatever a screen sends or asks wrongly closes it with 4400', async () => {
  await using server = await startTestServer();
  const nurse = await server.as('nurse');
  await using talker = atFeed(nurse);
  await talker.until(() => talker.caughtUpAt !== undefined);
  talker.socket.send('{"type":"events"}');
  await talker.until(() => talker.closedWith !== undefined);
  expect(talker.closedWith).toBe(CLOSE.badMessage);

  await using emitter = atDashboard(nurse);
  await emitter.until(() => emitter.caughtUpAt !== undefined);
  emitter.socket.emit('record-vitals', { systolic: 1 });
  await emitter.until(() => emitter.closedWith !== undefined);
  expect(emitter.closedWith).toBe(CLOSE.badMessage);

  for (const open of [atFeed, atDashboard]) {
    await using screen = open(nurse, { after: -1 });
    await screen.until(() => screen.closedWith !== undefined);
    expect(screen.closedWith).toBe(CLOSE.badMessage);
  }
});

test('[LIVE10] a message of more than 64 KiB is not even read', async () => {
  await using server = await startTestServer();
  await using talker = atFeed(await server.as('nurse'));
  await talker.until(() => talker.caughtUpAt !== undefined);
  talker.socket.send('x'.repeat(64 * 1024 + 1));
  await talker.until(() => talker.closedWith !== undefined);
  expect(talker.closedWith).toBe(1009);
});

test('[LIVE8] signing out closes that sign-in’s screens within a second, and nobody else’s', async () => {
  await using server = await startTestServer();
  const nurse = await server.as('nurse');
  const other = await server.as('nurse2');
  await using feed = atFeed(nurse);
  await using dashboard = atDashboard(nurse);
  await using staying = atFeed(other);
  for (const screen of [feed, dashboard, staying]) await screen.until(() => screen.caughtUpAt !== undefined);
  expect((await nurse.post('/api/sign-out')).status).toBe(204);
  for (const screen of [feed, dashboard]) await screen.until(() => screen.closedWith !== undefined);
  expect([feed.closedWith, dashboard.closedWith]).toEqual([CLOSE.signIn, CLOSE.signIn]);
  await playToScheduled(server);
  await staying.until(() => staying.events.length === 1);
  expect([feed.events, dashboard.events]).toEqual([[], []]);
});

test('[LIVE8] a sign-in that expires closes its screens', async () => {
  await using server = await startTestServer();
  await using feed = atFeed(await server.as('nurse'));
  await feed.until(() => feed.caughtUpAt !== undefined);
  server.clock.advance(12 * 60 * MINUTE_MS);
  await feed.until(() => feed.closedWith !== undefined);
  expect(feed.closedWith).toBe(CLOSE.signIn);
});

test('[LIVE8] a change of role closes that person’s screens at once', async () => {
  await using server = await startTestServer();
  const admin = await server.as('admin');
  await using dashboard = atDashboard(await server.as('nurse2'));
  await dashboard.until(() => dashboard.caughtUpAt !== undefined);
  const data = { ...STAFF.nurse2, role: 'manager' as const };
  const answer = await admin.clinic({ id: newId(server.clock.now()), type: 'put-staff', at: server.now(), data });
  expect(answer.status).toBe(201);
  await dashboard.until(() => dashboard.closedWith !== undefined);
  expect(dashboard.closedWith).toBe(CLOSE.signIn);
});

test('[LIVE9] a display with its token watches without seeing a name', async () => {
  await using server = await startTestServer();
  const display = await server.withToken('display');
  await using wall = atFeed(display, { after: 0 });
  await playToCheckedIn(server);
  await wall.until(() => wall.position === server.services.store.head());
  expect(JSON.stringify(wall.events)).not.toMatch(/Maya|Reyes|00484821|1992-03-12/);
  expect(wall.events.some(({ type }) => type === 'checked-in')).toBe(true);
});

test('[LIVE13] a server that stops tells every screen, and closes though a screen does not answer', async () => {
  await using server = await startTestServer();
  const nurse = await server.as('nurse');
  await using feed = atFeed(nurse);
  await using dashboard = atDashboard(nurse);
  const silent = atFeed(nurse);
  for (const screen of [feed, dashboard, silent]) await screen.until(() => screen.caughtUpAt !== undefined);
  silent.socket.pause();
  await using _again = await server.restart();
  for (const screen of [feed, dashboard]) await screen.until(() => screen.closedWith !== undefined);
  expect([feed.closedWith, dashboard.closedWith]).toEqual([CLOSE.goingAway, CLOSE.goingAway]);
  silent.socket.resume();
  if (silent.socket.readyState !== silent.socket.CLOSED) await once(silent.socket, 'close');
});
