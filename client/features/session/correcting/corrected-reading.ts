import type { Formats } from '../../../../shared/clinic/formats.ts';
import type { Vitals } from '../../../../shared/session/reading-data.ts';
import { shownSign, shownValue, storedValue } from '../../../../shared/session/shown-sign.ts';
import { SIGN_NAMES, type Sign } from '../../../../shared/session/signs.ts';
import { faultOf, type PadState } from '../pad/pad-state.ts';
import { type Digits, numberOf } from '../pad/typed-value.ts';

/** What was typed anew of a reading. What is not named stays as it was. */
export interface SaidAnew {
  readonly digits: Readonly<Partial<Record<Sign, Digits>>>;
  readonly takenAway: readonly Sign[];
  readonly onOxygen?: boolean;
}

export const NOTHING_ANEW: SaidAnew = { digits: {}, takenAway: [] };

/** What stands on the pad, of a reading that had `was`: only what it had can be taken away. */
export function saidAnew({ digits, notMeasured, onOxygen }: PadState, was: Vitals): SaidAnew {
  return {
    digits: Object.fromEntries(Object.entries(digits).filter(([, typed]) => typed !== '')),
    takenAway: notMeasured.filter((sign) => was[sign] !== undefined),
    ...(onOxygen === undefined || onOxygen === was.onOxygen ? {} : { onOxygen }),
  };
}

export const isAnew = ({ digits, takenAway, onOxygen }: SaidAnew): boolean =>
  Object.keys(digits).length > 0 || takenAway.length > 0 || onOxygen !== undefined;

/** The whole reading as it will be: °C, mmHg, % and /min, for the schema to judge. */
export function readingAnew(was: Vitals, { digits, takenAway, onOxygen }: SaidAnew, formats: Formats): Vitals {
  const reading: Vitals = { ...was };
  for (const sign of takenAway) delete reading[sign];
  for (const sign of SIGN_NAMES) {
    const value = numberOf(shownSign(sign, formats), digits[sign] ?? '');
    if (value !== undefined) reading[sign] = storedValue(sign, value, formats);
  }
  return onOxygen === undefined ? reading : { ...reading, onOxygen };
}

/** What is wrong with a sign beside those that stay. */
export function faultAnew(pad: PadState, was: Vitals, sign: Sign): string | undefined {
  const digits = { ...pad.digits };
  for (const one of SIGN_NAMES)
    if ((digits[one] ?? '') === '' && was[one] !== undefined && !pad.notMeasured.includes(one))
      digits[one] = digitsOf(one, was[one], pad.formats);
  return faultOf({ ...pad, digits }, sign);
}

/** A value as it would be typed. */
function digitsOf(sign: Sign, value: number, formats: Formats): Digits {
  const shown = shownValue(sign, value, formats);
  return String(Math.round(shown * 10 ** shownSign(sign, formats).decimals));
}
