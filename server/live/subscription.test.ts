import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SpelledEvent } from '../../db/store.ts';
import { CLOSE, type CloseCode } from '../../shared/wire/close-codes.ts';
import { spelled } from '../../tests/support/spelled.ts';
import { EventsMessage, type Message } from './message.ts';
import { LIMITS, Subscription } from './subscription.ts';

function eventAt(position: number, text = 'a'): SpelledEvent {
  return spelled({
    position,
    id: '00000000-0000-7000-8000-000000000001',
    stream: 'session/00000000-0000-7000-8000-000000000002',
    streamPosition: position,
    type: 'note-added',
    version: 1,
    happenedAt: '2026-11-24T09:00:00.000Z',
    recordedAt: '2026-11-24T09:00:00.000Z',
    actor: { id: '00000000-0000-7000-8000-000000000003', role: 'nurse' },
    commandId: '00000000-0000-7000-8000-000000000004',
    data: { text },
  });
}

/** A log in memory and a screen whose transport takes messages only when the test says so. */
function aScreen(options: { readonly after?: number; readonly epoch?: string; readonly stored?: number } = {}) {
  const events: SpelledEvent[] = Array.from({ length: options.stored ?? 0 }, (_, i) => eventAt(i + 1));
  const log = {
    epoch: 'this',
    head: () => events.length,
    tail: (after: number, limit: number) => events.slice(after, after + limit),
    eventsAfter: () => expect.fail('Nothing lies further back than the tail'),
  };
  const seen: number[] = [];
  const said: string[] = [];
  const pending: (() => void)[] = [];
  const clock = { ms: 0 };
  let closed: CloseCode | undefined;
  const subscription = new Subscription(
    {
      door: 'feed',
      audience: 'staff',
      send(message: Message, flushed) {
        said.push(message.name);
        if (message instanceof EventsMessage) for (let at = message.from + 1; at <= message.to; at++) seen.push(at);
        pending.push(flushed);
      },
      close(code) {
        closed = code;
      },
    },
    log,
    LIMITS,
    () => clock.ms,
  );
  subscription.start({ after: options.after, epoch: options.epoch });
  return {
    subscription,
    seen,
    said,
    clock,
    closed: () => closed,
    append(count: number, publish = true, text = 'a') {
      const from = events.length;
      for (let i = 1; i <= count; i++) events.push(eventAt(from + i, text));
      if (publish) subscription.offer(new EventsMessage(from, events.slice(from)));
    },
    flush(count = Number.POSITIVE_INFINITY) {
      for (let i = 0; i < count && pending.length > 0; i++) pending.shift()?.();
    },
    head: () => events.length,
  };
}

test('[LIVE1] a screen without a cursor starts live at the head', () => {
  const screen = aScreen({ stored: 5 });
  expect(screen.said).toEqual(['caught-up']);
  screen.append(2);
  expect(screen.seen).toEqual([6, 7]);
});

test('[LIVE2] whatever is stored and taken in whatever order, a screen sees each event once and in order', () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('append' as const), count: fc.integer({ min: 1, max: 150 }) }),
    fc.record({ do: fc.constant('flush' as const), count: fc.integer({ min: 1, max: 4 }) }),
    // A commit that was not offered: what another node would have stored.
    fc.record({ do: fc.constant('miss' as const), count: fc.integer({ min: 1, max: 3 }) }),
  );
  fc.assert(
    fc.property(fc.nat(700), fc.nat(700), fc.array(step, { maxLength: 12 }), (stored, start, steps) => {
      const after = Math.min(start, stored);
      const screen = aScreen({ stored, after, epoch: 'this' });
      for (const { do: what, count } of steps) {
        if (what === 'flush') screen.flush(count);
        else screen.append(count, what === 'append');
      }
      screen.append(1);
      screen.flush();
      expect(screen.seen).toEqual(Array.from({ length: screen.head() - after }, (_, i) => after + i + 1));
      expect(screen.said.filter((name) => name === 'caught-up').length).toBeGreaterThan(0);
    }),
    { seed: 20261122, numRuns: 300 },
  );
});

test('[LIVE2] while the past is read, one page is under way at a time', () => {
  const screen = aScreen({ stored: 1_000, after: 0 });
  expect(screen.seen).toHaveLength(200);
  screen.append(10);
  expect(screen.seen).toHaveLength(200);
  screen.flush(1);
  expect(screen.seen).toHaveLength(400);
});

test('[LIVE4] a cursor of another epoch or beyond the head is closed as other epoch', () => {
  expect(aScreen({ stored: 5, after: 3, epoch: 'other' }).closed()).toBe(CLOSE.otherEpoch);
  expect(aScreen({ stored: 5, epoch: 'other' }).closed()).toBe(CLOSE.otherEpoch);
  expect(aScreen({ stored: 5, after: 6 }).closed()).toBe(CLOSE.otherEpoch);
  expect(aScreen({ stored: 5, after: 5, epoch: 'this' }).closed()).toBeUndefined();
});

test('[LIVE5] a screen more than 2,000 events behind is too slow', () => {
  const screen = aScreen();
  screen.flush();
  screen.append(1);
  screen.append(2_000);
  expect(screen.subscription.isSlow()).toBe(false);
  screen.append(1);
  expect(screen.subscription.isSlow()).toBe(true);
});

test('[LIVE5] a screen more than a megabyte behind is too slow, one large commit alone is not', () => {
  const screen = aScreen();
  screen.flush();
  screen.append(1, true, 'x'.repeat(2 * LIMITS.bytes));
  expect(screen.subscription.isSlow()).toBe(false);
  screen.append(10, true, 'x'.repeat(LIMITS.bytes / 11));
  expect(screen.subscription.isSlow()).toBe(false);
  screen.append(1, true, 'x'.repeat(LIMITS.bytes / 11));
  expect(screen.subscription.isSlow()).toBe(true);
});

test('[LIVE5] a screen that has taken nothing for more than 5 s is too slow, and once closed is told nothing', () => {
  const screen = aScreen();
  screen.flush();
  screen.append(1);
  screen.clock.ms = 5_000;
  expect(screen.subscription.isSlow()).toBe(false);
  screen.clock.ms = 5_001;
  expect(screen.subscription.isSlow()).toBe(true);
  screen.subscription.close(CLOSE.tooSlow);
  screen.append(1);
  expect(screen.seen).toEqual([1]);
  expect(screen.closed()).toBe(CLOSE.tooSlow);
});
