/**
 * The server's time. Everything that asks for "now" or waits for a moment does it here, so that a demo day can run
 * N times as fast and a test can turn the hands itself.
 */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number;
  /** How fast `now` runs: 1, or the demo day's `--speed`. */
  readonly speed: number;
  /** Calls `fn` once, when `now()` has reached `atMs` (soon, when it has already). Returns its disposer. */
  setTimer(atMs: number, fn: () => void): () => void;
}

/** A waiting timer looks at the clock at least this often (real ms), so that a clock set forward is noticed. */
const LOOK_EVERY_MS = 5_000;

/** The machine's clock. It may be set back or forward while we run. */
export function systemClock(): Clock {
  return clockOf(() => Date.now(), 1);
}

/**
 * A clock that starts at `startMs` and runs `speed` times as fast as the machine's; it is never set back.
 * Throws when `speed` is not a positive number.
 */
export function fastClock(speed: number, startMs: number): Clock {
  if (!(speed > 0 && Number.isFinite(speed))) throw new RangeError('speed must be a positive number');
  const startedAt = performance.now();
  return clockOf(() => Math.round(startMs + (performance.now() - startedAt) * speed), speed);
}

/** A clock that stands still: nothing falls due. Its speed is as small as a speed can be, since everything sent says one. */
export function stillClock(atMs: number): Clock {
  return clockOf(() => atMs, Number.MIN_VALUE);
}

function clockOf(now: () => number, speed: number): Clock {
  return {
    now,
    speed,
    setTimer(atMs, fn) {
      let handle: NodeJS.Timeout | undefined;
      const wait = () => {
        const realMs = Math.ceil((atMs - now()) / speed);
        handle = realMs <= 0 ? setTimeout(fn, 0) : setTimeout(look, Math.min(realMs, LOOK_EVERY_MS));
        handle.unref();
      };
      const look = () => {
        if (now() >= atMs) fn();
        else wait();
      };
      wait();
      return () => clearTimeout(handle);
    },
  };
}
