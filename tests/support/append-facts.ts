import { createHash } from 'node:crypto';
import { newId } from '../../server/new-id.ts';
import type { Services } from '../../server/services.ts';
import type { NewEvent, Recorded } from '../../shared/log/event.ts';
import { toInstant } from '../../shared/units.ts';
import { STAFF } from './small-clinic.ts';

/** Appends facts as they stand, in one commit, as the nurse's. */
export async function appendFacts(
  { store, clock }: Pick<Services, 'store' | 'clock'>,
  events: readonly NewEvent[],
): Promise<readonly Recorded[]> {
  const commandId = newId(clock.now());
  const outcome = await store.submit({
    commandId,
    digest: createHash('sha256').update(commandId).digest('hex'),
    actor: { id: STAFF.nurse.id, role: 'nurse' },
    recordedAt: toInstant(clock.now()),
    decide: () => ({ ok: true, events }),
  });
  if (outcome.kind !== 'appended') throw new Error(`Not appended: ${outcome.kind}`);
  return outcome.events;
}
