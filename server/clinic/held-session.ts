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

/** A held visit after one more event. */
export function hold(before: HeldSession | undefined, event: SessionEvent): HeldSession {
  const json = JSON.stringify(event);
  return {
    state: evolveSession(before?.state, event),
    eventsJson: before === undefined ? json : `${before.eventsJson},${json}`,
  };
}

/** Reads a visit from the log, up to and with position `until`. Undefined when there is none. */
export function loadSession(store: Store, id: Id, until = Number.POSITIVE_INFINITY): HeldSession | undefined {
  const events = store
    .eventsOf(`session/${id}`)
    .filter(isSessionEvent)
    .filter((event) => event.position <= until);
  const state = foldSession(events);
  return state === undefined ? undefined : { state, eventsJson: events.map((event) => JSON.stringify(event)).join(',') };
}
