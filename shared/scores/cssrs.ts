import type { OutcomeScale } from './outcome-scale.ts';

/**
 * C-SSRS screener. The total is the highest level of ideation, 1–5, or 0 for none. Items, each 0 or 1: the five levels of
 * ideation, then behaviour within 3 months. High risk (4, 5 or behaviour) always alerts.
 */
export const CSSRS = {
  id: 'cssrs',
  label: 'C-SSRS',
  about: 'suicidality',
  min: 0,
  max: 5,
  items: { count: 6, min: 0, max: 1 },
  totalOf: (items) => items.slice(0, 5).lastIndexOf(1) + 1,
  bands: [
    { from: 0, to: 0, label: 'no ideation' },
    { from: 1, to: 2, label: 'low' },
    { from: 3, to: 3, label: 'moderate' },
    { from: 4, to: 5, label: 'high' },
  ],
  alert: {
    label: 'C-SSRS high risk',
    of: (total, items) => {
      if (total >= 4) return 'alert';
      const behaviour = items?.[5];
      if (behaviour === undefined) return 'not-known';
      return behaviour > 0 ? 'alert' : 'none';
    },
  },
} as const satisfies OutcomeScale;

/** Risk from ideation and behaviour together: behaviour within 3 months is high whatever the ideation. */
export function cssrsRisk(ideation: number, behaviourWithin3Months: boolean): 'none' | 'low' | 'moderate' | 'high' {
  if (behaviourWithin3Months || ideation >= 4) return 'high';
  if (ideation === 3) return 'moderate';
  return ideation >= 1 ? 'low' : 'none';
}
