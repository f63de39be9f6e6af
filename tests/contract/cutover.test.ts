import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { randomOf } from '../../db/seed/random.ts';
import type { Store, Write } from '../../db/store.ts';
import { EventsMessage, type Message } from '../../server/live/message.ts';
import { LIMITS, Subscription } from '../../server/live/subscription.ts';
import type { CloseCode } from '../../shared/wire/close-codes.ts';
import { turns, until } from './awkward-log.ts';
import { type AwkwardPlace, awkwardPlace } from './awkward-store.ts';
import { append, chairPut } from './store-writes.ts';

/** So few events stay in memory that most of what a screen missed has to be asked for. */
const TAIL_KEPT = 20;

/** A screen that takes each message some turns after it was sent, fed by a store as the hub does it. */
function aScreen(store: Store, seed: number) {
  const lot = randomOf('screen', seed);
  const seen: string[] = [];
  const positions: number[] = [];
  let caughtUp = 0;
  let closed: CloseCode | undefined;
  let taken = Promise.resolve();
  const subscription = new Subscription(
    {
      door: 'feed',
      audience: 'staff',
      send(message: Message, flushed) {
        if (message.name === 'caught-up') caughtUp += 1;
        if (message instanceof EventsMessage) {
          const { events } = JSON.parse(message.json('staff')) as { events: { id: string; position: number }[] };
          seen.push(...events.map(({ id }) => id));
          positions.push(...events.map(({ position }) => position));
        }
        taken = taken.then(() => turns(lot.int(0, 2))).then(flushed);
      },
      close: (code) => {
        closed = code;
      },
    },
    store,
    // Whoever takes things late here is no slow screen: turns are no time.
    { ...LIMITS, ms: Number.POSITIVE_INFINITY },
  );
  store.onCommit(({ from, events }) => {
    const message = new EventsMessage(from, events);
    setImmediate(() => subscription.offer(message));
  });
  return { subscription, seen, positions, closed: () => closed, caughtUp: () => caughtUp };
}

/** Sends a write until it is known what became of it. */
async function untilKnown(store: Store, write: Write): Promise<void> {
  for (;;) if ((await store.submit(write)).kind !== 'unknown') return;
}

const chairs = (count: number) => Array.from({ length: count }, (_, n) => chairPut(randomUUID(), `${n}`));

async function play(place: AwkwardPlace, stored: number, after: number, commits: readonly number[], seed: number) {
  const lot = randomOf('commits', seed);
  await place.intrude(chairs(stored));
  await using store = await place.open();
  const screen = aScreen(store, seed);
  screen.subscription.start({ after, epoch: store.epoch });
  for (const count of commits) {
    await untilKnown(store, append(chairs(count)));
    await turns(lot.int(0, 3));
  }
  await until(() => {
    if (store.head() < place.log.head().position) store.follow();
    return screen.subscription.position === place.log.head().position && store.head() === place.log.head().position;
  });
  return screen;
}

it('[LIVE35, LIVE2, LOG37] however late pages come and whoever commits meanwhile, a screen has each event once and in order', () =>
  fc.assert(
    fc.asyncProperty(
      fc.nat(1_000_000),
      fc.nat(700),
      fc.nat(700),
      fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 12 }),
      async (seed, stored, start, commits) => {
        const after = Math.min(start, stored);
        await using place = awkwardPlace(seed, { foreign: 0.2, unknown: 0.2 }, TAIL_KEPT);
        const { seen, positions, closed, caughtUp } = await play(place, stored, after, commits, seed);
        expect(positions).toEqual(Array.from({ length: place.log.head().position - after }, (_, n) => after + n + 1));
        expect(seen).toEqual(place.log.after(after, Number.MAX_SAFE_INTEGER).map(({ id }) => id));
        expect([closed(), caughtUp() > 0]).toEqual([undefined, true]);
      },
    ),
    { seed: 20261126, numRuns: 60, endOnFailure: true },
  ));

it('[LIVE35] a page that cannot be read closes the screen, which comes back with its cursor', async () => {
  await using place = awkwardPlace(1);
  await place.intrude(chairs(5));
  await using store = await place.open();
  const broken: Store = Object.create(store, { eventsAfter: { value: () => Promise.reject(new Error('not now')) } });
  const screen = aScreen(broken, 1);
  screen.subscription.start({ after: 2, epoch: store.epoch });
  await until(() => screen.closed() !== undefined);
  expect([screen.closed(), screen.positions]).toEqual([1001, []]);
});
