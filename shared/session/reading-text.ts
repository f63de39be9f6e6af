import type { Formats } from '../clinic/formats.ts';
import type { Observation, Vitals } from './reading-data.ts';
import { ITEM_SCALE_NAMES, itemsTotal, SCALE_NAMES, SCALES, signed } from './scales.ts';
import { shownSign, shownValue } from './shown-sign.ts';
import { SIGN_NAMES, type Sign, signRow } from './signs.ts';

/** A reading in one line: `138/84 · HR 78 · SpO₂ 97 %`. What was not measured is left out, never shown as zero. */
export function vitalsText(data: Vitals, formats: Formats): string {
  const parts = SIGN_NAMES.map((sign) => {
    const { pair } = signRow(sign);
    const together = pair === undefined ? [sign] : SIGN_NAMES.filter((name) => signRow(name).pair === pair);
    if (together[0] !== sign || together.some((name) => data[name] === undefined)) return undefined;
    return together.map((name) => said(name, data[name], formats)).join('/');
  });
  return [...parts, data.onOxygen === true ? 'on oxygen' : undefined].filter((part) => part !== undefined).join(' · ');
}

/** Observations in one line: `MOAA/S 4 · Diss. 3 · Nausea 1`. */
export function observationText(data: Observation): string {
  const numbers = SCALE_NAMES.map((scale) => {
    const value = data[scale];
    return value === undefined ? undefined : `${SCALES[scale].short} ${signed(SCALES[scale], value)}`;
  });
  const totals = ITEM_SCALE_NAMES.map((scale) => {
    const items = data[scale];
    return items === undefined ? undefined : `${SCALES[scale].short} ${itemsTotal(scale, items) ?? 'incomplete'}`;
  });
  return [...numbers, ...totals].filter((part) => part !== undefined).join(' · ');
}

function said(sign: Sign, value = Number.NaN, formats: Formats): string {
  const { said: words, decimals } = shownSign(sign, formats);
  return words.replace('#', shownValue(sign, value, formats).toFixed(decimals));
}
