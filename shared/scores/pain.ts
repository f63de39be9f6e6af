import type { OutcomeScale } from './outcome-scale.ts';

/** Pain on a numeric rating scale, 0–10. Relief of 30 % counts. */
export const PAIN = {
  id: 'pain',
  label: 'Pain',
  about: 'pain, 0 to 10',
  min: 0,
  max: 10,
  bands: [],
  responsePercent: 30,
} as const satisfies OutcomeScale;
