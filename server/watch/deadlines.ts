import type { Clock } from '../clock.ts';

/** Moments to come, one per key, and a single timer on the earliest of them. */
export interface Deadlines {
  /** Replaces the key's moment; undefined takes it away. */
  set(key: string, atMs: number | undefined): void;
  stop(): void;
}

/** Calls `due` with every key whose moment has come; it is taken away first. */
export function deadlines(clock: Clock, due: (keys: readonly string[]) => void): Deadlines {
  const moments = new Map<string, number>();
  let timer: { readonly atMs: number; readonly cancel: () => void } | undefined;

  // A clinic has some dozens of visits open: a scan takes microseconds and can't get out of step as a heap can.
  const arm = () => {
    const atMs = Math.min(...moments.values());
    if (timer?.atMs === atMs) return;
    timer?.cancel();
    timer = Number.isFinite(atMs) ? { atMs, cancel: clock.setTimer(atMs, ring) } : undefined;
  };
  const ring = () => {
    timer = undefined;
    const now = clock.now();
    const keys = [...moments].filter(([, atMs]) => atMs <= now).map(([key]) => key);
    for (const key of keys) moments.delete(key);
    arm();
    due(keys);
  };
  return {
    set(key, atMs) {
      if (atMs === undefined) moments.delete(key);
      else moments.set(key, atMs);
      arm();
    },
    stop() {
      timer?.cancel();
      timer = undefined;
      moments.clear();
    },
  };
}
