import type { AnchoredScale } from './anchored-scale.ts';

/** Dissociation as the nurse sees it, 0–4. Source: clinical tables "Scores" (read in the source). */
export const DISSOCIATION = {
  id: 'dissociation',
  label: 'Dissociation',
  anchors: [
    { value: 0, label: 'none' },
    { value: 1, label: 'mild' },
    { value: 2, label: 'moderate' },
    { value: 3, label: 'significant' },
    { value: 4, label: 'severe' },
  ],
} as const satisfies AnchoredScale;
