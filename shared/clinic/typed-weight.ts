import { KG_PER_LB } from './weight-text.ts';

/** Pounds as kilograms to 0.1 kg. 1 lb = 0.45359237 kg exactly. */
export const kgFromLb = (lb: number): number => Math.round(lb * KG_PER_LB * 10) / 10;

/** What adults weigh as a rule; no limit, only a reason to ask. */
const USUAL = { kg: [40, 130], lb: [90, 290] } as const;

/**
 * A weight that nearly nobody has in the unit in which it was typed, and many have in the other: `176: lb?`. Undefined where nothing
 * is to be asked.
 */
export function weightDoubt(typed: number, unit: 'kg' | 'lb'): string | undefined {
  const other = unit === 'kg' ? 'lb' : 'kg';
  if (isUsual(typed, unit) || !isUsual(typed, other)) return undefined;
  return unit === 'kg'
    ? `${typed}: kg or lb? ${typed} lb are ${kgFromLb(typed)} kg.`
    : `${typed}: lb or kg? ${typed} lb are only ${kgFromLb(typed)} kg.`;
}

const isUsual = (value: number, unit: 'kg' | 'lb') => value >= USUAL[unit][0] && value <= USUAL[unit][1];
