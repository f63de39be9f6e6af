import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fastClock, stillClock, systemClock } from './clock.ts';

const NINE = Date.parse('2026-11-24T09:00:00.000Z');

beforeEach(() => void vi.useFakeTimers({ now: NINE }));
afterEach(() => void vi.useRealTimers());

test('[OPS56] a demo day runs N times as fast, and its timers with it', () => {
  const clock = fastClock(60, NINE);
  const rung: number[] = [];
  clock.setTimer(NINE + 600_000, () => rung.push(clock.now()));
  vi.advanceTimersByTime(9_999);
  expect(rung).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(rung).toEqual([NINE + 600_000]);
});

test('[OPS56] a day that stands still rings for nothing', () => {
  const clock = stillClock(NINE);
  const rung = vi.fn();
  clock.setTimer(NINE + 1, rung);
  vi.advanceTimersByTime(3_600_000);
  expect(clock.now()).toBe(NINE);
  expect(clock.speed).toBeGreaterThan(0);
  expect(rung).not.toHaveBeenCalled();
});

test('[ALARM52] a timer rings soon after the machine’s clock was set forward, and waits when it was set back', () => {
  const clock = systemClock();
  const rung = vi.fn();
  clock.setTimer(NINE + 600_000, rung);
  vi.setSystemTime(NINE - 3_600_000);
  vi.advanceTimersByTime(600_000);
  expect(rung).not.toHaveBeenCalled();
  vi.setSystemTime(NINE + 600_000);
  vi.advanceTimersByTime(5_000);
  expect(rung).toHaveBeenCalledOnce();
});

test('[ALARM52] a timer that was taken away does not ring', () => {
  const clock = systemClock();
  const rung = vi.fn();
  clock.setTimer(NINE + 1_000, rung)();
  vi.advanceTimersByTime(2_000);
  expect(rung).not.toHaveBeenCalled();
});
