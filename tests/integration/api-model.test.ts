import { expect, it } from 'vitest';
import { newId } from '../../server/new-id.ts';
import type { Recorded } from '../../shared/log/event.ts';
import { startTestServer } from '../support/builders.ts';
import { idOf } from '../support/given-visit.ts';
import { playToInfusing } from '../support/play-visit.ts';
import { CHAIRS, PATIENTS, PROTOCOLS } from '../support/small-clinic.ts';

it('[API15] a failed commit leaves the model as it was', async () => {
  await using server = await startTestServer();
  const visit = await playToInfusing(server);
  const { model, store } = server.services;
  const before = { clinic: model.clinic, session: model.session(visit.sessionId), json: model.eventsJson(visit.sessionId) };
  const head = store.head();
  const event = (stream: string, type: string, data: unknown, position: number, streamPosition: number): Recorded => ({
    position,
    id: newId(server.clock.now()),
    stream,
    streamPosition,
    type,
    version: 1,
    happenedAt: server.now(),
    recordedAt: server.now(),
    actor: { id: idOf(1), role: 'nurse' },
    commandId: newId(server.clock.now()),
    data,
  });
  const newSession = newId(server.clock.now());
  model.apply([
    event(`session/${visit.sessionId}`, 'infusion-paused', { reason: 'nausea' }, head + 1, 99),
    event(`patient/${idOf(90)}`, 'patient-put', { ...PATIENTS[0], id: idOf(90) }, head + 2, 1),
  ]);
  const scheduled = { patientId: PATIENTS[1].id, protocolId: PROTOCOLS.iv.id, protocolVersion: 1, plannedStart: server.now() };
  model.apply([event(`session/${newSession}`, 'session-scheduled', scheduled, head + 3, 1)]);
  expect(model.session(visit.sessionId)?.phase).toBe('paused');
  expect(model.session(newSession)?.phase).toBe('scheduled');
  expect(model.clinic.patients.has(idOf(90))).toBe(true);

  model.rollback();
  expect(model.clinic).toBe(before.clinic);
  expect(model.session(visit.sessionId)).toBe(before.session);
  expect(model.eventsJson(visit.sessionId)).toBe(before.json);
  expect(model.session(newSession)).toBeUndefined();
  expect(model.openSessions()).toHaveLength(1);
});

it('[API15] a restarted server knows who holds which chair', async () => {
  await using server = await startTestServer();
  const visit = await playToInfusing(server);
  await using again = await server.restart();
  const context = again.services.model.context({ id: idOf(1), role: 'nurse' }, again.clock.now());
  expect(context.holderOfChair(CHAIRS[0])).toBe(visit.sessionId);
  expect(context.holderOfChair(CHAIRS[1])).toBeUndefined();
  expect(context.activeSessionOfPatient(visit.patientId)).toBe(visit.sessionId);
});
