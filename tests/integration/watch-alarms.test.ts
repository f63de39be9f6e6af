import { expect, test } from 'vitest';
import { startWatch } from '../../server/watch/watch.ts';
import { newFact } from '../../shared/session/fact.ts';
import { MINUTE_MS } from '../../shared/units.ts';
import type { BoardAnswer } from '../../shared/wire/board.ts';
import type { HistoryPage } from '../../shared/wire/history.ts';
import { appendFacts } from '../support/append-facts.ts';
import { PASSWORD, startTestServer, type TestServer } from '../support/builders.ts';
import { idOf, NINE } from '../support/given-visit.ts';
import { type PlayedVisit, playToInfusing, someVitals } from '../support/play-visit.ts';
import { CHAIRS, PATIENTS, PROTOCOLS } from '../support/small-clinic.ts';

/** What the watch has said of a visit, as `type what priority/step`. */
async function said(visit: PlayedVisit, { running, services }: TestServer = visit.server): Promise<string[]> {
  await running.watch.settled();
  const lines: string[] = [];
  for (const { type, data, actor } of await services.store.eventsOf(`session/${visit.sessionId}`)) {
    if (!type.startsWith('alarm-') || actor.role !== 'system') continue;
    const { kind, sign, priority, to } = data as { kind: string; sign?: string; priority?: string; to?: string };
    lines.push([type, sign ?? kind, priority, to].filter((word) => word !== undefined).join(' '));
  }
  return lines;
}

async function advance({ clock, running }: TestServer, ms: number): Promise<void> {
  await running.watch.settled();
  clock.advance(ms);
  await running.watch.settled();
}

const SECOND_MS = 1_000;

test('[ALARM51] [ALARM50] a reading outside the limits is followed by its alarm, signed by the system', async () => {
  await using server = await startTestServer();
  const visit = await playToInfusing(server);
  const reading = await visit.say('record-vitals', someVitals({ spo2: 88 }));
  expect(await said(visit)).toEqual(['alarm-raised spo2 high']);
  const [alarm] = await server.services.store.eventsAfter(reading.position, 10);
  expect(alarm).toMatchObject({
    position: reading.position + 1,
    type: 'alarm-raised',
    actor: { role: 'system' },
    happenedAt: server.now(),
    data: { sign: 'spo2', value: 88, limit: 90, causeEventId: reading.events[0]?.id },
  });
});

test('[ALARM51] a medium alarm clears at the next normal reading, a high one only once it is acknowledged', async () => {
  await using server = await startTestServer();
  const visit = await playToInfusing(server);
  await visit.say('record-vitals', someVitals({ spo2: 91, heartRate: 160 }));
  await visit.say('record-vitals', someVitals());
  expect(await said(visit)).toEqual(['alarm-raised heartRate high', 'alarm-raised spo2 medium', 'alarm-cleared spo2']);
  const [alarm] = server.services.model.session(visit.sessionId)?.alarms ?? [];
  await visit.say('acknowledge-alarm', { alarmId: alarm?.alarmId ?? '', position: alarm?.position ?? 0 });
  expect((await said(visit)).at(-1)).toBe('alarm-cleared heartRate');
});

test('[ALARM52] a reading is overdue at due + grace, medium at twice the interval, and the next reading ends it', async () => {
  await using server = await startTestServer();
  const visit = await playToInfusing(server);
  await advance(server, 12 * MINUTE_MS - 1);
  expect(await said(visit)).toEqual([]);
  await advance(server, 1);
  expect(await said(visit)).toEqual(['alarm-raised vitals-overdue low']);
  await advance(server, 8 * MINUTE_MS);
  expect((await said(visit)).slice(1)).toEqual(['alarm-escalated vitals-overdue medium worse']);
  await visit.say('record-observation', { moaas: 5 });
  await visit.say('record-vitals', someVitals());
  expect((await said(visit)).slice(2)).toEqual(['alarm-cleared vitals-overdue']);
});

