/** The middle of a list, the mean of the two middle ones when it is even; null of nothing. */
export function median(values: readonly number[]): number | null {
  const sorted = Float64Array.from(values).sort();
  const [before, middle] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return before === undefined || middle === undefined ? null : (before + middle) / 2;
}
