import { hash } from 'node:crypto';
import { canonicalJson } from '../../shared/log/canonical-json.ts';
import type { NewEvent, Recorded } from '../../shared/log/event.ts';
import { type Id, MINUTE_MS, toMs } from '../../shared/units.ts';
import type { Participant, Store } from '../store.ts';
import { type DemoOptions, generateDemo } from './generate.ts';
import type { SeedWrite } from './seed-log.ts';
import { DEMO_PASSWORD } from './staff.ts';

/** The seed of the demo clinic, and of its day. */
export const DEMO_SEED = 7;
/** Writes that share one commit. */
const BATCH = 2_000;
/** A day that stood still for longer is not taken up again: too much would be overdue at once. */
const TAKEN_UP_WITHIN_MS = 15 * MINUTE_MS;

export interface SeedOptions extends DemoOptions {
  /** Empty. Its participant is replaced: whoever follows the log sets its own afterwards. */
  readonly store: Store;
  readonly hashPassword: (password: string) => Promise<string>;
}

/**
 * Fills an empty store with the demo clinic, its history and a day that is running at `now`, and gives the staff their demo
 * password. Each event keeps the time at which it would have been recorded. Throws when the store holds anything already.
 */
export async function seedDemo(options: SeedOptions): Promise<{ readonly events: number }> {
  const { store, hashPassword } = options;
  if (store.head() !== 0) throw new Error('Only an empty store can be seeded');
  const { writes, staff } = generateDemo(options);
  const ids = new IdsOfEvents();
  store.setParticipant(ids);
  for (let from = 0; from < writes.length; from += BATCH)
    await Promise.all(writes.slice(from, from + BATCH).map((write) => submit(store, ids, write)));
  await Promise.all(
    staff.map(async ({ id, username }) =>
      store.secrets.putCredential({ staffId: id, username, passwordHash: await hashPassword(DEMO_PASSWORD) }),
    ),
  );
  return { events: store.head() };
}

/** Whether the store holds a demo day that stopped so lately that it can go on. `now` in ms. */
export async function isRunningDay(store: Store, nowMs: number): Promise<boolean> {
  const [last] = await store.eventsAfter(store.head() - 1, 1);
  if (last === undefined) return false;
  const sinceMs = nowMs - toMs(last.recordedAt);
  // A day that ran faster than the clock ended in what is still the future.
  return sinceMs >= -MINUTE_MS && sinceMs <= TAKEN_UP_WITHIN_MS;
}

async function submit(store: Store, ids: IdsOfEvents, write: SeedWrite): Promise<void> {
  const { commandId, actor, recordedAt, body, events } = write;
  const outcome = await store.submit({
    commandId,
    digest: hash('sha256', canonicalJson(body)),
    actor,
    recordedAt,
    decide() {
      ids.expect(events);
      return { ok: true, events: events.map((event) => ids.translated(event)) };
    },
  });
  if (outcome.kind !== 'appended') throw new Error(`A seeded write came back as ${outcome.kind}`);
}

/** The store names events itself; entries that point at an event have to point at its real name. */
class IdsOfEvents implements Participant {
  readonly #real = new Map<Id, Id>();
  #expected: readonly Recorded[] = [];

  /** The write that is being stored: its events come back next. */
  expect(events: readonly Recorded[]): void {
    this.#expected = events;
  }

  apply(events: readonly Recorded[]): void {
    for (const [place, { id }] of events.entries()) {
      const expected = this.#expected[place];
      if (expected !== undefined) this.#real.set(expected.id, id);
    }
  }

  translated({ stream, type, version, happenedAt, data }: Recorded): NewEvent {
    return { stream, type, version, happenedAt, data: this.#pointed(data) };
  }

  #pointed(data: unknown): unknown {
    if (typeof data !== 'object' || data === null) return data;
    const pointers = POINTERS.flatMap((name) => {
      const id: unknown = Reflect.get(data, name);
      const real = typeof id === 'string' ? this.#real.get(id) : undefined;
      return real === undefined ? [] : [[name, real] as const];
    });
    return pointers.length === 0 ? data : { ...data, ...Object.fromEntries(pointers) };
  }

  commit(): void {}
  rollback(): void {}
}

/** Members of an entry that name another event. */
const POINTERS = ['orderEventId', 'callEventId', 'causeEventId', 'eventId'] as const;
