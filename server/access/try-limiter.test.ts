import { expect, it } from 'vitest';
import { TryLimiter } from './try-limiter.ts';

const SECOND = 1_000;
const LIMITS = { free: 2, firstWaitMs: 30 * SECOND, maxWaitMs: 100 * SECOND, forgetAfterMs: 1_000 * SECOND };

function at(start = 0) {
  let now = start;
  const limiter = new TryLimiter(LIMITS, () => now);
  const pass = (ms: number) => {
    now += ms;
  };
  return { limiter, pass };
}

it('[ACC4] the wait doubles with each wrong try up to a limit, and passes', () => {
  const { limiter, pass } = at();
  const waits = [1, 2, 3, 4, 5, 6].map(() => {
    limiter.wrong('nurse');
    return limiter.waitMs('nurse') / SECOND;
  });
  expect(waits).toEqual([0, 0, 30, 60, 100, 100]);
  pass(40 * SECOND);
  expect(limiter.waitMs('nurse')).toBe(60 * SECOND);
  pass(60 * SECOND);
  expect(limiter.waitMs('nurse')).toBe(0);
});

it('[ACC4] a right one, or a long time, makes all forgotten; others are not concerned', () => {
  const { limiter, pass } = at();
  for (let n = 0; n < 4; n += 1) limiter.wrong('nurse');
  expect(limiter.waitMs('physician')).toBe(0);
  limiter.right('nurse');
  expect(limiter.waitMs('nurse')).toBe(0);
  for (let n = 0; n < 4; n += 1) limiter.wrong('nurse');
  pass(1_001 * SECOND);
  limiter.wrong('nurse');
  expect(limiter.waitMs('nurse')).toBe(0);
});

it('[ACC4] a clock that is set back locks nobody out', () => {
  const { limiter, pass } = at(10_000 * SECOND);
  for (let n = 0; n < 4; n += 1) limiter.wrong('nurse');
  pass(-5_000 * SECOND);
  expect(limiter.waitMs('nurse')).toBe(0);
});
