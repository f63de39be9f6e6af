import { useSyncExternalStore } from 'react';
import type { ServerClock } from './server-clock.ts';

/**
 * One heartbeat for everything on screen that grows older. Between two ticks the time stands still, so one paint shows
 * one moment; a component that derives a text from it renders only when that text changes.
 */
export interface Ticker {
  /** The server's time at the last tick, in ms. */
  readonly nowMs: () => number;
  /** Real ms since the server was last heard, at the last tick. */
  readonly silentForMs: () => number | undefined;
  readonly subscribe: (listener: () => void) => () => void;
  /** Ticks at once: after a beat, and when a sleeping tab wakes. */
  readonly tick: () => void;
}

const EVERY_MS = 1_000;

export function createTicker(clock: ServerClock): Ticker {
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setInterval> | undefined;
  let frame = 0;
  let nowMs = clock.nowMs();
  let silentForMs = clock.silentForMs();

  const tick = () => {
    nowMs = clock.nowMs();
    silentForMs = clock.silentForMs();
    for (const listener of listeners) listener();
  };
  /**
   * Before each paint: a tab that slept (hidden, frozen, the lid closed) would paint what it last knew, and its timers may
   * come later than its first frame. A tick that is overdue is made up for before anything is seen.
   */
  const beforePaint = () => {
    frame = requestAnimationFrame(beforePaint);
    if ((clock.silentForMs() ?? 0) - (silentForMs ?? 0) > 2 * EVERY_MS) tick();
  };
  const start = () => {
    tick();
    timer = setInterval(tick, EVERY_MS);
    frame = requestAnimationFrame(beforePaint);
  };
  const stop = () => {
    clearInterval(timer);
    cancelAnimationFrame(frame);
  };

  return {
    nowMs: () => nowMs,
    silentForMs: () => silentForMs,
    tick,
    subscribe: (listener) => {
      listeners.add(listener);
      if (listeners.size === 1) start();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) stop();
      };
    },
  };
}

/** A value worked out from the ticking time. Return a string, number or boolean: it renders when that changes. */
export function useTicking<T extends string | number | boolean | undefined>(ticker: Ticker, derive: (nowMs: number) => T): T {
  return useSyncExternalStore(ticker.subscribe, () => derive(ticker.nowMs()));
}
