import type { Store } from '../../db/store.ts';
import { isSessionEvent, type SessionEvent } from '../../shared/session/events.ts';
import { evolveSession, foldSession } from '../../shared/session/evolve.ts';
import type { SessionState } from '../../shared/session/state.ts';
import type { Id } from '../../shared/units.ts';

/** A visit in memory: its state, and its events as they go over the wire (JSON objects, comma separated). Immutable. */
export interface HeldSession {
  readonly state: SessionState;
  readonly eventsJson: string;
}

/** A held visit after one more event; the same when it has that event already, none while this version cannot show how it begins. */
export function hold(before: HeldSession, event: SessionEvent): HeldSession;
export function hold(before: HeldSession | undefined, event: SessionEvent): HeldSession | undefined;
export function hold(before: HeldSession | undefined, event: SessionEvent): HeldSession | undefined {
  if (before !== undefined && event.streamPosition <= before.state.streamPosition) return before;
  const state = evolveSession(before?.state, event);
  const json = JSON.stringify(event);
  return state === undefined ? undefined : { state, eventsJson: before === undefined ? json : `${before.eventsJson},${json}` };
}

/** Reads a visit from the log. Undefined when there is none. */
export async function loadSession(store: Pick<Store, 'eventsOf'>, id: Id): Promise<HeldSession | undefined> {
  const events = (await store.eventsOf(`session/${id}`)).filter(isSessionEvent);
  const state = foldSession(events);
  return state === undefined ? undefined : { state, eventsJson: events.map((event) => JSON.stringify(event)).join(',') };
}
