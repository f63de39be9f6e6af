import type { LimitName } from './limit-names.ts';
import type { Bounds } from './protocol.ts';

/**
 * Limits for going on after a pause. By themselves: a protocol from before there were any gets them wherever it is read, also on a
 * board, which has no use for the other defaults. Source: clinical tables "Limits (defaults)", as in `LIMIT_SOURCES`.
 */
export const RESUME = {
  systolic: { high: 159 },
  diastolic: { high: 99 },
  spo2: { low: 92 },
  respiratoryRate: { low: 10, high: 25 },
} as const satisfies Partial<Record<LimitName, Bounds>>;
