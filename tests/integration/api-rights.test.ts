import { describe, expect, it } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { newId } from '../../server/new-id.ts';
import { QUESTION_ROLES, RIGHTS } from '../../shared/access/rights.ts';
import { clinicCommandSchema } from '../../shared/clinic/commands.ts';
import type { Role } from '../../shared/log/roles.ts';
import { COMMAND_ROLES } from '../../shared/session/command-roles.ts';
import { sessionCommandSchema } from '../../shared/session/commands.ts';
import type { ApiClient } from '../support/api-client.ts';
import { startTestServer, type TestServer } from '../support/builders.ts';
import { idOf } from '../support/given-visit.ts';
import { aCheckIn, anOrder, playToScheduled, someVitals } from '../support/play-visit.ts';
import { BAYS, CHAIRS, PATIENTS, PLAN, PROTOCOLS, STAFF } from '../support/small-clinic.ts';

/** Who may do what, letter by letter: nurse, physician, manager, administrator, display, integration. Written out again here, not taken from the table. */
const LETTERS: Readonly<Record<string, Role>> = {
  n: 'nurse',
  p: 'physician',
  m: 'manager',
  a: 'administrator',
  d: 'display',
  i: 'integration',
};

const CARE = 'np';
const ANY_COMMAND: readonly (readonly [type: string, who: string, data: object])[] = [
  ['check-in', CARE, aCheckIn()],
  ['assign-chair', CARE, { chairId: CHAIRS[0] }],
  ['hand-over', CARE, { nurseId: STAFF.nurse2.id }],
  ['answer-checklist', CARE, { item: 'consent', answer: 'yes' }],
  ['override-check', 'p', { item: 'consent', reason: 'given by phone' }],
  ['set-limits', 'p', { limits: { systolic: { mediumHigh: 170 } }, reason: 'treated hypertension' }],
  ['write-order', 'p', anOrder()],
  ['confirm-order', CARE, {}],
  ['record-vitals', CARE, someVitals()],
  ['record-observation', CARE, { moaas: 5 }],
  ['start-infusion', CARE, { rateMlPerHour: 60 }],
  ['change-rate', CARE, { rateMlPerHour: 30, reason: 'drowsy' }],
  ['pause-infusion', CARE, { reason: 'nausea' }],
  ['resume-infusion', CARE, {}],
  ['end-infusion', CARE, { outcome: 'completed' }],
  ['give-dose', CARE, { route: 'im', doseMg: 40 }],
  ['give-medication', CARE, { drug: 'Ondansetron', dose: 4, unit: 'mg', route: 'iv', reason: 'nausea' }],
  ['record-symptom', CARE, { kind: 'nausea', severity: 1 }],
  ['add-note', CARE, { text: 'calm' }],
  ['call-physician', CARE, {}],
  ['answer-call', 'p', {}],
  ['acknowledge-alarm', CARE, { alarmId: idOf(700), position: 1 }],
  ['move-to-recovery', CARE, { bayId: BAYS[0] }],
  ['score-discharge', CARE, { scale: 'padss', items: { vitalSigns: 2, activity: 2, nausea: 2, pain: 2, bleeding: 2 } }],
  ['answer-criterion', CARE, { criterion: 'escort-here', met: true }],
  ['discharge', CARE, {}],
  ['abort-session', CARE, { reason: 'ill' }],
  ['cancel-session', CARE, { reason: 'ill' }],
  ['correct-entry', CARE, { eventId: idOf(701), data: {} }],
  ['record-emergency', CARE, { kind: 'oxygen', action: 'Oxygen 6 L/min, mask' }],
  ['report-adverse-event', CARE, { kind: 'Rash', severity: 'mild', outcome: 'recovered', serious: [] }],
  ['strike-entry', CARE, { eventId: idOf(701), reason: 'wrong visit' }],
  ['sign-record', CARE, { meaning: 'charted', password: 'not-the-password' }],
];

const CLINIC_COMMANDS: readonly (readonly [type: string, who: string, data: object])[] = [
  ['set-up-clinic', '', { id: idOf(50), name: 'Test clinic', timeZone: 'Europe/Berlin', demo: false }],
  ['change-clinic', 'a', { id: idOf(50), name: 'Test clinic', timeZone: 'Europe/Berlin', demo: false }],
  ['put-chair', 'nma', { id: CHAIRS[2], label: '3', order: 2, state: 'cleaning' }],
  ['put-bay', 'ma', { id: BAYS[1], label: 'R2', order: 1, state: 'available' }],
  ['put-staff', 'a', STAFF.nurse2],
  ['put-patient', 'npma', PATIENTS[2]],
  ['record-allergies', 'np', { id: PATIENTS[2].id, allergies: [], was: [] }],
  ['record-conditions', 'np', { id: PATIENTS[2].id, conditions: ['hypertension'] }],
  ['put-plan', 'npma', PLAN],
  ['publish-protocol', 'a', { ...PROTOCOLS.im, version: 1 }],
  [
    'record-outcome',
    'npma',
    { id: idOf(800), patientId: PATIENTS[0].id, scale: 'phq9', total: 12, takenAt: '2026-11-24T08:00:00.000Z' },
  ],
];

