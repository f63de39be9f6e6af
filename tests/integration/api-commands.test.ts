import { expect, it } from 'vitest';
import { newId } from '../../server/new-id.ts';
import { MINUTE_MS, toInstant } from '../../shared/units.ts';
import { problemSchema } from '../../shared/wire/problem.ts';
import { startTestServer } from '../support/builders.ts';
import { idOf } from '../support/given-visit.ts';
import {
  aCheckIn,
  playToCheckedIn,
  playToDischarged,
  playToInfusing,
  playToScheduled,
  someVitals,
} from '../support/play-visit.ts';
import { CHAIRS, PATIENTS, PLAN, PROTOCOLS } from '../support/small-clinic.ts';

it('[API1] a command is answered 201, again 200 with the same, with another body 409', async () => {
  await using server = await startTestServer();
  const visit = await playToCheckedIn(server);
  const nurse = await visit.client('nurse');
  const command = visit.command('record-vitals', someVitals());
  const first = await nurse.command(visit.sessionId, command);
  expect(first.status).toBe(201);
  expect(first.body.position).toBe(server.services.store.head());
  expect(first.body.events).toMatchObject([
    {
      position: first.body.position,
      stream: `session/${visit.sessionId}`,
      type: 'vitals-recorded',
      version: 1,
      happenedAt: command.at,
      recordedAt: server.now(),
      actor: { id: idOf(1), role: 'nurse' },
      commandId: command.id,
      data: someVitals(),
    },
  ]);

  server.clock.advance(MINUTE_MS);
  const again = await nurse.command(visit.sessionId, command);
  expect(again.status).toBe(200);
  expect(again.text).toBe(first.text);

  const other = await nurse.command(visit.sessionId, { ...command, data: someVitals({ systolic: 140 }) });
  expect([other.status, other.body.code]).toEqual([409, 'command-id-reused']);
  expect((await nurse.timeline(visit.sessionId)).filter(({ type }) => type === 'vitals-recorded')).toHaveLength(1);
});

it('[API1] the order of the fields does not make another body', async () => {
  await using server = await startTestServer();
  const visit = await playToScheduled(server);
  const nurse = await visit.client('nurse');
  const { id, type, at, patientId, data } = visit.command('check-in', aCheckIn());
  expect((await nurse.command(visit.sessionId, { id, type, at, patientId, data })).status).toBe(201);
  const turned = { data: Object.fromEntries(Object.entries(data).reverse()), patientId, at, type, id };
  expect((await nurse.post(`/api/sessions/${visit.sessionId}/commands`, turned)).status).toBe(200);
});

it('[API1] a visit is scheduled once; its place in the series and the protocol’s version are fixed', async () => {
  await using server = await startTestServer();
  const nurse = await server.as('nurse');
  const body = {
    id: newId(server.clock.now()),
    sessionId: newId(server.clock.now()),
    at: server.now(),
    data: { patientId: PATIENTS[0].id, protocolId: PROTOCOLS.iv.id, planId: PLAN.id, plannedStart: server.now() },
  };
  const first = await nurse.post<{ events: unknown[] }>('/api/sessions', body);
  expect(first.status).toBe(201);
  expect(first.body.events).toMatchObject([
    { type: 'session-scheduled', data: { protocolVersion: 1, infusionNumber: 3, infusionsPlanned: 6, indication: 'PTSD' } },
  ]);
  expect((await nurse.post('/api/sessions', body)).status).toBe(200);
  const twice = await nurse.post('/api/sessions', { ...body, id: newId(server.clock.now()) });
  expect([twice.status, twice.body]).toMatchObject([409, { code: 'session-exists', sessionId: body.sessionId }]);
});

it('[API2] of 50 that assign one chair at once, one wins', async () => {
  await using server = await startTestServer();
  const visits = [await playToScheduled(server), await playToScheduled(server, { patientId: PATIENTS[1].id })];
  for (const visit of visits) await visit.say('check-in', aCheckIn());
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, n) => visits[n % 2]?.try('assign-chair', { chairId: CHAIRS[0] })),
  );
  const winners = new Set(answers.filter((answer) => answer?.status === 201).map((answer) => answer?.body.events[0]?.stream));
  expect(winners.size).toBe(1);
  const refused = answers.filter((answer) => answer?.status === 409);
  expect(refused).toHaveLength(25);
  for (const answer of refused) expect(answer?.body).toMatchObject({ code: 'chair-occupied', rule: 'VISIT5' });
});

