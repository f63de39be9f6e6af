import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINUTE_MS, toInstant, toMs } from '../units.ts';
import { freshness } from './freshness.ts';

const AT = '2026-11-22T14:00:00.000Z';
const EVERY_10 = { everyMin: 10, graceMin: 2 };
const minutesLater = (minutes: number, ms = 0) => toMs(AT) + minutes * MINUTE_MS + ms;
const SEED = { seed: 20261122 };

describe('freshness', () => {
  it.each([
    ['fresh', minutesLater(0)],
    ['fresh', minutesLater(8, -1)],
    ['due-soon', minutesLater(8)],
    ['due-soon', minutesLater(10, -1)],
    ['due', minutesLater(10)],
    ['due', minutesLater(12, -1)],
    ['overdue', minutesLater(12)],
    ['overdue', minutesLater(20, -1)],
    ['stale', minutesLater(20)],
    ['stale', minutesLater(600)],
  ] as const)('[VIT4] with 10 min and 2 min grace it is %s at %d', (state, now) => {
    expect(freshness(AT, EVERY_10, now).state).toBe(state);
  });

  it('[VIT4] tells when it will be due, overdue and stale', () => {
    expect(freshness(AT, EVERY_10, minutesLater(3))).toEqual({
      state: 'fresh',
      ageMs: 3 * MINUTE_MS,
      dueAtMs: minutesLater(10),
      overdueAtMs: minutesLater(12),
      staleAtMs: minutesLater(20),
    });
  });

  it('[VIT4] a short interval is not due soon from the start, and never stale before it is overdue', () => {
    expect(freshness(AT, { everyMin: 2, graceMin: 2 }, minutesLater(0)).state).toBe('fresh');
    expect(freshness(AT, { everyMin: 2, graceMin: 2 }, minutesLater(1)).state).toBe('due-soon');
    expect(freshness(AT, { everyMin: 1, graceMin: 5 }, minutesLater(3)).state).toBe('due');
    expect(freshness(AT, { everyMin: 1, graceMin: 5 }, minutesLater(6)).state).toBe('stale');
  });

  it('[VIT5] a clock stepped back gives no negative age', () => {
    fc.assert(
      fc.property(fc.integer({ min: -86_400_000, max: 86_400_000 }), fc.integer({ min: 1, max: 60 }), (step, everyMin) => {
        expect(freshness(AT, { everyMin, graceMin: 2 }, toMs(AT) + step).ageMs).toBeGreaterThanOrEqual(0);
      }),
      SEED,
    );
  });

  it('[VIT5] a reading from the future is stale, not fresh; a minute between two clocks is let pass', () => {
    expect(freshness(AT, EVERY_10, minutesLater(-1)).state).toBe('fresh');
    expect(freshness(AT, EVERY_10, minutesLater(-1, -1)).state).toBe('stale');
    expect(freshness(AT, EVERY_10, minutesLater(-60)).state).toBe('stale');
  });

  it('[VIT4] only ever gets older as time passes', () => {
    const order = ['fresh', 'due-soon', 'due', 'overdue', 'stale'];
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 10 }),
        fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 2 }),
        (everyMin, graceMin, passed) => {
          const ranks = passed
            .sort((a, b) => a - b)
            .map((ms) => order.indexOf(freshness(toInstant(toMs(AT)), { everyMin, graceMin }, toMs(AT) + ms).state));
          expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
        },
      ),
      SEED,
    );
  });
});
