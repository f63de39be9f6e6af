import { expect, it } from 'vitest';
import { hashToken } from '../../server/access/token.ts';
import { newId } from '../../server/new-id.ts';
import { HOUR_MS, MINUTE_MS, toInstant, toMs } from '../../shared/units.ts';
import { signedInSchema } from '../../shared/wire/up.ts';
import type { ApiClient } from '../support/api-client.ts';
import { PASSWORD, startTestServer } from '../support/builders.ts';
import { hashesDuring } from '../support/hashes-during.ts';
import { playToDischarged } from '../support/play-visit.ts';
import { STAFF } from '../support/small-clinic.ts';

it('[ACC2] signing in answers who it is and gives a cookie that no script reads and no other site sends', async () => {
  await using server = await startTestServer();
  const client = server.anonymous();
  const answer = await client.signIn('Nurse ', PASSWORD);
  expect(answer.status).toBe(200);
  const { id, name, initials, role } = STAFF.nurse;
  expect(signedInSchema.strict().parse(answer.body)).toEqual({
    staff: { id, name, initials, role },
    expiresAt: toInstant(server.clock.now() + 30 * MINUTE_MS),
  });
  expect(answer.headers.get('set-cookie')).toMatch(/^chairside=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/);
  expect((await client.get('/api/me')).body).toEqual(answer.body);

  const token = client.cookie?.split('=')[1] ?? '';
  const { secrets } = server.services.store;
  expect(await secrets.sessionOf(hashToken(token))).toMatchObject({ staffId: id });
  expect(await secrets.sessionOf(token)).toBeUndefined();
});

it('[ACC2] behind TLS the cookie is secure and of this host alone', async () => {
  await using server = await startTestServer();
  const behindProxy = server.anonymous({ 'x-forwarded-proto': 'https', 'x-forwarded-host': 'clinic.example' });
  const answer = await behindProxy.signIn('nurse', PASSWORD);
  expect(answer.headers.get('set-cookie')).toMatch(
    /^__Host-chairside=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
  );
  expect((await behindProxy.get('/api/me')).status).toBe(200);
});

it('[ACC2] each sign-in is new, and ends the one that was there before', async () => {
  await using server = await startTestServer();
  const client = server.anonymous();
  await client.signIn('nurse', PASSWORD);
  const first = client.cookie;
  await client.signIn('nurse', PASSWORD);
  expect(client.cookie).not.toBe(first);
  expect((await client.get('/api/me', { headers: { cookie: first ?? '' } })).status).toBe(401);
  expect((await client.get('/api/me')).status).toBe(200);
});

it('[ACC3] unknown user, wrong password and somebody who has left get the same answer after the same work', async () => {
  await using server = await startTestServer();
  await changeStaff(await server.as('admin'), server.now(), { ...STAFF.nurse2, active: false });
  const tries = [
    ['nurse', 'a-quiet-room-43'],
    ['nobody', PASSWORD],
    ['nurse2', PASSWORD],
  ] as const;
  // The hash of nobody is made once.
  await server.anonymous().signIn('somebody', PASSWORD);
  const answers = [];
  for (const [username, password] of tries) {
    const { answer, hashes } = await hashesDuring(() => server.anonymous().signIn(username, password));
    expect(hashes).toBe(1);
    answers.push([answer.status, answer.text, answer.headers.get('set-cookie')]);
  }
  expect(answers[0]?.slice(0, 1)).toEqual([401]);
  expect(answers[0]?.[1]).toContain('"code":"sign-in-refused"');
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[2]).toEqual(answers[0]);
});

it('[ACC4] the seventh try in a row has to wait, and says how long; then it is let in', async () => {
  await using server = await startTestServer();
  const client = server.anonymous();
  for (let n = 0; n < 6; n += 1) expect((await client.signIn('nurse', `wrong-${n}`)).status).toBe(401);
  const refused = await client.signIn('nurse', PASSWORD);
  expect([refused.status, refused.body.code, refused.headers.get('retry-after')]).toEqual([429, 'too-many-requests', '30']);
  expect((await client.signIn('physician', PASSWORD)).status).toBe(200);
  server.clock.advance(30_000);
  expect((await client.signIn('nurse', PASSWORD)).status).toBe(200);
});

it('[ACC4] tries sent all at once are counted one by one', async () => {
  await using server = await startTestServer();
  const statuses = await Promise.all(
    Array.from({ length: 12 }, async (_, n) => (await server.anonymous().signIn('nurse', `wrong-${n}`)).status),
  );
  expect(statuses.filter((status) => status === 401)).toHaveLength(6);
  expect(statuses.filter((status) => status === 429)).toHaveLength(6);
});

