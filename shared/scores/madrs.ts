import type { OutcomeScale } from './outcome-scale.ts';

/** MADRS, depression: 10 items of 0–6. Response and remission read in the source. */
export const MADRS = {
  id: 'madrs',
  label: 'MADRS',
  about: 'depression',
  min: 0,
  max: 60,
  items: { count: 10, min: 0, max: 6 },
  bands: [
    { from: 0, to: 6, label: 'no symptoms' },
    { from: 7, to: 19, label: 'mild' },
    { from: 20, to: 34, label: 'moderate' },
    { from: 35, to: 60, label: 'severe' },
  ],
  responsePercent: 50,
  remissionMax: 9,
} as const satisfies OutcomeScale;
