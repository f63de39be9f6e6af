import { expect, it } from 'vitest';
import { hashToken } from '../../server/access/token.ts';
import { HOUR_MS, MINUTE_MS, toInstant } from '../../shared/units.ts';
import type { DeviceRecord, ThisDevice } from '../../shared/wire/device.ts';
import { PASSWORD, startTestServer } from '../support/builders.ts';
import { idOf } from '../support/given-visit.ts';
import { hashesDuring } from '../support/hashes-during.ts';
import { playToInfusing, playToRecovering } from '../support/play-visit.ts';
import { atDashboard } from '../support/screens.ts';
import { enrolTablet, PINS, type SharedTablet } from '../support/shared-tablet.ts';
import { CHAIRS, PATIENTS, STAFF } from '../support/small-clinic.ts';

const thisDevice = async ({ client }: SharedTablet) => (await client.get<ThisDevice>('/api/device')).body;
const initialsOn = async (tablet: SharedTablet) => (await thisDevice(tablet)).people.map(({ initials }) => initials);

it('[DEV1] an administrator enrols the tablet it is done on; its cookie is its own and only the hash is kept', async () => {
  await using server = await startTestServer();
  expect((await server.anonymous().get('/api/device')).body).toMatchObject({ enrolled: false, people: [] });
  const admin = await server.as('admin');
  const answer = await admin.post<DeviceRecord>('/api/devices', { name: ' Tablet 1 ' });
  expect(answer.status).toBe(201);
  expect(answer.headers.get('set-cookie')).toMatch(
    /^chairside-device=[\w-]{43}; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Strict$/,
  );
  expect((await admin.get('/api/device')).body).toMatchObject({ enrolled: true, id: answer.body.id, name: 'Tablet 1' });
  const token = admin.device?.split('=')[1] ?? '';
  const { secrets } = server.services.store;
  expect([(await secrets.deviceOf(hashToken(token)))?.id, await secrets.deviceOf(token)]).toEqual([answer.body.id, undefined]);
  expect(answer.text).not.toContain(token);
});

it('[DEV2] tablets are listed and named; one taken out of use loses its sign-ins, its screens and its list within a second', async () => {
  await using server = await startTestServer();
  const tablet = await enrolTablet(server);
  const other = await enrolTablet(server, 'Tablet 2');
  await tablet.signIn('nurse');
  await other.signIn('nurse');
  await using board = atDashboard(tablet.client);
  await using lockScreen = atDashboard(tablet.client, {}, ['websocket'], { as: 'tablet' });
  await using elsewhere = atDashboard(other.client);
  await Promise.all([board, lockScreen, elsewhere].map((screen) => screen.until(() => screen.beats.length > 0)));

  const admin = await server.as('admin');
  await admin.put(`/api/devices/${tablet.device.id}`, { name: 'Chair 3' });
  const listed = (await admin.get<{ devices: DeviceRecord[] }>('/api/devices')).body.devices;
  expect(listed.map(({ name }) => name)).toEqual(['Chair 3', 'Tablet 2']);
  expect((await admin.delete(`/api/devices/${tablet.device.id}`)).status).toBe(204);
  await Promise.all([board, lockScreen].map((screen) => screen.until(() => screen.closedWith !== undefined)));
  expect([board.closedWith, lockScreen.closedWith, elsewhere.closedWith]).toEqual([4401, 4401, undefined]);
  expect((await tablet.client.get('/api/me')).status).toBe(401);
  expect((await tablet.unlock('nurse')).body.code).toBe('device-not-enrolled');
  expect((await other.client.get('/api/me')).status).toBe(200);
  expect((await admin.delete(`/api/devices/${idOf(900)}`)).status).toBe(404);
});