it('[ACC5] one’s own password: the old one is wanted, other sign-ins end, this one stays', async () => {
  await using server = await startTestServer();
  const here = await server.as('nurse');
  const elsewhere = await server.as('nurse');
  const set = (body: object) =>
    here.post<{ code: string; errors?: { path: string }[] }>(`/api/staff/${STAFF.nurse.id}/password`, body);
  const password = 'lamp-under-the-window';
  expect((await set({ password })).body).toMatchObject({ code: 'malformed', errors: [{ path: 'oldPassword' }] });
  expect((await set({ password, oldPassword: 'wrong' })).body.code).toBe('wrong-password');
  expect((await set({ password: 'short', oldPassword: PASSWORD })).body).toMatchObject({ errors: [{ path: 'password' }] });
  expect((await set({ password: 'Password-1234', oldPassword: PASSWORD })).body).toMatchObject({
    errors: [{ path: 'password' }],
  });
  expect((await set({ password, oldPassword: PASSWORD })).status).toBe(204);
  expect((await here.get('/api/me')).status).toBe(200);
  expect((await elsewhere.get('/api/me')).status).toBe(401);
  expect((await server.anonymous().signIn('nurse', PASSWORD)).status).toBe(401);
  expect((await server.anonymous().signIn('nurse', password)).status).toBe(200);
});

it('[ACC5] an administrator gives a new member of staff a password; nobody else does', async () => {
  await using server = await startTestServer();
  const admin = await server.as('admin');
  const staff = { ...STAFF.nurse, id: newId(server.clock.now()), username: 'new.nurse' };
  await changeStaff(admin, server.now(), staff);
  const password = 'lamp-under-the-window';
  expect((await (await server.as('manager')).post(`/api/staff/${staff.id}/password`, { password })).status).toBe(403);
  expect((await admin.post(`/api/staff/${staff.id}/password`, { password })).status).toBe(204);
  expect((await admin.post(`/api/staff/${newId(1)}/password`, { password })).status).toBe(404);
  expect((await server.anonymous().signIn('new.nurse', password)).status).toBe(200);
});

it('[ACC7] a sign-in ends after 30 minutes without use', async () => {
  await using server = await startTestServer();
  const nurse = await server.as('nurse');
  for (let n = 0; n < 3; n += 1) {
    server.clock.advance(29 * MINUTE_MS);
    expect((await nurse.get('/api/me')).status).toBe(200);
  }
  server.clock.advance(30 * MINUTE_MS);
  expect((await nurse.get<{ code: string }>('/api/me')).body.code).toBe('not-signed-in');
});

it('[ACC7] a sign-in ends after 12 hours, however busy', async () => {
  await using server = await startTestServer();
  const nurse = await server.as('nurse');
  const endsAt = server.clock.now() + 12 * HOUR_MS;
  for (;;) {
    server.clock.advance(20 * MINUTE_MS);
    const answer = await nurse.get<{ expiresAt: string }>('/api/me');
    if (answer.status === 401) break;
    expect(toMs(answer.body.expiresAt)).toBeLessThanOrEqual(endsAt);
  }
  expect(server.clock.now()).toBe(endsAt);
});

it('[ACC7] signing out ends it on the server, and open screens hear of it', async () => {
  await using server = await startTestServer();
  const nurse = await server.as('nurse');
  const { cookie } = nurse;
  const ended: string[] = [];
  server.services.signIns.onRevoked((tokenHash) => ended.push(tokenHash));
  const answer = await nurse.post('/api/sign-out');
  expect(answer.status).toBe(204);
  expect(nurse.cookie).toBeUndefined();
  expect((await nurse.get('/api/me', { headers: { cookie: cookie ?? '' } })).status).toBe(401);
  expect(ended).toEqual([hashToken(cookie?.split('=')[1] ?? '')]);
});

it('[ACC7] expired sign-ins are told to open screens without anybody asking', async () => {
  await using server = await startTestServer();
  const nurse = await server.as('nurse');
  const { signIns } = server.services;
  const ended: string[] = [];
  signIns.onRevoked((tokenHash) => ended.push(tokenHash));
  await signIns.sweep();
  expect(ended).toEqual([]);
  server.clock.advance(31 * MINUTE_MS);
  await signIns.sweep();
  expect(ended).toEqual([hashToken(nurse.cookie?.split('=')[1] ?? '')]);
});

it('[ACC7] a connected screen is use: a board that nobody touches does not go blank', async () => {
  await using server = await startTestServer();
  const nurse = await server.as('nurse');
  const { signIns } = server.services;
  const tokenHash = hashToken(nurse.cookie?.split('=')[1] ?? '');
  for (let minutes = 0; minutes < 90; minutes += 20) {
    server.clock.advance(20 * MINUTE_MS);
    signIns.watched(tokenHash);
    await signIns.sweep();
  }
  expect((await nurse.get('/api/me')).status).toBe(200);
  server.clock.advance(12 * 60 * MINUTE_MS);
  signIns.watched(tokenHash);
  await signIns.sweep();
  expect((await nurse.get('/api/me')).status).toBe(401);
});

