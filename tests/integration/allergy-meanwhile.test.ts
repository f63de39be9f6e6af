import { expect, it } from 'vitest';
import { newId } from '../../server/new-id.ts';
import { MINUTE_MS } from '../../shared/units.ts';
import { startTestServer } from '../support/builders.ts';
import { playToInfusing } from '../support/play-visit.ts';
import { PATIENTS } from '../support/small-clinic.ts';

it('[DOSE30] an allergy that a nurse records during the infusion stops what gives more, over HTTP, until a physician decides', async () => {
  await using server = await startTestServer();
  const visit = await playToInfusing(server);
  server.clock.advance(5 * MINUTE_MS);
  const nurse = await server.as('nurse');
  const stored = await nurse.clinic({
    ...{ id: newId(server.clock.now()), at: server.now(), type: 'record-allergies' },
    data: { id: PATIENTS[0].id, allergies: [{ substance: 'Ketalar', reaction: 'hives' }], was: [] },
  });
  expect(stored.status).toBe(201);
  const faster = await visit.try('change-rate', { rateMlPerHour: 62, reason: 'Order' }, { as: 'physician' });
  expect([faster.status, faster.body.code, faster.body.rule]).toEqual([409, 'allergy-recorded', 'DOSE30']);
  await visit.say('change-rate', { rateMlPerHour: 30, reason: 'Hives' });
  await visit.say('pause-infusion', { reason: 'Hives' });
  const resumed = await visit.try('resume-infusion', {});
  expect([resumed.status, resumed.body.code]).toEqual([409, 'allergy-recorded']);
  expect((await visit.try('override-check', { item: 'allergy', reason: 'x' })).body.code).toBe('not-allowed');
  await visit.say('override-check', { item: 'allergy', reason: 'From the tape, seen by me' }, { as: 'physician' });
  await visit.say('resume-infusion', {});
});
