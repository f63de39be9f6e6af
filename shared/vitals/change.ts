/**
 * Change of a value from its baseline in percent, negative when it fell; `undefined` when either is missing.
 * Multiplied before divided, so that exactly 20 % of whole numbers is 20 and not 20.000000000000004.
 */
export function percentChange(value: number | undefined, baseline: number | undefined): number | undefined {
  if (value === undefined || baseline === undefined || baseline === 0) return undefined;
  return ((value - baseline) * 100) / baseline;
}
