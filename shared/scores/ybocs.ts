import type { OutcomeScale } from './outcome-scale.ts';

/** Y-BOCS, OCD: 10 items of 0–4. Response, partial response and remission are to be confirmed by a clinician before use. */
export const YBOCS = {
  id: 'ybocs',
  label: 'Y-BOCS',
  about: 'OCD',
  min: 0,
  max: 40,
  items: { count: 10, min: 0, max: 4 },
  bands: [
    { from: 0, to: 7, label: 'subclinical' },
    { from: 8, to: 15, label: 'mild' },
    { from: 16, to: 23, label: 'moderate' },
    { from: 24, to: 31, label: 'severe' },
    { from: 32, to: 40, label: 'extreme' },
  ],
  responsePercent: 35,
  partialPercent: 25,
  remissionMax: 12,
} as const satisfies OutcomeScale;
