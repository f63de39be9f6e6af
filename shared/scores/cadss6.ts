/**
 * CADSS-6: items 1, 2, 6, 7, 15 and 22 of the Clinician-Administered Dissociative States Scale, each 0–4, total 0–24,
 * asked at 40 min. The item texts are not free: their numbers only. Source: clinical tables "Scores" (read in the source).
 */
export const CADSS6 = {
  id: 'cadss6',
  label: 'CADSS-6',
  itemNumbers: [1, 2, 6, 7, 15, 22],
  itemMin: 0,
  itemMax: 4,
  askedAtMin: 40,
} as const;

/** The total 0–24, or `undefined` unless there are six whole numbers from 0 to 4. */
export function cadss6Total(items: readonly number[]): number | undefined {
  const whole = items.every((item) => Number.isInteger(item) && item >= CADSS6.itemMin && item <= CADSS6.itemMax);
  return whole && items.length === CADSS6.itemNumbers.length ? items.reduce((sum, item) => sum + item, 0) : undefined;
}