it('[ACC7] another role, or leaving, ends all sign-ins of that person; another name does not', async () => {
  await using server = await startTestServer();
  const admin = await server.as('admin');
  const nurse = await server.as('nurse');
  const nurse2 = await server.as('nurse2');
  await changeStaff(admin, server.now(), { ...STAFF.nurse, name: 'Ana Ruiz-Lund' });
  expect((await nurse.get<{ staff: { name: string } }>('/api/me')).body.staff.name).toBe('Ana Ruiz-Lund');
  await changeStaff(admin, server.now(), { ...STAFF.nurse, role: 'manager' });
  expect((await nurse.get('/api/me')).status).toBe(401);
  await changeStaff(admin, server.now(), { ...STAFF.nurse2, active: false });
  expect((await nurse2.get('/api/me')).status).toBe(401);
  expect((await admin.get('/api/me')).status).toBe(200);
});

it('[ACC7] a restart of the server signs nobody out', async () => {
  await using server = await startTestServer();
  const nurse = await server.as('nurse');
  await using again = await server.restart();
  const later = again.anonymous();
  later.cookie = nurse.cookie;
  expect((await later.get('/api/me')).status).toBe(200);
});

it('[ACC9] a signature wants the password; a wrong one stores nothing; it is stored nowhere', async () => {
  await using server = await startTestServer();
  const visit = await playToDischarged(server);
  const nurse = await visit.client('nurse');
  const { store } = server.services;
  const head = store.head();
  const command = visit.command('sign-record', { meaning: 'charted', password: 'wrong' });
  const refused = await nurse.command(visit.sessionId, command);
  expect([refused.status, refused.body.code]).toEqual([409, 'wrong-password']);
  expect(store.head()).toBe(head);

  // The same entry again, now with the right one: a slip of the finger is not held against it.
  const signed = await nurse.command(visit.sessionId, { ...command, data: { meaning: 'charted', password: PASSWORD } });
  expect(signed.status).toBe(201);
  expect(signed.body.events).toMatchObject([{ type: 'record-signed', data: { meaning: 'charted' } }]);
  expect(signed.text).not.toContain(PASSWORD);
  expect(JSON.stringify(await store.eventsAfter(0, 10_000))).not.toContain(PASSWORD);
  expect(server.logLines.join('')).not.toContain(PASSWORD);
  const replayed = await nurse.command(visit.sessionId, { ...command, data: { meaning: 'charted', password: PASSWORD } });
  expect([replayed.status, replayed.text]).toEqual([200, signed.text]);
});

it('[ACC10] a token is shown once, reads, changes nothing, and ends when it is taken back', async () => {
  await using server = await startTestServer();
  const admin = await server.as('admin');
  const made = await admin.post<{ id: string; token: string }>('/api/tokens', { name: 'Data warehouse', role: 'integration' });
  expect(made.status).toBe(201);
  expect(made.body.token).toMatch(/^[\w-]{43}$/);
  const list = await admin.get<{ tokens: object[] }>('/api/tokens');
  expect(list.body.tokens).toMatchObject([{ id: made.body.id, name: 'Data warehouse', role: 'integration' }]);
  expect(list.text).not.toContain(made.body.token);
  expect(list.text).not.toContain(hashToken(made.body.token));

  const warehouse = server.anonymous({ authorization: `Bearer ${made.body.token}` });
  expect((await warehouse.get('/api/history')).status).toBe(200);
  expect((await warehouse.get<{ staff: object }>('/api/me')).body.staff).toMatchObject({ role: 'integration' });
  const ended: string[] = [];
  server.services.signIns.onRevoked((tokenHash) => ended.push(tokenHash));
  expect((await admin.delete(`/api/tokens/${made.body.id}`)).status).toBe(204);
  expect(ended).toEqual([hashToken(made.body.token)]);
  expect((await warehouse.get('/api/history')).status).toBe(401);
  expect((await admin.get<{ tokens: object[] }>('/api/tokens')).body.tokens).toMatchObject([{ revokedAt: server.now() }]);
  expect((await admin.delete(`/api/tokens/${newId(1)}`)).status).toBe(404);
});

async function changeStaff(admin: ApiClient, at: string, data: typeof STAFF.nurse): Promise<void> {
  const answer = await admin.clinic({ id: newId(toMs(at)), type: 'put-staff', at, data });
  if (answer.status !== 201) throw new Error(answer.text);
}