const QUESTIONS: readonly (readonly [path: string, who: string])[] = [
  ['/api/me', 'npmadi'],
  ['/api/offline-key', 'npma'],
  ['/api/board', 'npmadi'],
  ['/api/chairs', 'npmadi'],
  ['/api/bays', 'npmadi'],
  ['/api/staff', 'npmai'],
  ['/api/protocols', 'npmai'],
  ['/api/plans', 'npmai'],
  ['/api/outcomes', 'npmai'],
  ['/api/patients', 'npmai'],
  [`/api/patients/${PATIENTS[0].id}`, 'npmai'],
  [`/api/chairs/${CHAIRS[0]}`, 'npmadi'],
  [`/api/staff/${STAFF.nurse.id}`, 'npmai'],
  ['/api/history', 'npmai'],
  ['/api/history/summary', 'npmai'],
  ['/api/history/export.csv', 'npmai'],
  ['/api/tokens', 'a'],
  ['/api/devices', 'a'],
];

async function everybody(server: TestServer): Promise<Map<Role, ApiClient>> {
  return new Map<Role, ApiClient>([
    ['nurse', await server.as('nurse')],
    ['physician', await server.as('physician')],
    ['manager', await server.as('manager')],
    ['administrator', await server.as('admin')],
    ['display', await server.withToken('display')],
    ['integration', await server.withToken('integration')],
  ]);
}

const allowed = (who: string) => new Set([...who].map((letter) => LETTERS[letter]));

/** Asks for each role; whoever may not gets 403, nobody else does, and without a sign-in it is 401. */
async function check(server: TestServer, who: string, ask: (client: ApiClient) => Promise<{ readonly status: number }>) {
  const may = allowed(who);
  for (const [role, client] of await everybody(server)) {
    const { status } = await ask(client);
    expect(`${role}: ${status === 403 ? 'refused' : 'let in'}`).toBe(`${role}: ${may.has(role) ? 'let in' : 'refused'}`);
    expect([401, 404, 422, 500]).not.toContain(status);
  }
  expect((await ask(server.anonymous())).status).toBe(401);
}

it('[ACC1] the matrix names every command and every right', () => {
  const typesOf = (schema: { options: readonly { shape: { type: { value: string } } }[] }) =>
    schema.options.map(({ shape }) => shape.type.value).sort();
  expect(ANY_COMMAND.map(([type]) => type).sort()).toEqual(typesOf(sessionCommandSchema));
  expect(CLINIC_COMMANDS.map(([type]) => type).sort()).toEqual(typesOf(clinicCommandSchema));
  expect(Object.keys(RIGHTS)).toHaveLength(
    Object.keys(QUESTION_ROLES).length + Object.keys(COMMAND_ROLES).length + CLINIC_COMMANDS.length,
  );
});