it('[API3] the wrong patient is refused with code, rule, sentence and visit, and nothing is stored', async () => {
  await using server = await startTestServer();
  const visit = await playToCheckedIn(server);
  const before = server.services.store.head();
  const answer = await visit.try('record-vitals', someVitals(), { patientId: PATIENTS[1].id });
  expect(answer.status).toBe(409);
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(problemSchema.parse(answer.body)).toEqual({
    type: '/api/docs#wrong-patient',
    title: 'This visit belongs to another patient',
    status: 409,
    code: 'wrong-patient',
    rule: 'VISIT2',
    detail: 'This visit belongs to another patient. Nothing was stored.',
    sessionId: visit.sessionId,
  });
  expect(server.services.store.head()).toBe(before);
});

it.each([
  ['no value at all', {}, ['data']],
  ['half a blood pressure', { systolic: 120 }, ['data.diastolic']],
  ['outside the plausible range', { heartRate: 300, spo2: 20 }, ['data.heartRate', 'data.spo2']],
  ['a word for a number', { heartRate: '72' }, ['data.heartRate']],
  ['upside down', { systolic: 80, diastolic: 120 }, ['data.diastolic']],
  ['an unknown field', { heartRate: 72, puls: 72 }, ['data.puls']],
])('[API4] malformed: %s', async (_, data, paths) => {
  await using server = await startTestServer();
  const visit = await playToCheckedIn(server);
  const before = server.services.store.head();
  const answer = await visit.try('record-vitals', data as never);
  expect([answer.status, answer.body.code]).toEqual([422, 'malformed']);
  expect(answer.body.errors?.map(({ path }) => path)).toEqual(paths);
  expect(server.services.store.head()).toBe(before);
});

it('[API4] malformed: the envelope, an unknown type, no JSON at all', async () => {
  await using server = await startTestServer();
  const visit = await playToCheckedIn(server);
  const nurse = await visit.client('nurse');
  const path = `/api/sessions/${visit.sessionId}/commands`;
  const good = visit.command('add-note', { text: 'calm' });
  const errorsOf = async (body: unknown) => {
    const answer = await nurse.post(path, body);
    expect([answer.status, problemSchema.parse(answer.body).code]).toEqual([422, 'malformed']);
    return problemSchema.parse(answer.body).errors?.map((error) => error.path);
  };
  expect(await errorsOf({ ...good, id: 'one' })).toEqual(['id']);
  expect(await errorsOf({ ...good, at: '2026-11-24 09:00' })).toEqual(['at']);
  expect(await errorsOf({ ...good, type: 'vanish' })).toEqual(['type']);
  expect(await errorsOf({ ...good, actor: { id: idOf(3), role: 'physician' } })).toEqual(['actor']);
  expect(await errorsOf({})).toContain('type');
  expect(await errorsOf('{"id": ')).toEqual(['']);
  expect(await errorsOf('')).toEqual(['']);
  expect(await errorsOf('{"__proto__": {"role": "physician"}}')).toEqual(['']);
});

it('[API5] a visit that does not exist is not found', async () => {
  await using server = await startTestServer();
  const visit = await playToScheduled(server);
  const nurse = await visit.client('nurse');
  for (const id of [newId(server.clock.now()), 'nothing', '..%2f..%2fetc']) {
    const answer = await nurse.post(`/api/sessions/${id}/commands`, visit.command('add-note', { text: 'calm' }));
    expect([answer.status, answer.body]).toMatchObject([404, { code: 'unknown-session' }]);
    expect((await nurse.get(`/api/sessions/${id}/timeline`)).status).toBe(404);
    expect((await nurse.get(`/api/sessions/${id}/export.csv`)).status).toBe(404);
  }
});

it('[API6] more than 60 s ahead is refused, and the same entry is taken when its time has come', async () => {
  await using server = await startTestServer();
  const visit = await playToCheckedIn(server);
  const nurse = await visit.client('nurse');
  const soon = visit.command('add-note', { text: 'calm' }, { at: toInstant(server.clock.now() + MINUTE_MS) });
  expect((await nurse.command(visit.sessionId, soon)).status).toBe(201);
  const late = visit.command('add-note', { text: 'asleep' }, { at: toInstant(server.clock.now() + MINUTE_MS + 1) });
  const answer = await nurse.command(visit.sessionId, late);
  expect([answer.status, answer.body]).toMatchObject([422, { code: 'happened-in-the-future', sessionId: visit.sessionId }]);
  server.clock.advance(1);
  expect((await nurse.command(visit.sessionId, late)).status).toBe(201);
});

