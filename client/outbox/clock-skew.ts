import { MINUTE_MS } from '../../shared/units.ts';

/** A tablet's clock may be so far off before a person is told. */
export const TOLERATED_MS = 30_000;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * What to say of the tablet's own clock, when it is more than 30 s off the clinic's: entries carry the clinic's time anyway.
 * @param aheadMs how far the tablet's clock is ahead, in ms; negative when behind
 */
export function clockWords(aheadMs: number | undefined): string | undefined {
  if (aheadMs === undefined || Math.abs(aheadMs) <= TOLERATED_MS) return undefined;
  return `This tablet’s clock is ${offText(aheadMs)} the clinic’s. Entries carry the clinic’s time; please have the clock set.`;
}

/** `12 min ahead of`, `40 s behind`, `hours ahead of`. */
export function offText(aheadMs: number): string {
  const off = Math.abs(aheadMs);
  const text =
    off < MINUTE_MS ? `${Math.round(off / 1_000)} s` : off < 2 * HOUR_MS ? `${Math.round(off / MINUTE_MS)} min` : 'hours';
  return `${text} ${aheadMs > 0 ? 'ahead of' : 'behind'}`;
}
