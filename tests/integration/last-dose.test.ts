import { expect, it } from 'vitest';
import { entriesOf } from '../../shared/session/entries.ts';
import { HOUR_MS } from '../../shared/units.ts';
import { startTestServer } from '../support/builders.ts';
import { playToCheckedIn, playToDischarged, playToInfusing } from '../support/play-visit.ts';
import { CHAIRS, PATIENTS } from '../support/small-clinic.ts';

it('[DOSE31] the check-in of the next visit takes the last dose along, days later, and one of another patient nothing', async () => {
  await using server = await startTestServer();
  const first = await playToDischarged(server);
  const givenAt = server.services.model
    .session(first.sessionId)
    ?.entries.find(({ type }) => type === 'infusion-started')?.happenedAt;
  server.clock.advance(72 * HOUR_MS);
  const next = await playToCheckedIn(server);
  const lastDoseOf = (sessionId: string) => {
    const session = server.services.model.session(sessionId);
    return session === undefined ? undefined : entriesOf(session, 'checked-in')[0]?.data.lastDose;
  };
  expect(lastDoseOf(next.sessionId)).toEqual({ drug: 'Ketamine', route: 'iv', doseMg: 40, weightKg: 80, givenAt });
  const other = await playToInfusing(server, { patientId: PATIENTS[1].id, chairId: CHAIRS[1] });
  expect(lastDoseOf(other.sessionId)).toBeUndefined();
});