test('[ALARM52] a high alarm that nobody answers goes to all at 60 s and to the clinic at 120 s', async () => {
  await using server = await startTestServer();
  const visit = await playToInfusing(server);
  await visit.say('record-vitals', someVitals({ spo2: 85 }));
  await advance(server, 60 * SECOND_MS - 1);
  expect(await said(visit)).toEqual(['alarm-raised spo2 high']);
  await advance(server, 1);
  expect((await said(visit)).slice(1)).toEqual(['alarm-escalated spo2 high nurses-and-physician']);
  await advance(server, 60 * SECOND_MS);
  expect((await said(visit)).slice(2)).toEqual(['alarm-escalated spo2 high clinic']);
  await advance(server, 5 * MINUTE_MS);
  expect(await said(visit)).toHaveLength(3);
});

test('[ALARM52] a medium alarm goes to the physician after 2 min, an acknowledged one to nobody', async () => {
  await using server = await startTestServer();
  const visit = await playToInfusing(server);
  const other = await playToInfusing(server, { patientId: PATIENTS[1].id, chairId: CHAIRS[1] });
  for (const one of [visit, other]) await one.say('record-vitals', someVitals({ spo2: 91 }));
  await said(visit);
  const [alarm] = server.services.model.session(other.sessionId)?.alarms ?? [];
  await other.say('acknowledge-alarm', { alarmId: alarm?.alarmId ?? '', position: alarm?.position ?? 0 });
  await advance(server, 2 * MINUTE_MS - 1);
  expect(await said(visit)).toEqual(['alarm-raised spo2 medium']);
  await advance(server, 1);
  expect(await said(visit)).toEqual(['alarm-raised spo2 medium', 'alarm-escalated spo2 medium physician']);
  expect(await said(other)).toEqual(['alarm-raised spo2 medium']);
});

test('[ALARM53] after a restart an alarm is there once, and its escalation goes on from where it was', async () => {
  await using server = await startTestServer();
  const visit = await playToInfusing(server);
  await visit.say('record-vitals', someVitals({ spo2: 85 }));
  await advance(server, 30 * SECOND_MS);
  await using again = await server.restart();
  expect(await said(visit, again)).toEqual(['alarm-raised spo2 high']);
  await advance(again, 30 * SECOND_MS - 1);
  expect(await said(visit, again)).toHaveLength(1);
  await advance(again, 1);
  expect(await said(visit, again)).toEqual(['alarm-raised spo2 high', 'alarm-escalated spo2 high nurses-and-physician']);
});

test('[ALARM53] what fell due while the server was away is said at once when it is back', async () => {
  await using server = await startTestServer();
  const visit = await playToInfusing(server);
  await visit.say('record-vitals', someVitals({ spo2: 85 }));
  await server.running.watch.settled();
  await server.running.stop();
  server.clock.advance(13 * MINUTE_MS);
  await using again = await server.restart();
  expect((await said(visit, again)).toSorted()).toEqual([
    'alarm-escalated spo2 high clinic',
    'alarm-escalated spo2 high nurses-and-physician',
    'alarm-raised spo2 high',
    'alarm-raised vitals-overdue low',
  ]);
});

test('[ALARM53] an acknowledgement survives the restart', async () => {
  await using server = await startTestServer();
  const visit = await playToInfusing(server);
  await visit.say('record-vitals', someVitals({ spo2: 85 }));
  await said(visit);
  const [alarm] = server.services.model.session(visit.sessionId)?.alarms ?? [];
  await visit.say('acknowledge-alarm', { alarmId: alarm?.alarmId ?? '', position: alarm?.position ?? 0, reason: 'probe moved' });
  await using again = await server.restart();
  await advance(again, 5 * MINUTE_MS);
  expect(await said(visit, again)).toEqual(['alarm-raised spo2 high']);
  expect(again.services.model.session(visit.sessionId)?.alarms[0]?.acknowledged?.reason).toBe('probe moved');
});

test('[ALARM50] two watches on one log say everything once', async () => {
  await using server = await startTestServer();
  const errors: unknown[] = [];
  const second = startWatch({ ...server.services, onError: (error) => errors.push(error) });
  const visit = await playToInfusing(server);
  await visit.say('record-vitals', someVitals({ spo2: 85, heartRate: 160 }));
  await second.settled();
  expect((await said(visit)).toSorted()).toEqual(['alarm-raised heartRate high', 'alarm-raised spo2 high']);
  expect(errors).toEqual([]);
  await second.stop();
});

