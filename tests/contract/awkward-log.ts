import { randomUUID } from 'node:crypto';
import { chainHash, chainHashOfRecorded, eventJson, GENESIS } from '../../db/chain.ts';
import type { Batch, ChainedEvent, CommandAnswer, Head, LogEngine } from '../../db/log-engine.ts';
import { readRow } from '../../db/read-row.ts';
import type { Random } from '../../db/seed/random.ts';
import type { SpelledEvent, VerifyReport } from '../../db/store.ts';
import { canonicalJson } from '../../shared/log/canonical-json.ts';
import type { NewEvent, Recorded } from '../../shared/log/event.ts';
import { NINE, NURSE } from './store-writes.ts';

/** How often, of all commits, what goes wrong. */
export interface Trouble {
  /** Another writer appends between the decision and the commit. */
  readonly foreign?: number;
  /** Nobody learns what became of the commit. */
  readonly unknown?: number;
}

/** What becomes of a commit whose outcome nobody learns; `late`: it is stored some turns after everybody gave it up. */
export type Fate = 'stored' | 'not-stored' | 'late';

/** So many turns of the event loop pass. */
export async function turns(count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) await new Promise<void>((resolve) => setImmediate(resolve));
}

/** Waits, turn by turn, for what has to come about. */
export async function until(isSo: () => boolean): Promise<void> {
  for (let turn = 0; !isSo(); turn += 1) {
    if (turn > 20_000) throw new Error('It does not come about');
    await turns(1);
  }
}

/** What the nodes of an awkward engine share: a log in memory that outlives them. */
export class AwkwardLog {
  readonly epoch = randomUUID();
  readonly #events: ChainedEvent[] = [];
  readonly #answers = new Map<string, CommandAnswer>();
  readonly #lot: Random;
  readonly #trouble: Trouble;
  #nextFate: Fate | undefined;

  constructor(lot: Random, trouble: Trouble = {}) {
    this.#lot = lot;
    this.#trouble = trouble;
  }

  /** A node's way to the log: each answer takes a few turns, and is as old as that when it comes. */
  engine(): LogEngine {
    const late = async <T>(ask: () => T): Promise<T> => {
      await this.late();
      const answer = ask();
      await this.late();
      return answer;
    };
    return {
      head: this.head(),
      answersTo: (ids) =>
        late(() => new Map(ids.flatMap((id) => [this.#answers.get(id)].flatMap((one) => (one ? [[id, one] as const] : []))))),
      endOf: (stream) => late(() => this.#endOf(stream)),
      after: (position, limit) => late(() => this.after(position, limit)),
      hashAt: (position) => late(() => this.#events[position - 1]?.hash ?? GENESIS),
      append: async (batch) => {
        await this.late();
        if (this.#lot.chance(this.#trouble.foreign ?? 0)) this.intrude([note(`by another writer ${this.#events.length}`)]);
        const fate = this.#fate();
        if (fate === 'not-stored') return 'unknown';
        if (fate === 'late') void this.late().then(() => this.#store(batch));
        if (fate === 'late') return 'unknown';
        const isStored = this.#store(batch);
        await this.late();
        if (!isStored) return 'head-moved';
        return fate === 'stored' ? 'unknown' : 'stored';
      },
    };
  }

  head(): Head {
    const last = this.#events.at(-1);
    return last === undefined ? { position: 0, hash: GENESIS } : { position: last.position, hash: last.hash };
  }

  after(position: number, limit: number): SpelledEvent[] {
    return this.#events.slice(position, position + limit).map((row) => readRow(row));
  }

  all(): SpelledEvent[] {
    return this.after(0, this.#events.length);
  }

  verify(): VerifyReport {
    const hash = this.#events.reduce((before, row) => chainHash(before, eventJson(row)), GENESIS);
    const ok = hash === this.head().hash;
    return { ok, events: this.#events.length, brokenAt: ok ? null : 1, reason: ok ? null : 'The chain does not lead to its end' };
  }

  /** The next commit's outcome is learnt by nobody. */
  doubt(fate: Fate): void {
    this.#nextFate = fate;
  }

  /** Another writer was there. */
  intrude(events: readonly NewEvent[]): void {
    for (const event of events) {
      const { position, hash } = this.head();
      const recorded: Recorded = {
        position: position + 1,
        id: randomUUID(),
        stream: event.stream,
        streamPosition: this.#endOf(event.stream) + 1,
        type: event.type,
        version: event.version,
        happenedAt: event.happenedAt,
        recordedAt: NINE,
        actor: NURSE,
        commandId: randomUUID(),
        data: event.data,
      };
      const { actor, ...rest } = recorded;
      const data = canonicalJson(event.data);
      const chained = { ...rest, actorId: actor.id, actorRole: actor.role, deviceId: null, data };
      this.#events.push({ ...chained, hash: chainHashOfRecorded(hash, recorded) });
    }
  }

  late(): Promise<void> {
    return turns(this.#lot.int(0, 4));
  }

  #fate(): Fate | undefined {
    const fate = this.#nextFate ?? (this.#lot.chance(this.#trouble.unknown ?? 0) ? this.#lot.pick(FATES) : undefined);
    this.#nextFate = undefined;
    return fate;
  }

  #store({ after, events, answers }: Batch): boolean {
    if (this.head().position !== after.position) return false;
    this.#events.push(...events);
    for (const answer of answers) this.#answers.set(answer.commandId, answer);
    return true;
  }

  #endOf(stream: string): number {
    return this.#events.findLast((event) => event.stream === stream)?.streamPosition ?? 0;
  }
}

const FATES: readonly Fate[] = ['stored', 'not-stored', 'late'];

/** An event of a chair that means nothing to anybody. */
function note(label: string): NewEvent {
  const id = '00000000-0000-7000-8000-0000000000ff';
  const data = { id, label, order: 0, state: 'available' };
  return { stream: `chair/${id}`, type: 'chair-put', version: 1, happenedAt: NINE, data };
}
