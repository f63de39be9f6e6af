import type { AnchoredScale } from './anchored-scale.ts';

/** Modified Observer's Assessment of Alertness/Sedation, 5 = alert. Source: clinical tables "Scores" (read in the source). */
export const MOAAS = {
  id: 'moaas',
  label: 'MOAA/S',
  anchors: [
    { value: 5, label: 'answers readily to name' },
    { value: 4, label: 'lethargic answer to name' },
    { value: 3, label: 'only when called loudly or repeatedly' },
    { value: 2, label: 'only after mild prodding' },
    { value: 1, label: 'only after trapezius squeeze' },
    { value: 0, label: 'no response' },
  ],
} as const satisfies AnchoredScale;
