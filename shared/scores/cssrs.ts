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
  bandOf: (total, items) => {
    const risk = riskOf(total, items);
    return risk === 'none' ? 'no ideation' : risk;
  },
  alert: {
    label: 'C-SSRS high risk',
    of: (total, items) => {
      if (riskOf(total, items) === 'high') return 'alert';
      return items?.[5] === undefined ? 'not-known' : 'none';
    },
  },
} as const satisfies OutcomeScale;

/** Risk from ideation and behaviour together: behaviour within 3 months is high whatever the ideation. */
function riskOf(ideation: number, items: readonly number[] | undefined): 'none' | 'low' | 'moderate' | 'high' {
  const behaviour = items?.[5] ?? 0;
  if (behaviour > 0 || ideation >= 4) return 'high';
  if (ideation === 3) return 'moderate';
  return ideation >= 1 ? 'low' : 'none';
}
