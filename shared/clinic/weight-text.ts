import type { Formats } from './formats.ts';

/** Exactly. */
export const KG_PER_LB = 0.45359237;

/** `79.8 kg`; `79.8 kg (176 lb)` in a clinic that weighs in pounds: doses are worked out in kg everywhere. */
export const weightText = (kg: number, { weight }: Formats): string =>
  weight === 'kg' ? `${kg.toFixed(1)} kg` : `${kg.toFixed(1)} kg (${Math.round(kg / KG_PER_LB)} lb)`;
