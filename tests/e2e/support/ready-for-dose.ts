import { newId } from '../../../server/new-id.ts';
import { answerOf } from '../../support/answer-of.ts';
import type { TestServer } from '../../support/builders.ts';
import { aCheckIn, anOrder, PlayedVisit, someVitals } from '../../support/play-visit.ts';
import { CHAIRS, PATIENTS, PROTOCOLS } from '../../support/small-clinic.ts';

/** Nothing missing before the first injection: 0.5 mg/kg of 80 kg ordered (40 mg at 50 mg/mL) and checked, baseline 122/78. */
export async function readyToInject(server: TestServer): Promise<PlayedVisit> {
  const visit = await orderedToInject(server);
  await visit.say('confirm-order', {}, { as: 'nurse2' });
  return visit;
}

/** All but the second person's check of the order. */
export async function orderedToInject(server: TestServer): Promise<PlayedVisit> {
  const visit = new PlayedVisit(server, PATIENTS[1].id);
  const nurse = await visit.client('nurse');
  const data = { patientId: visit.patientId, protocolId: PROTOCOLS.im.id, plannedStart: server.now() };
  const answer = await nurse.post('/api/sessions', {
    id: newId(server.clock.now()),
    sessionId: visit.sessionId,
    at: server.now(),
    data,
  });
  if (answer.status !== 201) throw new Error(`Not scheduled: ${answer.text}`);
  await visit.say('check-in', aCheckIn());
  await visit.say('assign-chair', { chairId: CHAIRS[0] });
  for (const item of PROTOCOLS.im.checklist) await visit.say('answer-checklist', answerOf(item));
  await visit.say('write-order', anOrder({ route: 'im', concentrationMgPerMl: 50 }), { as: 'physician' });
  await visit.say('record-vitals', someVitals());
  await visit.say('record-observation', { moaas: 5 });
  return visit;
}

/** Route and mg of the doses that the server has, in its order. */
export async function dosesOf(visit: PlayedVisit): Promise<{ readonly route: string; readonly doseMg: number }[]> {
  const events = await (await visit.client('physician')).timeline(visit.sessionId);
  return events.flatMap((event) => (event.type === 'dose-given' ? [event.data] : []));
}
