import { type Instant, toInstant, toMs } from '../../shared/units.ts';

/** The device's clocks, in ms: `wall` may be set by anybody at any time, `monotonic` stands still while the device sleeps. */
export interface DeviceClock {
  readonly wall: () => number;
  readonly monotonic: () => number;
}

export const deviceClock: DeviceClock = { wall: () => Date.now(), monotonic: () => performance.now() };

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
  /** Real ms since the server was last heard; `undefined` when it never was. */
  readonly silentForMs: () => number | undefined;
}

export function createServerClock(device: DeviceClock = deviceClock): ServerClock {
  let last: { readonly serverMs: number; readonly speed: number; readonly wall: number; readonly monotonic: number } | undefined;

  // The longer of the two: a sleep stops the monotonic clock, a clock set back shortens the other. Too old is the safe error.
  const silentForMs = () =>
    last === undefined ? undefined : Math.max(device.wall() - last.wall, device.monotonic() - last.monotonic, 0);
  const nowMs = () => (last === undefined ? device.wall() : last.serverMs + (silentForMs() ?? 0) * last.speed);

  return {
    heard: (now, speed) => {
      last = { serverMs: toMs(now), speed, wall: device.wall(), monotonic: device.monotonic() };
    },
    nowMs,
    now: () => toInstant(Math.round(nowMs())),
    speed: () => last?.speed ?? 1,
    silentForMs,
  };
}