it('[DEV3] a PIN wants the password, is not easy to guess and is kept like a password', async () => {
  await using server = await startTestServer();
  const nurse = await server.as('nurse');
  const set = (pin: string, password = PASSWORD) =>
    nurse.post<{ code: string; errors?: object[] }>('/api/me/pin', { password, pin });
  for (const pin of ['000000', '123456', '987654', '121212', '345345', '222333', '123321', '112233', '12345', 'abcdef'])
    expect((await set(pin)).body, pin).toMatchObject({ code: 'malformed', errors: [{ path: 'pin' }] });
  expect((await set(PINS.nurse, 'wrong')).body.code).toBe('wrong-password');
  expect((await set(PINS.nurse)).status).toBe(204);
  expect(await server.services.store.secrets.pinHashOf(STAFF.nurse.id)).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

it('[DEV4] a PIN opens the tablet on which the password was typed, for 12 hours from then', async () => {
  await using server = await startTestServer();
  const tablet = await enrolTablet(server);
  const other = await enrolTablet(server, 'Tablet 2');
  await tablet.signIn('nurse');
  await tablet.lock();
  expect((await tablet.client.get('/api/me')).status).toBe(401);
  expect(await initialsOn(tablet)).toEqual(['AR']);
  expect([await initialsOn(other), (await other.unlock('nurse')).body.code]).toEqual([[], 'pin-refused']);

  server.clock.advance(11 * HOUR_MS + 50 * MINUTE_MS);
  const opened = await tablet.unlock('nurse');
  expect(opened.body).toMatchObject({
    staff: { initials: 'AR', role: 'nurse' },
    expiresAt: toInstant(server.clock.now() + 10 * MINUTE_MS),
  });
  const stolen = server.anonymous();
  stolen.cookie = tablet.client.cookie;
  expect((await stolen.get('/api/me')).status).toBe(401);
  expect((await tablet.client.get('/api/me')).status).toBe(200);
  server.clock.advance(10 * MINUTE_MS);
  expect((await tablet.client.get('/api/me')).status).toBe(401);
  expect([await initialsOn(tablet), (await tablet.unlock('nurse')).body.code]).toEqual([[], 'pin-refused']);
});

it('[DEV5] five wrong PINs, then the password; all refusals are the same after the same work', async () => {
  await using server = await startTestServer();
  const tablet = await enrolTablet(server);
  await tablet.signIn('nurse');
  await tablet.lock();
  const unknown = await hashesDuring(() => tablet.unlock('nurse2'));
  const tries = await Promise.all(['111119', '222229', '333339', '444449'].map((pin) => tablet.unlock('nurse', pin)));
  expect((await thisDevice(tablet)).people).toMatchObject([{ initials: 'AR', triesLeft: 1 }]);
  const fifth = await hashesDuring(() => tablet.unlock('nurse', '555559'));
  const right = await hashesDuring(() => tablet.unlock('nurse'));
  for (const answer of [...tries, fifth.answer, right.answer])
    expect([answer.status, answer.text]).toEqual([403, unknown.answer.text]);
  expect(unknown.answer.text).toContain('"code":"pin-refused"');
  expect([unknown.hashes, fifth.hashes, right.hashes]).toEqual([1, 1, 1]);
  expect(await initialsOn(tablet)).toEqual([]);

  await using again = await server.restart();
  const reopened = { ...tablet, client: again.anonymous() };
  reopened.client.device = tablet.client.device;
  expect(await initialsOn(reopened)).toEqual([]);
  await reopened.client.signIn('nurse', PASSWORD);
  expect((await thisDevice(reopened)).people).toMatchObject([{ initials: 'AR', triesLeft: 5 }]);
});

it('[DEV6] locking keeps the person on the list; signing out, a new password and another role do not', async () => {
  await using server = await startTestServer();
  const tablet = await enrolTablet(server);
  for (const who of ['physician', 'nurse', 'nurse2'] as const) {
    await tablet.signIn(who);
    await tablet.lock();
  }
  expect(await initialsOn(tablet)).toEqual(['AR', 'BO', 'CN']);
  await tablet.unlock('physician');
  await tablet.client.post('/api/sign-out');
  expect(await initialsOn(tablet)).toEqual(['AR', 'BO']);
  const admin = await server.as('admin');
  await admin.post(`/api/staff/${STAFF.nurse2.id}/password`, { password: 'lamp-under-the-window' });
  expect(await initialsOn(tablet)).toEqual(['AR']);
  const data = { ...STAFF.nurse, role: 'manager' } as const;
  await admin.clinic({ id: idOf(910), type: 'put-staff', at: server.now(), data });
  await expect.poll(() => initialsOn(tablet)).toEqual([]);
});

it('[DEV7] opened by PIN, a discharge wants it once more: one confirmation, one command, 60 s', async () => {
  await using server = await startTestServer();
  const visit = await playToRecovering(server);
  const tablet = await enrolTablet(server);
  await tablet.signIn('nurse');
  const discharge = () => visit.command('discharge', {});
  const send = (command = discharge(), confirmation?: string) =>
    tablet.client.post<{ code: string }>(`/api/sessions/${visit.sessionId}/commands`, command, {
      headers: confirmation === undefined ? {} : { 'chairside-confirm': confirmation },
    });
  // Opened by the password: what is asked is only whether the patient is ready.
  expect((await send()).body.code).toBe('not-ready-for-discharge');
  expect((await tablet.client.post('/api/confirm', { pin: '111119' })).status).toBe(403);
  await tablet.lock();
  await tablet.unlock('nurse');

  const first = discharge();
  expect([(await send(first)).status, (await send(first)).body.code]).toEqual([403, 'confirmation-needed']);
  expect((await send(visit.command('override-check', { item: 'consent', reason: 'x' }))).body.code).toBe('confirmation-needed');
  expect((await send(visit.command('add-note', { text: 'calm' }))).status).toBe(201);
  const confirmed = async () =>
    (await tablet.client.post<{ confirmation: string }>('/api/confirm', { pin: PINS.nurse })).body.confirmation;
  const used = await confirmed();
  expect((await send(first, used)).body.code).toBe('not-ready-for-discharge');
  expect((await send(first, used)).body.code).toBe('not-ready-for-discharge');
  expect((await send(discharge(), used)).body.code).toBe('confirmation-needed');
  const late = await confirmed();
  server.clock.advance(MINUTE_MS);
  expect((await send(discharge(), late)).body.code).toBe('confirmation-needed');
  expect((await send(discharge(), 'made-up')).body.code).toBe('confirmation-needed');

  for (const pin of ['111119', '222229', '333339', '444449', '555559'])
    expect((await tablet.client.post<{ code: string }>('/api/confirm', { pin })).body.code).toBe('pin-refused');
  expect((await tablet.client.get('/api/me')).status).toBe(401);
});

it('[DEV8] the lock screen calls the physician: the tablet says it, the alarm is up, and much of it is slowed down', async () => {
  await using server = await startTestServer();
  const visit = await playToInfusing(server);
  const tablet = await enrolTablet(server);
  const call = (n: number, sessionId = visit.sessionId) =>
    tablet.client.post<{ code: string; events: object[] }>('/api/emergency', { id: idOf(920 + n), sessionId });
  const raised = await call(0);
  expect([raised.status, raised.body.events]).toMatchObject([
    201,
    [{ type: 'physician-called', actor: { id: tablet.device.id, role: 'display' }, deviceId: tablet.device.id }],
  ]);
  const events = await (await server.as('physician')).timeline(visit.sessionId);
  await expect
    .poll(async () => (await (await server.as('physician')).timeline(visit.sessionId)).at(-1))
    .toMatchObject({ type: 'alarm-raised', data: { priority: 'high' } });
  expect(events.length).toBeGreaterThan(0);
  expect([(await call(0)).status, (await call(1)).body.code]).toEqual([200, 'call-already-open']);
  expect((await call(2, idOf(999))).status).toBe(404);
  const statuses: number[] = [];
  for (let n = 3; n < 14; n += 1) statuses.push((await call(n)).status);
  expect(statuses).toContain(429);
});

it('[DEV9] two nurses on one tablet: each entry has its author and the tablet, whatever the request says', async () => {
  await using server = await startTestServer();
  const visit = await playToInfusing(server);
  const tablet = await enrolTablet(server);
  await tablet.signIn('nurse');
  await tablet.lock();
  await tablet.signIn('nurse2');
  await tablet.lock();
  const note = async (text: string) => {
    const headers = { 'chairside-device': idOf(77) };
    const command = visit.command('add-note', { text });
    return (await tablet.client.post<{ events: object[] }>(`/api/sessions/${visit.sessionId}/commands`, command, { headers }))
      .body;
  };
  await tablet.unlock('nurse');
  expect((await note('one')).events).toMatchObject([{ actor: { id: STAFF.nurse.id }, deviceId: tablet.device.id }]);
  await tablet.unlock('nurse2');
  expect((await note('two')).events).toMatchObject([{ actor: { id: STAFF.nurse2.id }, deviceId: tablet.device.id }]);
});

it('[DEV10] the lock screen has the board without names, asks as the tablet, and never stands in for a person', async () => {
  await using server = await startTestServer();
  const visit = await playToInfusing(server, { chairId: CHAIRS[1] });
  const tablet = await enrolTablet(server);
  const seen = await tablet.client.get('/api/board?as=tablet');
  expect(seen.status).toBe(200);
  expect(seen.text).toContain(visit.sessionId);
  for (const secret of [PATIENTS[0].familyName, PATIENTS[0].mrn, STAFF.nurse.name]) expect(seen.text).not.toContain(secret);
  expect([await status(tablet, '/api/board'), await status(tablet, '/api/me?as=tablet')]).toEqual([401, 403]);
  expect(await status(tablet, `/api/sessions/${visit.sessionId}/timeline?as=tablet`)).toBe(403);
  expect((await server.anonymous().get('/api/board?as=tablet')).status).toBe(401);

  await using screen = atDashboard(tablet.client, {}, ['websocket'], { as: 'tablet' });
  await screen.until(() => screen.caughtUpAt !== undefined);
  await visit.say('add-note', { text: 'Maya is calm' });
  await screen.until(() => screen.events.length > 0);
  expect(JSON.stringify(screen.events)).not.toContain('Maya');
});

async function status({ client }: SharedTablet, path: string): Promise<number> {
  return (await client.get(path)).status;
}