it('[API1] an entry may name the device that it came from', async () => {
  await using server = await startTestServer();
  const visit = await playToCheckedIn(server);
  const nurse = await visit.client('nurse');
  const send = (device: string) =>
    nurse.post<{ events: unknown[] }>(`/api/sessions/${visit.sessionId}/commands`, visit.command('add-note', { text: 'calm' }), {
      headers: { 'chairside-device': device },
    });
  expect((await send(idOf(77))).body.events).toMatchObject([{ deviceId: idOf(77) }]);
  expect((await send('Ana’s tablet'.replace('’', ''))).body.events).not.toMatchObject([{ deviceId: expect.anything() }]);
});

it('[API15] a visit of an earlier day takes corrections and signatures, and counts in its series', async () => {
  await using server = await startTestServer();
  const visit = await playToDischarged(server);
  server.clock.advance(24 * 60 * MINUTE_MS);
  await using again = await server.restart();
  const nurse = await again.as('nurse');
  expect((await nurse.board()).sessions).toEqual([]);
  const reading = (await nurse.timeline(visit.sessionId)).find(({ type }) => type === 'vitals-recorded');
  const corrected = await nurse.post(`/api/sessions/${visit.sessionId}/commands`, {
    id: newId(again.clock.now()),
    type: 'correct-entry',
    at: again.now(),
    patientId: visit.patientId,
    data: { eventId: reading?.id, data: someVitals({ systolic: 132 }), reason: 'misread' },
  });
  expect(corrected.status).toBe(201);
  expect((await nurse.timeline(visit.sessionId)).at(-1)?.type).toBe('entry-corrected');
  expect((await nurse.board()).sessions).toEqual([]);

  const next = await playToScheduled(again);
  expect((await nurse.timeline(next.sessionId))[0]).toMatchObject({ data: { infusionNumber: 4 } });
  await next.say('cancel-session', { reason: 'ill' });
  const instead = await playToScheduled(again);
  expect((await nurse.timeline(instead.sessionId))[0]).toMatchObject({ data: { infusionNumber: 4 } });
});

it('[API15] a visit that ended yesterday leaves the board and still counts', async () => {
  await using server = await startTestServer();
  const running = await playToInfusing(server, { patientId: PATIENTS[1].id, chairId: CHAIRS[1] });
  const done = await playToDischarged(server);
  expect((await (await server.as('nurse')).board()).sessions.map(({ id }) => id)).toEqual([running.sessionId, done.sessionId]);
  server.clock.advance(24 * 60 * MINUTE_MS);
  const later = await server.as('nurse');
  expect((await later.board()).sessions.map(({ id }) => id)).toEqual([running.sessionId]);
  const next = await playToScheduled(server);
  expect((await later.timeline(next.sessionId))[0]).toMatchObject({ data: { infusionNumber: 4 } });
});

it('[VISIT56] a corrected time is refused outside of the visit, and taken within', async () => {
  await using server = await startTestServer();
  const visit = await playToInfusing(server);
  server.clock.advance(6 * MINUTE_MS);
  await visit.say('record-vitals', { heartRate: 80 });
  const nurse = await server.as('nurse');
  const reading = (await nurse.timeline(visit.sessionId)).findLast(({ type }) => type === 'vitals-recorded');
  const correct = (minutes: number) =>
    nurse.post(`/api/sessions/${visit.sessionId}/commands`, {
      id: newId(server.clock.now()),
      type: 'correct-entry',
      at: server.now(),
      patientId: visit.patientId,
      data: {
        eventId: reading?.id,
        data: { heartRate: 80 },
        happenedAt: toInstant(server.clock.now() + minutes * MINUTE_MS),
        reason: 'Wrong time',
      },
    });
  for (const minutes of [-600, 5]) {
    const refused = await correct(minutes);
    expect(refused.status).toBe(409);
    expect(problemSchema.parse(refused.body)).toMatchObject({ code: 'time-not-correctable', rule: 'VISIT56' });
  }
  expect((await correct(-3)).status).toBe(201);
  expect((await nurse.timeline(visit.sessionId)).at(-1)?.type).toBe('entry-corrected');
});
