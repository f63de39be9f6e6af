import type { OutcomeScale } from './outcome-scale.ts';

/** GAD-7, anxiety. The change that counts (4 points) is to be confirmed by a clinician before use. */
export const GAD7 = {
  id: 'gad7',
  label: 'GAD-7',
  about: 'anxiety',
  min: 0,
  max: 21,
  items: { count: 7, min: 0, max: 3 },
  bands: [
    { from: 0, to: 4, label: 'minimal' },
    { from: 5, to: 9, label: 'mild' },
    { from: 10, to: 14, label: 'moderate' },
    { from: 15, to: 21, label: 'severe' },
  ],
  meaningfulPoints: 4,
} as const satisfies OutcomeScale;
