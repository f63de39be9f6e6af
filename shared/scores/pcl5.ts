import type { OutcomeScale } from './outcome-scale.ts';

/** PCL-5, PTSD: 20 items of 0–4. The cut for a provisional diagnosis lies at 31–33. Change read in the source. */
export const PCL5 = {
  id: 'pcl5',
  label: 'PCL-5',
  about: 'PTSD',
  min: 0,
  max: 80,
  items: { count: 20, min: 0, max: 4 },
  bands: [
    { from: 0, to: 30, label: 'below the cut' },
    { from: 31, to: 33, label: 'at the cut for provisional PTSD' },
    { from: 34, to: 80, label: 'provisional PTSD' },
  ],
  reliablePoints: 5,
  meaningfulPoints: 10,
} as const satisfies OutcomeScale;

/** First and last item of each cluster. */
export const PCL5_CLUSTERS = { B: [1, 5], C: [6, 7], D: [8, 14], E: [15, 20] } as const;

/** Sums by cluster, or `undefined` unless there are twenty items. */
export function pcl5Clusters(items: readonly number[]): Record<keyof typeof PCL5_CLUSTERS, number> | undefined {
  if (items.length !== PCL5.items.count) return undefined;
  const sum = ([first, last]: readonly [number, number]) => items.slice(first - 1, last).reduce((total, item) => total + item, 0);
  return { B: sum(PCL5_CLUSTERS.B), C: sum(PCL5_CLUSTERS.C), D: sum(PCL5_CLUSTERS.D), E: sum(PCL5_CLUSTERS.E) };
}
