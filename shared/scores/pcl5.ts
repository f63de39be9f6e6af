import type { OutcomeScale } from './outcome-scale.ts';

/** First and last item of each cluster of symptoms: intrusion, avoidance, cognition and mood, arousal. */
const PCL5_CLUSTERS = { B: [1, 5], C: [6, 7], D: [8, 14], E: [15, 20] } as const;

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
  partsOf: (items) =>
    Object.entries(PCL5_CLUSTERS).map(([label, [first, last]]) => ({ label, value: sum(items.slice(first - 1, last)) })),
  reliablePoints: 5,
  meaningfulPoints: 10,
} as const satisfies OutcomeScale;

function sum(items: readonly number[]): number {
  return items.reduce((total, item) => total + item, 0);
}