describe('[ACC1] the role matrix', () => {
  it('[ACC1] commands of a visit', async () => {
    await using server = await startTestServer();
    const visit = await playToScheduled(server);
    const send = (type: string, data: object) => (client: ApiClient) =>
      client.post(`/api/sessions/${visit.sessionId}/commands`, {
        id: newId(server.clock.now()),
        type,
        at: server.now(),
        patientId: visit.patientId,
        data,
      });
    for (const [type, who, data] of ANY_COMMAND) {
      const refusedByRule = type === 'cancel-session' || type === 'abort-session';
      if (!refusedByRule) await check(server, who, send(type, data));
    }
    await check(server, CARE, send('abort-session', { reason: 'ill' }));
    await check(server, CARE, send('cancel-session', { reason: 'ill' }));
  });

  it('[ACC1] scheduling', async () => {
    await using server = await startTestServer();
    await check(server, 'npma', (client) =>
      client.post('/api/sessions', {
        id: newId(server.clock.now()),
        sessionId: newId(server.clock.now()),
        at: server.now(),
        data: { patientId: PATIENTS[1].id, protocolId: PROTOCOLS.iv.id, plannedStart: server.now() },
      }),
    );
  });

  it('[ACC1] changes of reference data', async () => {
    await using server = await startTestServer();
    for (const [type, who, data] of CLINIC_COMMANDS)
      await check(server, who, (client) =>
        client.post('/api/clinic/commands', { id: newId(server.clock.now()), type, at: server.now(), data }),
      );
  });

  it('[ACC1] questions', async () => {
    await using server = await startTestServer();
    for (const [path, who] of QUESTIONS) await check(server, who, (client) => client.get(path));
    const visit = await playToScheduled(server);
    await check(server, 'npmai', (client) => client.get(`/api/sessions/${visit.sessionId}/timeline`));
    await check(server, 'npmai', (client) => client.get(`/api/sessions/${visit.sessionId}/export.csv`));
  });

  it('[ACC1, ACC10] tokens and passwords', async () => {
    await using server = await startTestServer();
    await check(server, 'a', (client) => client.post('/api/tokens', { name: 'Wall', role: 'display' }));
    await check(server, 'a', async (client) => {
      const { body } = await (await server.as('admin')).post<{ id: string }>('/api/tokens', { name: 'Wall', role: 'display' });
      return client.delete(`/api/tokens/${body.id}`);
    });
    // The password of somebody else; that of the administrator is one's own there, and wants the old one.
    await check(server, 'a', (client) =>
      client.post(`/api/staff/${STAFF.nurse2.id}/password`, { password: 'lamp-under-the-window' }),
    );
    await check(server, 'npmadi', (client) => client.post('/api/sign-out'));
  });
});

it('[ACC1, DEV1] shared tablets', async () => {
  await using server = await startTestServer();
  await check(server, 'a', (client) => client.post('/api/devices', { name: 'Tablet' }));
  const { body } = await (await server.as('admin')).post<{ id: string }>('/api/devices', { name: 'Tablet' });
  await check(server, 'a', (client) => client.put(`/api/devices/${body.id}`, { name: 'Tablet 1' }));
  await check(server, 'a', (client) => client.delete(`/api/devices/${body.id}`));
  await check(server, 'npma', (client) => client.post('/api/me/pin', { password: 'wrong', pin: '274915' }));
  // Whoever may lock or confirm may do it on an enrolled tablet alone, and this is none.
  for (const client of (await everybody(server)).values()) {
    expect((await client.post('/api/lock')).status).toBe(403);
    expect((await client.post('/api/confirm', { pin: '274915' })).status).toBe(403);
    expect((await client.post('/api/unlock', { staffId: STAFF.nurse.id, pin: '274915' })).body).toMatchObject({
      code: 'device-not-enrolled',
    });
    const call = { id: newId(server.clock.now()), sessionId: newId(server.clock.now()) };
    expect((await client.post('/api/emergency', call)).body).toMatchObject({ code: 'device-not-enrolled' });
  }
});

it('[ACC1] every address of the server is covered by a test of its rights or is everyone’s', async () => {
  await using server = await startTestServer();
  const { paths } = (await server.anonymous().get<{ paths: Record<string, object> }>('/api/openapi.json')).body;
  const asked = [
    ...QUESTIONS.map(([path]) => path.replace(/[0-9a-f-]{36}/, '{id}')),
    ...['/api/plans', '/api/outcomes', '/api/bays', '/api/protocols'].map((path) => `${path}/{id}`),
    ...['/api/sessions', '/api/sessions/{sessionId}/commands', '/api/clinic/commands', '/api/carried-entries'],
    ...['/api/sessions/{sessionId}/timeline', '/api/sessions/{sessionId}/export.csv'],
    ...['/api/tokens/{id}', '/api/staff/{id}/password', '/api/sign-out'],
    ...['/api/sign-in', '/api/set-up', '/healthz', '/readyz', '/metrics'],
    ...['/api/device', '/api/devices/{id}', '/api/me/pin', '/api/lock', '/api/unlock', '/api/confirm', '/api/emergency'],
  ];
  expect(Object.keys(paths).sort()).toEqual([...new Set(asked)].sort());
});

it('[ACC1] a route that names no right does not start', async () => {
  await using server = await startTestServer();
  const app = buildApp(server.services, {
    logSink: { write: () => undefined },
    clientDir: server.dataDir,
    plugins: [async (scope) => void scope.get('/api/forgotten', async () => 'everything')],
  });
  await expect(app.ready()).rejects.toThrow('No right is declared for GET /api/forgotten');
});

it('[ACC1] a manager may read a visit but not write into it', async () => {
  await using server = await startTestServer();
  const visit = await playToScheduled(server);
  const answer = await visit.try('add-note', { text: 'calm' }, { as: 'manager' });
  expect([answer.status, answer.body]).toMatchObject([403, { code: 'not-allowed', rule: 'ACC1' }]);
});
