import type { Id } from '../../shared/units.ts';
import type { CarriedEntry } from '../../shared/wire/carried.ts';
import type { Answer } from '../live/api.ts';
import type { Accepted } from '../live/send-command.ts';
import type { Drained } from './drain.ts';
import type { SealedRow, TabletDb } from './tablet-db.ts';

const FORBIDDEN = 403;
const UNAUTHORISED = 401;

/**
 * Hands over what waits of others who used this tablet, sealed as it is, each person's in the order of the taps. What only
 * its author can send stays, with all that was tapped after it. Only one may run on a device at a time.
 */
export async function carry(
  db: TabletDb,
  carrierId: Id,
  post: (entry: CarriedEntry) => Promise<Answer<Accepted>>,
): Promise<Drained> {
  const stays = new Set<Id>([carrierId]);
  for (;;) {
    const row = (await db.allRows()).find(({ ownerId, state }) => state === 'waiting' && !stays.has(ownerId));
    if (row === undefined) return { end: 'empty' };
    // Which time is right, and what a change refers to, only its author can say.
    if (row.aheadMs !== undefined || row.refersTo !== undefined) {
      stays.add(row.ownerId);
      continue;
    }
    await db.step({ type: 'tried', id: row.id });
    const answer = await post(carried(row));
    if (answer.ok) {
      await db.step({ type: 'answered', id: row.id, eventId: answer.value.events[0]?.id, position: answer.value.position });
      await db.step({ type: 'settled', ids: [row.id] });
    } else if (answer.status === UNAUTHORISED) return { end: 'signed-out' };
    else if (answer.retry) return { end: 'no-answer', retryAfterMs: answer.retryAfterMs };
    else if (answer.status === FORBIDDEN) stays.add(row.ownerId);
    else await db.step({ type: 'refused', id: row.id, problem: answer.problem });
  }
}

function carried({ id, ownerId, payload: { iv, bytes } }: SealedRow): CarriedEntry {
  return { id, authorId: ownerId, iv: base64(iv), sealed: base64(new Uint8Array(bytes)) };
}

function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
