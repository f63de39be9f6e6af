import type { Store } from '../../db/store.ts';
import { streamId } from '../../shared/log/event.ts';
import type { Id } from '../../shared/units.ts';
import { type HeldSession, hold, loadSession, type SpelledSessionEvent } from './held-session.ts';

/** Kept after they were asked for; beyond that the longest unused one is forgotten. */
const KEEP = 64;

/**
 * Visits of earlier days, read from the log when somebody asks for them. Commits go on while one is being read: what they say of it is
 * laid over what the log answers, so that nothing is missing whenever the answer comes.
 */
export class EarlierVisits {
  readonly #store: Pick<Store, 'eventsOf'>;
  /** In the order of last use. */
  readonly #held = new Map<Id, HeldSession>();
  readonly #reading = new Map<
    Id,
    { readonly meanwhile: SpelledSessionEvent[]; readonly answer: Promise<HeldSession | undefined> }
  >();
  readonly #isWanted: (id: Id) => boolean;

  /** `isWanted`: a decision is waiting for this visit, so it must not be forgotten. */
  constructor(store: Pick<Store, 'eventsOf'>, isWanted: (id: Id) => boolean) {
    this.#store = store;
    this.#isWanted = isWanted;
  }

  has(id: Id): boolean {
    return this.#held.has(id);
  }

  /** When it is in memory. */
  get(id: Id): HeldSession | undefined {
    const held = this.#held.get(id);
    if (held !== undefined) {
      this.#held.delete(id);
      this.#held.set(id, held);
    }
    return held;
  }

  /** From memory or from the log; undefined when there is no such visit. */
  async load(id: Id): Promise<HeldSession | undefined> {
    const held = this.get(id);
    if (held !== undefined) return held;
    const reading = this.#reading.get(id);
    if (reading !== undefined) return reading.answer;
    const meanwhile: SpelledSessionEvent[] = [];
    const answer = this.#read(id, meanwhile);
    this.#reading.set(id, { meanwhile, answer });
    return answer;
  }

  /** This event of a visit is durable. */
  follow(event: SpelledSessionEvent): void {
    const id = streamId(event.stream);
    this.#reading.get(id)?.meanwhile.push(event);
    const held = this.#held.get(id);
    if (held !== undefined) this.#held.set(id, hold(held, event));
  }

  async #read(id: Id, meanwhile: readonly SpelledSessionEvent[]): Promise<HeldSession | undefined> {
    try {
      let held = await loadSession(this.#store, id);
      for (const event of meanwhile) if (held !== undefined || event.streamPosition === 1) held = hold(held, event);
      if (held !== undefined) this.#held.set(id, held);
      return held;
    } finally {
      this.#reading.delete(id);
      this.#forget();
    }
  }

  #forget(): void {
    for (const id of this.#held.keys()) {
      if (this.#held.size <= KEEP) return;
      if (!this.#isWanted(id)) this.#held.delete(id);
    }
  }
}
