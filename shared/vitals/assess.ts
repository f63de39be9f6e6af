import type { LimitName } from '../clinic/limit-names.ts';
import type { Bounds, Protocol, SignLimits } from '../clinic/protocol.ts';

/** A value outside a clinical limit: how urgent, which limit, on which side. */
export interface OutsideLimit {
  readonly priority: 'high' | 'medium';
  readonly limit: number;
  readonly bound: 'low' | 'high';
}

/** What a value means. Unknown is a value of its own: it is never normal. */
export type Assessment = 'not-measured' | 'normal' | OutsideLimit;

/**
 * A value against the alarm limits of its sign, the more urgent first. Outside means strictly below `low` or strictly above `high`.
 * Limits: the protocol's, defaults from clinical tables "Limits (defaults)".
 */
export function assess(name: LimitName, value: number | undefined, limits: Protocol['limits']): Assessment {
  return assessAgainst(value, limits[name]);
}

/** As `assess`, with one sign's own limits (a patient's, for a while). */
export function assessAgainst(value: number | undefined, limits: SignLimits): Assessment {
  if (value === undefined) return 'not-measured';
  for (const priority of ['high', 'medium'] as const) {
    const outside = beyond(value, limits[priority]);
    if (outside !== undefined) return { priority, ...outside };
  }
  return 'normal';
}

/** Which bound a value is beyond, or `undefined` when it is within or there is none. */
export function beyond(
  value: number,
  bounds: Bounds | undefined,
): { readonly limit: number; readonly bound: 'low' | 'high' } | undefined {
  if (bounds?.low !== undefined && value < bounds.low) return { limit: bounds.low, bound: 'low' };
  if (bounds?.high !== undefined && value > bounds.high) return { limit: bounds.high, bound: 'high' };
  return undefined;
}
