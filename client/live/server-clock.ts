import { type Instant, toInstant, toMs } from '../../shared/units.ts';
import { RED_AFTER_MS } from '../../shared/wire/beats.ts';

/** The device's clocks, in ms: `wall` may be set by anybody at any time, `monotonic` stands still while the device sleeps. */
export interface DeviceClock {
  readonly wall: () => number;
  readonly monotonic: () => number;
}

const deviceClock: DeviceClock = { wall: () => Date.now(), monotonic: () => performance.now() };

/** What the server's time said of the time that this page went by while it did not hear it. */
export interface ClockCorrection {
  /** How far this page's time was ahead, in ms; negative when behind. */
  readonly aheadMs: number;
  /** The server's time when it was last heard before. */
  readonly heardUntil: Instant;
}

/**
 * The server's clock as the device knows it from the last beat. Every age, countdown and *happened at* uses it, so a
 * tablet with a wrong clock charts the right time. Between beats it runs at the server's speed (1, or the demo day's).
 */
export interface ServerClock {
  /** Takes the server's time as of this moment. */
  readonly heard: (now: Instant, speed: number) => void;
  /** The server's time in ms. The device's own before anything was heard. */
  readonly nowMs: () => number;
  readonly now: () => Instant;
  readonly speed: () => number;
  /** Takes up where another page left off: `server` was the time when the device's wall clock said `wall`. Never as live. */
  readonly resume: (then: { readonly server: Instant; readonly wall: number; readonly speed: number }) => void;
  /** How far the device's wall clock is ahead of the server's, in ms, as of the last beat; `undefined` before. */
  readonly aheadMs: () => number | undefined;
  /** Real ms since the server was last heard; `undefined` when it never was. */
  readonly silentForMs: () => number | undefined;
  /** Whether the time is only what another page left behind: nobody has confirmed it yet. */
  readonly isResumed: () => boolean;
  /** Hears what a silence that ended had done to the time. Returns its disposer. */
  readonly onCorrected: (listener: (correction: ClockCorrection) => void) => () => void;
}

export function createServerClock(device: DeviceClock = deviceClock): ServerClock {
  let last:
    | {
        readonly serverMs: number;
        readonly speed: number;
        readonly wall: number;
        readonly monotonic: number;
        readonly atLeastMs?: number;
      }
    | undefined;

  const passedMs = ({ wall, monotonic }: { readonly wall: number; readonly monotonic: number }) =>
    Math.max(device.wall() - wall, device.monotonic() - monotonic, 0);
  // The longer of the two: a sleep stops the monotonic clock, a clock set back shortens the other. Too old is the safe error.
  const silentForMs = () => (last === undefined ? undefined : Math.max(passedMs(last), last.atLeastMs ?? 0));
  const nowMs = () => (last === undefined ? device.wall() : last.serverMs + passedMs(last) * last.speed);

  const listeners = new Set<(correction: ClockCorrection) => void>();

  return {
    heard: (now, speed) => {
      const silence = silentForMs();
      if (last !== undefined && silence !== undefined && silence >= RED_AFTER_MS) {
        const correction = { aheadMs: nowMs() - toMs(now), heardUntil: toInstant(last.serverMs) };
        for (const listener of listeners) listener(correction);
      }
      last = { serverMs: toMs(now), speed, wall: device.wall(), monotonic: device.monotonic() };
    },
    resume: ({ server, wall, speed }) => {
      // The monotonic clock started over with this page. What it shows was said by nobody lately: red, whatever the wall clock says.
      last ??= { serverMs: toMs(server), speed, wall, monotonic: device.monotonic(), atLeastMs: RED_AFTER_MS };
    },
    aheadMs: () => (last === undefined ? undefined : last.wall - last.serverMs),
    nowMs,
    now: () => toInstant(Math.round(nowMs())),
    speed: () => last?.speed ?? 1,
    silentForMs,
    isResumed: () => last?.atLeastMs !== undefined,
    onCorrected: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
