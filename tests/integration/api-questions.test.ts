import { expect, it } from 'vitest';
import { newId } from '../../server/new-id.ts';
import { isClinicEvent } from '../../shared/clinic/events.ts';
import { foldClinic } from '../../shared/clinic/fold.ts';
import { chairsInOrder } from '../../shared/clinic/state.ts';
import { recordedSchema } from '../../shared/log/event.ts';
import { isSessionEvent } from '../../shared/session/events.ts';
import { foldSession } from '../../shared/session/evolve.ts';
import { MINUTE_MS } from '../../shared/units.ts';
import type { BoardAnswer } from '../../shared/wire/board.ts';
import { PASSWORD, startTestServer } from '../support/builders.ts';
import { aCheckIn, playToDischarged, playToInfusing, playToScheduled, someVitals } from '../support/play-visit.ts';
import { CHAIRS, PATIENTS, PLAN, PROTOCOLS, STAFF } from '../support/small-clinic.ts';

it('[API8] the board folds to the state that the server decides on, and to what the log says', async () => {
  await using server = await startTestServer();
  const done = await playToDischarged(server);
  const running = await playToInfusing(server, { patientId: PATIENTS[1].id, chairId: CHAIRS[1] });
  await running.say('record-vitals', someVitals({ systolic: 131 }));
  const nurse = await running.client('nurse');
  const board = await nurse.board();
  const { store, model } = server.services;

  const {
    sessions: _s,
    chairs: _c,
    bays: _b,
    staff: _st,
    patients: _pa,
    plans: _pl,
    outcomes: _o,
    protocols: _pr,
    ...head
  } = board;
  expect(head).toEqual({
    epoch: store.epoch,
    head: store.head(),
    now: server.now(),
    speed: 1,
    clinic: { id: expect.any(String), name: 'Test clinic', timeZone: 'Europe/Berlin', demo: false },
  });
  expect(board.sessions.map(({ id }) => id)).toEqual([done.sessionId, running.sessionId]);
  for (const { id, events } of board.sessions) {
    // The very bytes of the log, one event behind the other.
    expect(JSON.stringify(events)).toBe(JSON.stringify(await store.eventsOf(`session/${id}`)));
    for (const event of events) expect(recordedSchema.safeParse(event).success).toBe(true);
    expect(foldSession(events)).toEqual(model.session(id));
  }
  const clinic = foldClinic((await store.referenceEvents()).filter(isClinicEvent));
  expect(board.chairs).toEqual(chairsInOrder(clinic));
  expect(board.staff).toEqual([...clinic.staff.values()]);
  expect(board.protocols).toEqual(Object.values(PROTOCOLS));
  expect(board.patients).toEqual([PATIENTS[0], PATIENTS[1]]);
  expect(board.plans).toEqual([PLAN]);
});

it('[API8] after a restart the board is the same, byte for byte', async () => {
  await using server = await startTestServer();
  await playToInfusing(server);
  const before = await (await server.as('nurse')).get('/api/board');
  await using again = await server.restart();
  expect((await (await again.as('nurse')).get('/api/board')).text).toBe(before.text);
});

it('[ACC12] a wall display gets the board without names and free text', async () => {
  await using server = await startTestServer();
  const visit = await playToInfusing(server);
  await visit.say('add-note', { text: 'Asks for her sister Selma.' });
  const answer = await (await server.withToken('display')).get<BoardAnswer>('/api/board');
  expect(answer.status).toBe(200);
  for (const word of ['Maya', 'Reyes', '1992-03-12', '00484821', 'Ana Ruiz', 'Selma', 'Jo Reyes'])
    expect(answer.text).not.toContain(word);
  const { events } = answer.body.sessions[0] ?? { events: [] };
  const full = await server.services.store.eventsOf(`session/${visit.sessionId}`);
  expect(events.map(({ position }) => position)).toEqual(full.map(({ position }) => position));
  expect(foldSession(events.filter(isSessionEvent))?.phase).toBe('infusing');
  expect(answer.body.patients).toEqual([{ id: PATIENTS[0].id }]);
});

