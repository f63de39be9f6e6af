import type { Formats } from '../clinic/formats.ts';
import { type Sign, type SignRow, signRow } from './signs.ts';

const FAHRENHEIT = { unit: '°F', min: 86, max: 109.4, said: '# °F' } as const;

/** A sign as a clinic types and reads it: its row, in the clinic's unit. Values themselves are stored in the unit of `SIGNS`. */
export const shownSign = (sign: Sign, formats: Formats): SignRow =>
  isFahrenheit(sign, formats) ? { ...signRow(sign), ...FAHRENHEIT } : signRow(sign);

/** A stored value in the clinic's unit, with the decimals of the sign. */
export function shownValue(sign: Sign, stored: number, formats: Formats): number {
  const value = isFahrenheit(sign, formats) ? (stored * 9) / 5 + 32 : stored;
  return rounded(value, signRow(sign).decimals);
}

/**
 * A value in the clinic's unit as it is stored. A temperature keeps hundredths of °C: so each tenth of °F reads back as it was typed.
 */
export const storedValue = (sign: Sign, shown: number, formats: Formats): number =>
  isFahrenheit(sign, formats) ? rounded(((shown - 32) * 5) / 9, 2) : shown;

/** `38.6 °C`; with both units where it is not known who reads it: `38.6 °C (101.5 °F)`. */
export function withUnit(sign: Sign, stored: number, formats?: Formats): string {
  if (formats !== undefined) return `${shownValue(sign, stored, formats)} ${shownSign(sign, formats).unit}`;
  const { unit, decimals } = signRow(sign);
  const own = `${rounded(stored, decimals)} ${unit}`;
  return unit === '°C' ? `${own} (${rounded((stored * 9) / 5 + 32, decimals)} ${FAHRENHEIT.unit})` : own;
}

/** The same forms with the other unit of temperature: what a number may have been meant in. */
export const otherUnits = (formats: Formats): Formats => ({
  ...formats,
  temperature: formats.temperature === 'celsius' ? 'fahrenheit' : 'celsius',
});

const isFahrenheit = (sign: Sign, { temperature }: Formats) => signRow(sign).unit === '°C' && temperature === 'fahrenheit';
const rounded = (value: number, decimals: number) => Math.round(value * 10 ** decimals) / 10 ** decimals;
