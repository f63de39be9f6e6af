import { expect, it } from 'vitest';
import { newId } from '../../server/new-id.ts';
import { HOUR_MS, toInstant } from '../../shared/units.ts';
import { startTestServer, type TestServer } from '../support/builders.ts';
import { PATIENTS, PLAN, PROTOCOLS } from '../support/small-clinic.ts';

const DAY_MS = 24 * HOUR_MS;

async function scheduleOn(server: TestServer, days: number): Promise<string> {
  const now = server.clock.now();
  const sessionId = newId(now);
  const answer = await (await server.as('nurse')).post('/api/sessions', {
    ...{ id: newId(now), sessionId, at: server.now() },
    data: {
      ...{ patientId: PATIENTS[0].id, protocolId: PROTOCOLS.iv.id, planId: PLAN.id },
      plannedStart: toInstant(now + days * DAY_MS),
    },
  });
  expect(answer.status).toBe(201);
  return sessionId;
}

it('[VISIT60] visits scheduled in any order, and one cancelled, are numbered by their dates', async () => {
  await using server = await startTestServer();
  const nurse = await server.as('nurse');
  const numbersOf = async (ids: readonly string[]) => {
    const { sessions } = await nurse.board();
    return ids.map((id) => {
      const events = sessions.find((session) => session.id === id)?.events ?? [];
      const last = events.findLast(({ type }) => type === 'infusion-numbered' || type === 'session-scheduled');
      return (last?.data as { readonly infusionNumber?: number } | undefined)?.infusionNumber;
    });
  };
  const late = await scheduleOn(server, 6);
  const early = await scheduleOn(server, 0);
  const middle = await scheduleOn(server, 3);
  expect(await numbersOf([early, middle, late])).toEqual([3, 4, 5]);
  const at = server.now();
  const data = { reason: 'Patient unwell' };
  const cancelled = await nurse.command(middle, {
    ...{ id: newId(server.clock.now()), type: 'cancel-session', at },
    ...{ patientId: PATIENTS[0].id, data },
  });
  expect(cancelled.status).toBe(201);
  expect(await numbersOf([early, late])).toEqual([3, 4]);
  await scheduleOn(server, 9);
  expect(await numbersOf([early, late])).toEqual([3, 4]);
});
