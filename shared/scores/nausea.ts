import type { AnchoredScale } from './anchored-scale.ts';

/** Nausea 0–4. Source: common knowledge, to be confirmed by a clinician before use. */
export const NAUSEA = {
  id: 'nausea',
  label: 'Nausea',
  anchors: [
    { value: 0, label: 'none' },
    { value: 1, label: 'mild' },
    { value: 2, label: 'moderate' },
    { value: 3, label: 'severe or retching' },
    { value: 4, label: 'vomiting' },
  ],
} as const satisfies AnchoredScale;
