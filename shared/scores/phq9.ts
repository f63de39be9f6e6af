import type { OutcomeScale } from './outcome-scale.ts';

/** PHQ-9, depression. Item 9 above 0 always alerts. Bands and alert read in the source; response and remission to be confirmed. */
export const PHQ9 = {
  id: 'phq9',
  label: 'PHQ-9',
  about: 'depression',
  min: 0,
  max: 27,
  items: { count: 9, min: 0, max: 3 },
  bands: [
    { from: 0, to: 4, label: 'minimal' },
    { from: 5, to: 9, label: 'mild' },
    { from: 10, to: 14, label: 'moderate' },
    { from: 15, to: 19, label: 'moderately severe' },
    { from: 20, to: 27, label: 'severe' },
  ],
  responsePercent: 50,
  remissionMax: 4,
  alert: {
    label: 'PHQ-9 item 9 above 0',
    of: (total, items) => {
      const ninth = items?.[8];
      // The other eight make 24 at most: more proves the ninth.
      if (ninth === undefined) return total === 0 ? 'none' : total > 24 ? 'alert' : 'not-known';
      return ninth > 0 ? 'alert' : 'none';
    },
  },
} as const satisfies OutcomeScale;