it('[API9] the export has every value, corrected ones beside the original, and no formula', async () => {
  await using server = await startTestServer();
  const visit = await playToInfusing(server);
  const { events } = await visit.say('record-vitals', someVitals({ systolic: 170 }));
  await visit.say('record-observation', { rass: -2 });
  const note = await visit.say('add-note', { text: '=HYPERLINK("http://evil.example")' });
  server.clock.advance(MINUTE_MS);
  await visit.say('correct-entry', {
    eventId: events[0]?.id ?? '',
    data: someVitals({ systolic: 117 }),
    reason: '-cuff slipped',
  });
  await visit.say('strike-entry', { eventId: note.events[0]?.id ?? '', reason: 'wrong visit' });

  const answer = await (await visit.client('nurse')).get(`/api/sessions/${visit.sessionId}/export.csv`);
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="session-${visit.sessionId}.csv"`);
  const at = '2026-11-24T09:00:00.000Z';
  const later = '2026-11-24T09:01:00.000Z';
  const lines = answer.text.split('\r\n');
  const position = events[0]?.position;
  expect(lines).toContain(`${position},vitals-recorded,${at},${at},Ana Ruiz,nurse,systolic,170,117,${later},Ana Ruiz,`);
  expect(lines).toContain(`${position},vitals-recorded,${at},${at},Ana Ruiz,nurse,spo2,98,98,${later},Ana Ruiz,`);
  expect(answer.text).toContain('rass,-2,');
  expect(answer.text).toContain(`text,"'=HYPERLINK(""http://evil.example"")",,,,wrong visit\r\n`);
  expect(answer.text).toContain("reason,'-cuff slipped,");
  const timeline = await (await visit.client('nurse')).timeline(visit.sessionId);
  expect(new Set(lines.slice(1, -1).map((line) => line.split(',')[0]))).toEqual(
    new Set(timeline.map((event) => `${event.position}`)),
  );
});

it('[API10] history answers in pages, tiles and a file, by filters and days of the clinic', async () => {
  await using server = await startTestServer({ at: '2026-11-24T22:30:00.000Z' });
  // 23:30 in Berlin, and, an hour later, the next day there while it is the same day in London.
  const evening = await playToScheduled(server);
  server.clock.advance(60 * MINUTE_MS);
  const night = await playToScheduled(server, { patientId: PATIENTS[2].id });
  const manager = await server.as('manager');
  const ids = async (query: string) => {
    const { status, body } = await manager.get<{ rows: { sessionId: string }[]; total: number }>(`/api/history?${query}`);
    expect(status).toBe(200);
    return body.rows.map(({ sessionId }) => sessionId);
  };
  expect(await ids('')).toEqual([night.sessionId, evening.sessionId]);
  expect(await ids('sort=plannedStart')).toEqual([evening.sessionId, night.sessionId]);
  expect(await ids('from=2026-11-25')).toEqual([night.sessionId]);
  expect(await ids('to=2026-11-24')).toEqual([evening.sessionId]);
  expect(await ids('from=2026-11-24&to=2026-11-25')).toHaveLength(2);
  expect(await ids('to=2026-11-24T23:30:00.000Z')).toEqual([evening.sessionId]);
  expect(await ids('q=nunez')).toEqual([night.sessionId]);
  expect(await ids('indication=PTSD&status=open')).toEqual([evening.sessionId]);

  const first = await manager.get<{ rows: { sessionId: string }[]; next: string; total: number }>('/api/history?limit=1');
  expect([first.body.rows.length, first.body.total]).toEqual([1, 2]);
  expect(await ids(`limit=1&cursor=${first.body.next}`)).toEqual([evening.sessionId]);
  for (const query of ['cursor=nonsense', 'sort=age', 'limit=501', 'colour=red', 'from=yesterday', 'staff=Ana']) {
    const answer = await manager.get<{ code: string; errors: { path: string }[] }>(`/api/history?${query}`);
    expect([answer.status, answer.body.code, answer.body.errors[0]?.path]).toEqual([422, 'malformed', query.split('=')[0]]);
  }
  expect((await manager.get('/api/history/summary?from=2026-11-25')).body).toMatchObject({
    sessions: expect.any(Number),
    days: expect.any(Array),
  });
});

it('[UI153] history is asked by who signed the chart and by who signed the review, and its file has both', async () => {
  await using server = await startTestServer();
  const visit = await playToDischarged(server);
  const manager = await server.as('manager');
  const ids = async (query: string) => {
    const { body } = await manager.get<{ rows: { sessionId: string }[] }>(`/api/history?${query}`);
    return body.rows.map(({ sessionId }) => sessionId);
  };
  await visit.say('sign-record', { meaning: 'charted', password: PASSWORD });
  expect(await ids(`chartedBy=${STAFF.nurse.id}`)).toEqual([visit.sessionId]);
  expect(await ids(`reviewedBy=${STAFF.physician.id}`)).toEqual([]);
  await visit.say('sign-record', { meaning: 'reviewed', password: PASSWORD }, { as: 'physician' });
  expect(await ids(`chartedBy=${STAFF.nurse.id}&reviewedBy=${STAFF.physician.id}`)).toEqual([visit.sessionId]);
  expect(await ids(`chartedBy=${STAFF.physician.id}`)).toEqual([]);
  expect(await ids(`reviewedBy=${STAFF.nurse.id}`)).toEqual([]);
  const [heading = '', row = ''] = (await manager.get('/api/history/export.csv')).text.split('\r\n');
  expect(heading.split(',').slice(-2)).toEqual(['charted by', 'reviewed by']);
  expect(row.split(',').slice(-2)).toEqual(['Ana Ruiz', 'Clara Novak']);
});

it('[API10] the file holds every row of the filter, however many pages that are', async () => {
  await using server = await startTestServer();
  const { gate, model } = server.services;
  const nurse = { actor: { id: STAFF.nurse.id, role: STAFF.nurse.role } };
  const scheduled = await Promise.all(
    Array.from({ length: 1_001 }, () =>
      gate.schedule(
        {
          id: newId(server.clock.now()),
          sessionId: newId(server.clock.now()),
          at: server.now(),
          data: { patientId: PATIENTS[2].id, protocolId: PROTOCOLS.iv.id, plannedStart: server.now() },
        },
        nurse,
      ),
    ),
  );
  expect(scheduled.every(({ kind }) => kind === 'appended')).toBe(true);
  const answer = await (await server.as('manager')).get('/api/history/export.csv?status=open');
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const lines = answer.text.trimEnd().split('\r\n');
  expect(lines).toHaveLength(1_002);
  expect(new Set(lines.map((line) => line.split(',')[0])).size).toBe(1_002);
  expect(lines[1]).toContain('Zoë Núñez-Østergård,00484823');
  expect(model.openSessions()).toHaveLength(1_001);
});

it('[API11] patients are found by words, without regard to case and accents', async () => {
  await using server = await startTestServer();
  const nurse = await server.as('nurse');
  const found = async (q: string) => {
    const answer = await nurse.get<{ patients: { familyName: string }[] }>(`/api/patients?q=${encodeURIComponent(q)}`);
    return answer.body.patients.map(({ familyName }) => familyName);
  };
  expect(await found('')).toEqual(['Haddad', 'Núñez-Østergård', 'Reyes']);
  expect(await found('NUNEZ zoe')).toEqual(['Núñez-Østergård']);
  expect(await found('00484821')).toEqual(['Reyes']);
  expect(await found('1985-07')).toEqual(['Haddad']);
  expect(await found('maya haddad')).toEqual([]);
});

it('[API11] each list has its records; an unknown one is not found', async () => {
  await using server = await startTestServer();
  const nurse = await server.as('nurse');
  expect((await nurse.get(`/api/patients/${PATIENTS[0].id}`)).body).toEqual(PATIENTS[0]);
  expect((await nurse.get(`/api/plans/${PLAN.id}`)).body).toEqual(PLAN);
  expect((await nurse.get(`/api/plans?patient=${PATIENTS[0].id}`)).body).toEqual({ plans: [PLAN] });
  expect((await nurse.get(`/api/plans?patient=${PATIENTS[1].id}`)).body).toEqual({ plans: [] });
  expect((await nurse.get('/api/staff')).body).toEqual({ staff: Object.values(STAFF) });
  expect((await nurse.get(`/api/protocols/${PROTOCOLS.iv.id}`)).body).toEqual({ versions: [PROTOCOLS.iv] });
  for (const kind of ['patients', 'plans', 'chairs', 'bays', 'staff', 'protocols', 'outcomes'])
    expect((await nurse.get(`/api/${kind}/${newId(1)}`)).status).toBe(404);
});

it('[API17] a nurse marks a chair as being cleaned, and again as available; the rules hold there too', async () => {
  await using server = await startTestServer();
  const nurse = await server.as('nurse');
  const put = (state: string, label = '1') =>
    nurse.post<{ code: string }>('/api/clinic/commands', {
      id: newId(server.clock.now()),
      type: 'put-chair',
      at: server.now(),
      data: { id: CHAIRS[0], label, order: 0, state },
    });
  expect((await put('cleaning')).status).toBe(201);
  expect((await nurse.board()).chairs[0]).toMatchObject({ state: 'cleaning', since: server.now() });
  expect((await put('available')).status).toBe(201);
  expect((await put('available', '2')).body).toMatchObject({ code: 'label-taken', rule: 'CLIN6' });
  expect((await put('on-fire')).status).toBe(422);
});

it('[API17] a patient who has just been added can be scheduled and checked in', async () => {
  await using server = await startTestServer();
  const nurse = await server.as('nurse');
  const patient = { ...PATIENTS[0], id: newId(server.clock.now()), mrn: '00484899', givenName: 'Ida' };
  const command = { id: newId(server.clock.now()), type: 'put-patient', at: server.now(), data: patient } as const;
  expect((await nurse.clinic(command)).status).toBe(201);
  expect((await nurse.clinic(command)).status).toBe(200);
  const visit = await playToScheduled(server, { patientId: patient.id });
  await visit.say('check-in', aCheckIn());
  expect((await nurse.board()).patients).toEqual([patient]);
});
