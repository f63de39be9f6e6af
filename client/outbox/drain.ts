import type { Id } from '../../shared/units.ts';
import type { Problem } from '../../shared/wire/problem.ts';
import type { Answer } from '../live/api.ts';
import type { Accepted } from '../live/send-command.ts';
import type { KeptCommand } from './kept-command.ts';
import { nextToSend } from './outbox-model.ts';
import type { SealedRow, TabletDb } from './tablet-db.ts';

/** What was said of which visit. */
export interface Said {
  readonly sessionId: Id;
  readonly command: KeptCommand;
}

export interface DrainParts {
  readonly db: TabletDb;
  readonly ownerId: Id;
  readonly unseal: (row: SealedRow) => Promise<Said>;
  readonly post: (said: Said) => Promise<Answer<Accepted>>;
}

/** Why sending stopped. `retryAfterMs` when the server asked for a pause. */
export type Drained =
  | { readonly end: 'empty' }
  | { readonly end: 'signed-out' }
  | { readonly end: 'no-answer'; readonly retryAfterMs: number | undefined };

const UNAUTHORISED = 401;

const UNREADABLE: Problem = {
  type: 'about:blank',
  title: 'This entry no longer opens',
  status: 0,
  code: 'unreadable',
  detail: 'It was sealed with another key than the clinic’s server gives out now.',
};

/**
 * Sends what waits of one person, one after another in the order of the taps, until nothing waits or nobody answers.
 * Only one may run on a device at a time: the caller holds the lock.
 */
export async function drain({ db, ownerId, unseal, post }: DrainParts): Promise<Drained> {
  for (;;) {
    const row = nextToSend(await db.allRows(), ownerId);
    if (row === undefined) return { end: 'empty' };
    const opened = await unseal(row).catch(() => undefined);
    if (opened === undefined) {
      await db.step({ type: 'refused', id: row.id, problem: UNREADABLE });
      continue;
    }
    const said = withIds(opened, row);
    // Noted first: from here on the server may have it, and taking it back is a strike.
    const rows = await db.step({ type: 'tried', id: row.id });
    if (!rows.some(({ id }) => id === row.id)) continue;
    const answer = await post(said);
    if (answer.ok) {
      const { events, position } = answer.value;
      await db.step({ type: 'answered', id: row.id, eventId: events[0]?.id, position });
    } else if (answer.status === UNAUTHORISED) return { end: 'signed-out' };
    else if (answer.retry) return { end: 'no-answer', retryAfterMs: answer.retryAfterMs };
    else await db.step({ type: 'refused', id: row.id, problem: answer.problem });
  }
}

/** The entry as it goes out: under its present id, and naming the event that it changes, once the server gave that its id. */
export function withIds({ sessionId, command }: Said, { id, eventId }: Pick<SealedRow, 'id' | 'eventId'>): Said {
  if (eventId === undefined || (command.type !== 'correct-entry' && command.type !== 'strike-entry'))
    return { sessionId, command: { ...command, id } };
  // A correction or a strike, whose data name an event.
  return { sessionId, command: { ...command, id, data: { ...command.data, eventId } } as KeptCommand };
}
