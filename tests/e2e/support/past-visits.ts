import { newId } from '../../../server/new-id.ts';
import { MINUTE_MS, toInstant } from '../../../shared/units.ts';
import type { TestServer } from '../../support/builders.ts';
import { type PlayedVisit, playToDischarged, playToInfusing, someVitals } from '../../support/play-visit.ts';
import { CHAIRS, PATIENTS, PROTOCOLS, STAFF } from '../../support/small-clinic.ts';

/** Three visits of today that are over, one after another; each tells itself apart by its highest pressure and its alarms. */
export interface PastVisits {
  /** Maya Reyes, chair 1, highest 124/78, no alarm, score 10, signed by nobody. */
  readonly calm: PlayedVisit;
  /** Noor Haddad, chair 2, highest 186/112: high alarms, stopped early after 20 min, never measured SpO₂ 88 or below. */
  readonly high: PlayedVisit;
  /** Zoë Núñez-Østergård, chair 3, aborted before the start. */
  readonly held: PlayedVisit;
}

export async function playPastVisits(server: TestServer): Promise<PastVisits> {
  const calm = await playToDischarged(server);
  const high = await playToInfusing(server, { patientId: PATIENTS[1].id, chairId: CHAIRS[1] });
  server.clock.advance(10 * MINUTE_MS);
  await high.say('record-vitals', someVitals({ systolic: 186, diastolic: 112 }));
  server.clock.advance(10 * MINUTE_MS);
  await high.say('end-infusion', { outcome: 'stopped-early', reason: 'pressure' });
  await high.say('abort-session', { reason: 'sent to hospital' });
  const held = await playToInfusing(server, { patientId: PATIENTS[2].id, chairId: CHAIRS[2] });
  await held.say('abort-session', { reason: 'felt unwell' });
  return { calm, high, held };
}

/** Visits that only stand on lists, many of them: one every ten minutes from now on. */
export async function scheduleMany(server: TestServer, number: number): Promise<void> {
  const { gate, clock } = server.services;
  const sender = { actor: { id: STAFF.nurse.id, role: STAFF.nurse.role } };
  for (let done = 0; done < number; done += 500)
    await Promise.all(
      Array.from({ length: Math.min(500, number - done) }, (_, index) =>
        gate.schedule(
          {
            id: newId(clock.now()),
            sessionId: newId(clock.now()),
            at: toInstant(clock.now()),
            data: {
              patientId: PATIENTS[1].id,
              protocolId: PROTOCOLS.iv.id,
              plannedStart: toInstant(clock.now() + (done + index) * 10 * MINUTE_MS),
            },
          },
          sender,
        ),
      ),
    );
}
