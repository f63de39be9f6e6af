import { expect, it } from 'vitest';
import type { Problem } from '../../shared/wire/problem.ts';
import type { SignedIn } from '../../shared/wire/up.ts';
import { startTestServer } from '../support/builders.ts';

const WANTED = {
  clinicName: 'Riverside Infusion',
  timeZone: 'America/New_York',
  administrator: { name: 'Emil Holm', initials: 'EH', username: 'emil', password: 'lamp-under-the-window' },
  chairs: 12,
  bays: 5,
};

it('[API12] an empty clinic is set up in one step, and the first administrator is signed in', async () => {
  await using server = await startTestServer({ empty: true });
  const client = server.anonymous();
  expect((await client.get('/api/set-up')).body).toEqual({ needed: true });
  const answer = await client.post<SignedIn>('/api/set-up', WANTED);
  expect(answer.status).toBe(201);
  expect(answer.body.staff).toMatchObject({ name: 'Emil Holm', initials: 'EH', role: 'administrator' });

  const board = await client.board();
  expect(board.clinic).toMatchObject({ name: 'Riverside Infusion', timeZone: 'America/New_York', demo: false });
  expect(board.chairs.map(({ label, state }) => `${label} ${state}`)).toEqual(
    Array.from({ length: 12 }, (_, n) => `${n + 1} available`),
  );
  expect(board.bays.map(({ label }) => label)).toEqual(['R1', 'R2', 'R3', 'R4', 'R5']);
  expect(board.protocols.map(({ name, version }) => `${name} ${version}`)).toEqual([
    'Ketamine IV 1',
    'Ketamine IM 1',
    'Esketamine nasal 1',
  ]);
  expect(board.staff).toMatchObject([{ id: answer.body.staff.id, username: 'emil', role: 'administrator', active: true }]);
  expect((await client.get('/api/set-up')).body).toEqual({ needed: false });
  expect((await server.anonymous().signIn('emil', WANTED.administrator.password)).status).toBe(200);
  expect(JSON.stringify(await server.services.store.eventsAfter(0, 1_000))).not.toContain('lamp');
});

it('[API12] it happens once, also when two try at the same time', async () => {
  await using server = await startTestServer({ empty: true });
  const other = { ...WANTED, clinicName: 'Other', administrator: { ...WANTED.administrator, username: 'other' } };
  const answers = await Promise.all([
    server.anonymous().post('/api/set-up', WANTED),
    server.anonymous().post('/api/set-up', other),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  const late = await server.anonymous().post<Problem>('/api/set-up', other);
  expect([late.status, late.body.code]).toEqual([409, 'already-set-up']);
  expect(server.services.model.clinic.staff.size).toBe(1);
  expect(server.services.model.clinic.chairs.size).toBe(12);
});

it('[API12] what cannot be is refused whole, and can be tried again', async () => {
  await using server = await startTestServer({ empty: true });
  const client = server.anonymous();
  const nowhere = await client.post<Problem>('/api/set-up', { ...WANTED, timeZone: 'Mars/Olympus' });
  expect([nowhere.status, nowhere.body.code]).toEqual([409, 'unknown-time-zone']);
  const weak = { ...WANTED, administrator: { ...WANTED.administrator, password: 'password1234' } };
  expect((await client.post<Problem>('/api/set-up', weak)).body.errors).toMatchObject([{ path: 'administrator.password' }]);
  expect((await client.post<Problem>('/api/set-up', { ...WANTED, chairs: 0 })).body.errors).toMatchObject([{ path: 'chairs' }]);
  expect(server.services.store.head()).toBe(0);
  expect((await client.post('/api/set-up', WANTED)).status).toBe(201);
});

it('[API12] where there is staff nothing can be set up', async () => {
  await using server = await startTestServer();
  expect((await server.anonymous().get('/api/set-up')).body).toEqual({ needed: false });
  expect((await server.anonymous().post('/api/set-up', WANTED)).status).toBe(409);
});
