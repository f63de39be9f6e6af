import type { SpelledEvent, Store } from '../../db/store.ts';
import { isSessionEvent, type SessionEvent } from '../../shared/session/events.ts';
import { evolveSession, foldSession } from '../../shared/session/evolve.ts';
import type { SessionState } from '../../shared/session/state.ts';
import type { Id } from '../../shared/units.ts';

/** An event of a visit, with its text. */
export type SpelledSessionEvent = SpelledEvent & SessionEvent;

/** A visit in memory: its state and its events. Immutable: after one more event it is another one. */
export class HeldSession {
  readonly state: SessionState;
  /** Shared with the visit as it goes on, which only adds to it. */
  readonly #log: SpelledEvent[];
  readonly #count: number;

  private constructor(state: SessionState, log: SpelledEvent[]) {
    this.state = state;
    this.#log = log;
    this.#count = log.length;
  }

  /** A visit from all its events; undefined without any. */
  static of(events: SpelledSessionEvent[]): HeldSession | undefined {
    const state = foldSession(events);
    return state === undefined ? undefined : new HeldSession(state, events);
  }

  /** A visit after one more event. */
  static after(before: HeldSession | undefined, event: SpelledSessionEvent): HeldSession | undefined {
    const state = evolveSession(before?.state, event);
    return state === undefined ? undefined : new HeldSession(state, before === undefined ? [event] : before.#with(event));
  }

  /** Oldest first. */
  get events(): readonly SpelledEvent[] {
    return this.#log.length === this.#count ? this.#log : this.#log.slice(0, this.#count);
  }

  /** What a transaction added that then failed is not ours: from there on the list is another one. */
  #with(event: SpelledEvent): SpelledEvent[] {
    const log = this.#log.length === this.#count ? this.#log : this.#log.slice(0, this.#count);
    log.push(event);
    return log;
  }
}

/** A held visit after one more event; the same when it has that event already, none while this version cannot show how it begins. */
export function hold(before: HeldSession, event: SpelledSessionEvent): HeldSession;
export function hold(before: HeldSession | undefined, event: SpelledSessionEvent): HeldSession | undefined;
export function hold(before: HeldSession | undefined, event: SpelledSessionEvent): HeldSession | undefined {
  return before !== undefined && event.streamPosition <= before.state.streamPosition ? before : HeldSession.after(before, event);
}

/** Reads a visit from the log. Undefined when there is none. */
export async function loadSession(store: Pick<Store, 'eventsOf'>, id: Id): Promise<HeldSession | undefined> {
  return HeldSession.of((await store.eventsOf(`session/${id}`)).filter(isSessionEvent));
}