test('[ALARM54] a visit whose protocol is missing does not keep the watch from the others', async () => {
  await using server = await startTestServer();
  const broken = idOf(999);
  const chairId = CHAIRS[2];
  await appendFacts(server.services, [
    newFact(broken, 'session-scheduled', NINE, {
      patientId: PATIENTS[2].id,
      protocolId: PROTOCOLS.iv.id,
      protocolVersion: 99,
      plannedStart: NINE,
    }),
    newFact(broken, 'chair-assigned', NINE, { chairId }),
  ]);
  const visit = await playToInfusing(server);
  await visit.say('record-vitals', someVitals({ spo2: 88 }));
  expect(await said(visit)).toEqual(['alarm-raised spo2 high']);
  expect(server.running.watch.isRunning).toBe(true);
  expect(server.logLines.filter((line) => line.includes('the watch could not')).every((line) => line.includes(broken))).toBe(
    true,
  );
  expect((await (await server.as('nurse')).get('/metrics')).text).toMatch(/chairside_alarms_not_stored_total [1-9]/);
});

test('[ALARM54] an alarm that could not be stored is tried again', async () => {
  await using server = await startTestServer();
  const { services, clock } = server;
  await server.running.watch.stop();
  const visit = await playToInfusing(server);
  await visit.say('record-vitals', someVitals({ spo2: 88 }));
  let refusals = 1;
  const gate = {
    system: (...call: Parameters<typeof services.gate.system>) =>
      refusals-- > 0 ? Promise.reject(new Error('The disk is full')) : services.gate.system(...call),
  };
  const errors: unknown[] = [];
  const watch = startWatch({ ...services, gate, onError: (error) => errors.push(error) });
  await watch.settled();
  expect(await said(visit)).toEqual([]);
  expect(errors).toHaveLength(1);
  clock.advance(2_000);
  await watch.settled();
  expect(await said(visit)).toEqual(['alarm-raised spo2 high']);
  await watch.stop();
});

test('[ALARM72] [VISIT62] an alarm that nobody answered outlives its visit, the day and a restart, and keeps it from being signed', async () => {
  await using server = await startTestServer();
  const visit = await playToInfusing(server);
  await visit.say('record-vitals', someVitals({ spo2: 85, heartRate: 130 }));
  await said(visit);
  await visit.say('abort-session', { reason: 'to hospital' });
  expect((await said(visit)).at(-1)).toBe('alarm-cleared heartRate');
  const sign = { meaning: 'charted', password: PASSWORD } as const;
  expect((await visit.try('sign-record', sign)).body).toMatchObject({ code: 'alarm-unanswered', rule: 'VISIT62' });
  await server.running.watch.settled();
  await server.running.stop();
  server.clock.advance(26 * 60 * MINUTE_MS);
  await using again = await server.restart();
  await again.running.watch.settled();
  const nurse = await again.as('nurse');
  const onBoard = async () => (await nurse.get<BoardAnswer>('/api/board')).body.sessions.map(({ id }) => id);
  expect(await onBoard()).toEqual([visit.sessionId]);
  expect((await nurse.get<HistoryPage>('/api/history?flag=unanswered')).body.total).toBe(1);
  const alarms = (await again.services.model.load(visit.sessionId))?.state.alarms ?? [];
  const spo2 = alarms.find(({ sign: of }) => of === 'spo2');
  const answer = visit.command('acknowledge-alarm', { alarmId: spo2?.alarmId ?? '', position: spo2?.position ?? 0 });
  expect((await nurse.command(visit.sessionId, answer)).status).toBe(201);
  await again.running.watch.settled();
  expect(await onBoard()).toEqual([]);
  expect((await nurse.get<HistoryPage>('/api/history?flag=unanswered')).body.total).toBe(0);
  expect((await nurse.command(visit.sessionId, visit.command('sign-record', sign))).status).toBe(201);
});
