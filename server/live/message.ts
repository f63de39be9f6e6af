import type { SpelledEvent } from '../../db/store.ts';
import { type Audience, eventsJson } from '../clinic/event-json.ts';

/** One thing to push. Spelled once for each way of saying it, however many screens are told. */
export class Message {
  readonly name: string;
  readonly #spell: (audience: Audience) => string;
  readonly #json = new Map<Audience, string>();
  readonly #spelled = new Map<string, unknown>();

  /** `spell` gives the body as JSON text, as an audience may have it. */
  constructor(name: string, spell: (audience: Audience) => string) {
    this.name = name;
    this.#spell = spell;
  }

  /** The body as JSON text. */
  json(audience: Audience): string {
    let json = this.#json.get(audience);
    if (json === undefined) {
      json = this.#spell(audience);
      this.#json.set(audience, json);
    }
    return json;
  }

  /** As a door puts it on the wire; `spell` runs once per door and audience. */
  as<T>(spelling: Spelling<T>, audience: Audience): T {
    const key = `${spelling.name}/${audience}`;
    if (!this.#spelled.has(key)) this.#spelled.set(key, spelling.spell(this.name, this.json(audience)));
    return this.#spelled.get(key) as T;
  }
}

/** How a door spells a message: from its name and the JSON of its body. */
export interface Spelling<T> {
  readonly name: 'feed' | 'socket-io';
  spell(name: string, json: string): T;
}

/** Events that follow each other in the log: those of one commit, or a page of the past. */
export class EventsMessage extends Message {
  /** Position before the first event. */
  readonly from: number;
  /** Position of the last event. */
  readonly to: number;
  readonly count: number;

  constructor(from: number, events: readonly SpelledEvent[]) {
    super('events', (audience) => `${JSON.stringify({ from }).slice(0, -1)},"events":[${eventsJson(events, audience)}]}`);
    this.from = from;
    this.to = from + events.length;
    this.count = events.length;
  }
}
