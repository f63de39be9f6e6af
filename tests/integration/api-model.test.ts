import { expect, it } from 'vitest';
import { newId } from '../../server/new-id.ts';
import { startTestServer } from '../support/builders.ts';
import { idOf } from '../support/given-visit.ts';
import { playToInfusing } from '../support/play-visit.ts';
import { CHAIRS, PATIENTS, PROTOCOLS } from '../support/small-clinic.ts';
import { spelled } from '../support/spelled.ts';

it('[API15] a failed commit leaves the model as it was', async () => {
  await using server = await startTestServer();
  const visit = await playToInfusing(server);
  const { model, store } = server.services;
  const before = { clinic: model.clinic, held: await model.load(visit.sessionId) };
  const head = store.head();
  const event = (stream: string, type: string, data: unknown, position: number, streamPosition: number) =>
    spelled({
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
  using _known = await model.know(newSession);
  expect(model.decidable.session(visit.sessionId)?.phase).toBe('paused');
  expect(model.decidable.session(newSession)?.phase).toBe('scheduled');
  expect(model.decidable.clinic.patients.has(idOf(90))).toBe(true);
  // Nobody but a decision sees what is not durable.
  expect([model.clinic, await model.load(visit.sessionId)]).toEqual([before.clinic, before.held]);
  expect(model.session(newSession)).toBeUndefined();

  model.rollback();
  expect(model.decidable.clinic).toBe(before.clinic);
  expect(await model.load(visit.sessionId)).toBe(before.held);
  expect(model.decidable.session(newSession)).toBeUndefined();
  expect(model.openSessions()).toHaveLength(1);
});

it('[API15] a restarted server knows who holds which chair', async () => {
  await using server = await startTestServer();
  const visit = await playToInfusing(server);
  await using again = await server.restart();
  const context = again.services.model.decidable.context({ id: idOf(1), role: 'nurse' }, again.clock.now());
  expect(context.holderOfChair(CHAIRS[0])).toBe(visit.sessionId);
  expect(context.holderOfChair(CHAIRS[1])).toBeUndefined();
  expect(context.activeSessionOfPatient(visit.patientId)).toBe(visit.sessionId);
});
