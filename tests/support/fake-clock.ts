import type { Clock } from '../../server/clock.ts';
import { type Instant, toMs } from '../../shared/units.ts';

export interface FakeClock extends Clock {
  /** Moves the hands forward; timers that fall due fire in their order, each at its own time. */
  advance(ms: number): void;
  /** Sets the hands, back too; no timer fires before `advance`. */
  set(nowMs: number): void;
}

/** A clock that only moves when a test says so. */
export function fakeClock(start: Instant | number): FakeClock {
  let nowMs = typeof start === 'number' ? start : toMs(start);
  let made = 0;
  const timers = new Map<number, { readonly atMs: number; readonly fn: () => void }>();
  const nextDue = (untilMs: number) =>
    [...timers].filter(([, { atMs }]) => atMs <= untilMs).sort(([a, one], [b, two]) => one.atMs - two.atMs || a - b)[0];
  return {
    now: () => nowMs,
    speed: 1,
    setTimer(atMs, fn) {
      const id = made++;
      timers.set(id, { atMs, fn });
      return () => void timers.delete(id);
    },
    advance(ms) {
      const untilMs = nowMs + ms;
      for (let due = nextDue(untilMs); due !== undefined; due = nextDue(untilMs)) {
        const [id, timer] = due;
        timers.delete(id);
        nowMs = Math.max(nowMs, timer.atMs);
        timer.fn();
      }
      nowMs = untilMs;
    },
    set(ms) {
      nowMs = ms;
    },
  };
}
