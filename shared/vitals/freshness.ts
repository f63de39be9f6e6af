import { type Instant, MINUTE_MS, toMs } from '../units.ts';

/**
 * How live the last reading is: `fresh`, `due-soon` from 2 min before it is due, `due` at the interval, `overdue` past the
 * grace, `stale` from twice the interval: too old to be taken as live.
 */
export type Freshness = 'fresh' | 'due-soon' | 'due' | 'overdue' | 'stale';

export interface Age {
  readonly state: Freshness;
  /** Never negative, whatever the clocks did. */
  readonly ageMs: number;
  readonly dueAtMs: number;
  readonly overdueAtMs: number;
  readonly staleAtMs: number;
}

/** "Soon" begins this long before a reading is due. Source: clinical tables "Protocols to seed". */
export const DUE_SOON_MS = 2 * MINUTE_MS;
/** A reading may be this far ahead of now (two clocks never agree); further ahead its age is not known. */
export const AHEAD_TOLERANCE_MS = MINUTE_MS;

/**
 * The age of a reading taken at `lastAt` at the moment `nowMs`, by the protocol's interval and grace in minutes.
 * A reading from further ahead than a minute says that a clock was stepped back: its age is unknown, so it is stale
 * rather than fresh. With intervals of 4 min and less, "soon" is the second half of the interval.
 */
export function freshness(
  lastAt: Instant,
  schedule: { readonly everyMin: number; readonly graceMin: number },
  nowMs: number,
): Age {
  const lastMs = toMs(lastAt);
  const everyMs = schedule.everyMin * MINUTE_MS;
  const dueAtMs = lastMs + everyMs;
  const overdueAtMs = dueAtMs + schedule.graceMin * MINUTE_MS;
  const staleAtMs = Math.max(lastMs + 2 * everyMs, overdueAtMs);
  const soonAtMs = dueAtMs - Math.min(DUE_SOON_MS, everyMs / 2);
  const times = { ageMs: Math.max(0, nowMs - lastMs), dueAtMs, overdueAtMs, staleAtMs };
  if (lastMs > nowMs + AHEAD_TOLERANCE_MS || nowMs >= staleAtMs) return { state: 'stale', ...times };
  if (nowMs >= overdueAtMs) return { state: 'overdue', ...times };
  if (nowMs >= dueAtMs) return { state: 'due', ...times };
  return { state: nowMs >= soonAtMs ? 'due-soon' : 'fresh', ...times };
}
