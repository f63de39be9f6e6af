import type { Id } from '../../../../shared/units.ts';
import type { Problem } from '../../../../shared/wire/problem.ts';
import { linkStore } from '../../../live/live.ts';
import { newId } from '../../../live/new-id.ts';
import { type Accepted, sendUntilAnswered } from '../../../live/send-command.ts';
import { addressOf, type KeptCommand } from '../../../outbox/kept-command.ts';
import { keepEntries } from '../../../outbox/outbox.ts';
import { entriesText, outboxStore } from '../../../outbox/outbox-store.ts';

/** How many entries were taken, in order, and why the next one was not. */
export interface Saved {
  readonly accepted: number;
  readonly problem?: Problem;
}

/** Ids that the server has refused: what is sent after it was changed is another entry. */
const spent = new Set<Id>();

/**
 * Saves entries of one visit: on the tablet's disk, to be sent in order. A signature goes straight to the server: it carries
 * a password, which is kept nowhere. A tablet that can keep nothing waits for the server's answer instead.
 */
export async function saveEntries(sessionId: Id, entries: readonly KeptCommand[]): Promise<Saved> {
  if (entries.some(({ type }) => type === 'sign-record')) {
    const waiting = entriesWaiting(sessionId);
    return waiting === undefined ? sendEach(sessionId, entries) : { accepted: 0, problem: waiting };
  }
  const kept = await keepEntries(sessionId, entries).catch(() => undefined);
  return kept ?? sendEach(sessionId, entries);
}

/** A signature is over everything that was said: not while something of the visit is still on its way. */
function entriesWaiting(sessionId: Id): Problem | undefined {
  const count = outboxStore.getState().entries.filter((entry) => entry.sessionId === sessionId && entry.state !== 'sent').length;
  if (count === 0) return undefined;
  const detail = `${entriesText(count)} of this visit ${count === 1 ? 'waits' : 'wait'} on this tablet. Sign when ${count === 1 ? 'it has' : 'they have'} been sent.`;
  return { type: 'about:blank', title: 'Entries wait to be sent', status: 409, code: 'entries-waiting', rule: 'OUT10', detail };
}

async function sendEach(sessionId: Id, entries: readonly KeptCommand[]): Promise<Saved> {
  let accepted = 0;
  for (const entry of entries) {
    const fresh = spent.has(entry.id) ? { ...entry, id: newId() } : entry;
    const answer = await sendUntilAnswered<Accepted>(addressOf(sessionId, fresh), fresh, linkStore);
    if (!answer.ok) {
      spent.add(entry.id);
      return { accepted, problem: answer.problem };
    }
    accepted += 1;
  }
  return { accepted };
}
