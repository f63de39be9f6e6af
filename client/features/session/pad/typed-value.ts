import { SIGNS, type Sign } from '../../../../shared/session/signs.ts';

/**
 * A value as it is typed on the keypad: digits only, no point and no leading zero. Signs with tenths (temperature) have a
 * fixed number of digits, and the point comes by itself: `368` is 36.8.
 */
export type Digits = string;

/** Digits with tenths: how many are whole. 0 for signs in whole numbers. */
const WHOLE_DIGITS = 2;
const hasTenths = (sign: Sign) => SIGNS[sign].step < 1;
const longest = (sign: Sign) => (hasTenths(sign) ? WHOLE_DIGITS + 1 : String(SIGNS[sign].max).length);

/** The number that the digits say so far, in the sign's unit; `undefined` when nothing was typed. */
export function numberOf(sign: Sign, digits: Digits): number | undefined {
  if (digits === '') return undefined;
  const whole = Number(digits);
  return hasTenths(sign) && digits.length > WHOLE_DIGITS ? whole / 10 : whole;
}

/** The digits as a person reads them. */
export function spell(sign: Sign, digits: Digits): string {
  return hasTenths(sign) && digits.length > WHOLE_DIGITS
    ? `${digits.slice(0, WHOLE_DIGITS)}.${digits.slice(WHOLE_DIGITS)}`
    : digits;
}

/** Whether one more digit can follow and still be a value that is not above the plausible range. */
export function canGrow(sign: Sign, digits: Digits): boolean {
  if (digits.length >= longest(sign)) return false;
  return hasTenths(sign) || digits === '' || Number(digits) * 10 <= SIGNS[sign].max;
}

/** Whether these digits, or some continuation of them, lie in the plausible range. */
export function canBecomePlausible(sign: Sign, digits: Digits): boolean {
  const { min, max } = SIGNS[sign];
  if (digits === '') return true;
  if (hasTenths(sign)) {
    const low = Number(digits.padEnd(longest(sign), '0')) / 10;
    const high = Number(digits.padEnd(longest(sign), '9')) / 10;
    return high >= min && low <= max;
  }
  for (let power = 1; digits.length + Math.log10(power) <= longest(sign); power *= 10) {
    const low = Number(digits) * power;
    if (low + power - 1 >= min && low <= max) return true;
  }
  return false;
}

/** One more digit at the end; a leading zero says nothing and is left out, and a full value takes no more. */
export function withDigit(sign: Sign, digits: Digits, digit: number): Digits {
  if (digits === '' && digit === 0) return digits;
  return canGrow(sign, digits) || digits === '' ? digits + String(digit) : digits;
}

/** The sentence for a value outside the plausible range. */
export function rangeOf(sign: Sign): string {
  const { label, min, max, unit } = SIGNS[sign];
  return `${label} must be ${min} to ${max} ${unit}`;
}
