import { z } from 'zod';

/** A PIN as it is typed: six digits. */
export const pinSchema = z.string().regex(/^\d{6}$/, 'Six digits');

/** Wrong PINs until the password is asked for. */
export const PIN_TRIES = 5;

/** Pairs and threes that are typed first because their keys lie beside each other. */
const COMMON: ReadonlySet<string> = new Set([
  '112233',
  '223344',
  '332211',
  '147258',
  '258369',
  '159753',
  '147852',
  '696969',
  '520131',
]);

/** Whether six digits are too easy to guess: a run, one or two or three digits that repeat, a mirror, or a common one. */
export function isEasyPin(pin: string): boolean {
  const digits = [...pin].map(Number);
  const steps = new Set(digits.slice(1).map((digit, place) => (digit - (digits[place] ?? 0) + 10) % 10));
  const repeats = [1, 2, 3].some((length) => pin === pin.slice(0, length).repeat(6 / length));
  // Runs (123456, 987654, 024680) go on by the same step; 222333 is two blocks.
  const blocks = new Set(pin.slice(0, 3)).size === 1 && new Set(pin.slice(3)).size === 1;
  return repeats || blocks || steps.size === 1 || pin === [...pin].reverse().join('') || COMMON.has(pin);
}
