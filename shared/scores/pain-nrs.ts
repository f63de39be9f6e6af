import type { AnchoredScale } from './anchored-scale.ts';

/** Pain as the patient says it, 0 to 10. Words by the usual grouping: 1–3 mild, 4–6 moderate, 7–10 severe; to be confirmed by a clinician. */
export const PAIN_NRS = {
  id: 'pain',
  label: 'Pain',
  anchors: [
    { value: 0, label: 'no pain' },
    { value: 1, label: 'mild' },
    { value: 2, label: 'mild' },
    { value: 3, label: 'mild' },
    { value: 4, label: 'moderate' },
    { value: 5, label: 'moderate' },
    { value: 6, label: 'moderate' },
    { value: 7, label: 'severe' },
    { value: 8, label: 'severe' },
    { value: 9, label: 'severe' },
    { value: 10, label: 'worst imaginable' },
  ],
} as const satisfies AnchoredScale;
