import type { OutcomeScale } from './outcome-scale.ts';

/** BDI-II, depression. Not a free text: the total only. */
export const BDI2 = {
  id: 'bdi2',
  label: 'BDI-II',
  about: 'depression',
  min: 0,
  max: 63,
  bands: [
    { from: 0, to: 13, label: 'minimal' },
    { from: 14, to: 19, label: 'mild' },
    { from: 20, to: 28, label: 'moderate' },
    { from: 29, to: 63, label: 'severe' },
  ],
  meaningfulPoints: 5,
} as const satisfies OutcomeScale;
