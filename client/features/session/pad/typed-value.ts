/**
 * A value as it is typed on the keypad: digits only, no point and no leading zero. In a sign with tenths the point comes by itself:
 * behind the whole digits where every plausible value has equally many (`368` is 36.8, `36` is 36), before the last digit where only that
 * can be meant (between 86 and 109.4: `986` is 98.6, `98` is 98), else before the last digit.
 */
export type Digits = string;

/** What the keypad has to know of a sign. */
interface Typed {
  readonly decimals: number;
  readonly min: number;
  readonly max: number;
}

/** The number that the digits say so far, in the sign's unit; `undefined` when nothing was typed. */
export function numberOf(row: Typed, digits: Digits): number | undefined {
  return digits === '' ? undefined : Number(spell(row, digits));
}

/** The digits as a person reads them. */
export function spell(row: Typed, digits: Digits): string {
  const at = pointAt(row, digits);
  return row.decimals === 0 || at === digits.length ? digits : `${digits.slice(0, at) || '0'}.${digits.slice(at)}`;
}

/** Whether one more digit can follow and still be a value that is not above the plausible range. */
export function canGrow(row: Typed, digits: Digits): boolean {
  return digits.length < longest(row) && Number(digits) * 10 <= scaled(row, row.max);
}

/** Whether these digits, or some continuation of them, lie in the plausible range. */
export function canBecomePlausible(row: Typed, digits: Digits): boolean {
  const value = numberOf(row, digits);
  if (value === undefined || (value >= row.min && value <= row.max)) return true;
  for (let more = 1; digits.length + more <= longest(row); more += 1) {
    const low = Number(digits) * 10 ** more;
    if (low + 10 ** more - 1 >= scaled(row, row.min) && low <= scaled(row, row.max)) return true;
  }
  return false;
}

/** One more digit at the end, as it was typed; a leading zero says nothing and is left out, and a full value takes no more. */
export function withDigit(row: Typed, digits: Digits, digit: number): Digits {
  if (digits === '' && digit === 0) return digits;
  return digits.length < longest(row) ? digits + String(digit) : digits;
}

/** The sentence for a value outside the plausible range. */
export function rangeOf({ label, min, max, unit }: Typed & { readonly label: string; readonly unit: string }): string {
  return `${label} must be ${min} to ${max} ${unit}`;
}

const scaled = ({ decimals }: Typed, value: number) => Math.round(value * 10 ** decimals);
const longest = (row: Typed) => String(scaled(row, row.max)).length;
const wholeDigits = (value: number) => String(Math.trunc(value)).length;

/** How many digits stand before the point. */
function pointAt({ min, max, decimals }: Typed, digits: Digits): number {
  // No value is ten times another one, so it is clear from the digits which is meant.
  if (wholeDigits(min) !== wholeDigits(max) && min * 10 > max)
    return Number(digits) > max && Number(digits) / 10 ** decimals >= min ? digits.length - decimals : digits.length;
  return wholeDigits(min) === wholeDigits(max)
    ? Math.min(digits.length, wholeDigits(max))
    : Math.max(0, digits.length - decimals);
}
