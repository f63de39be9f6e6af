import { describe, expect, test } from 'vitest';
import { SIGN_NAMES, SIGNS } from '../../../../shared/session/signs.ts';
import { canBecomePlausible, canGrow, numberOf, spell, withDigit } from './typed-value.ts';

const typed = (row: Parameters<typeof withDigit>[0], keys: string) =>
  [...keys].reduce((digits, key) => withDigit(row, digits, Number(key)), '');
/** The keys for a value: its digits, without the point. */
const keysFor = ({ decimals }: { readonly decimals: number }, value: number) => String(Math.round(value * 10 ** decimals));

describe('a typed value', () => {
  test.each(SIGN_NAMES)('[VIT20] every plausible value of %s can be typed, and nothing stops it half way', (sign) => {
    const row = SIGNS[sign];
    const step = 10 ** -row.decimals;
    for (let value: number = row.min; value <= row.max; value = Math.round((value + step) * 10) / 10) {
      const keys = keysFor(row, value);
      for (let end = 1; end <= keys.length; end += 1) expect(canBecomePlausible(row, keys.slice(0, end))).toBe(true);
      expect(numberOf(row, typed(row, keys))).toBe(value);
    }
  });

  test('[VIT20] where tenths follow one or two whole digits, the last digit is the tenth', () => {
    const glucose = { decimals: 1, min: 0.6, max: 33.3 };
    expect(['6', '56', '124', '333'].map((keys) => spell(glucose, typed(glucose, keys)))).toEqual(['0.6', '5.6', '12.4', '33.3']);
    expect(canBecomePlausible(glucose, '5')).toBe(true);
    expect(canBecomePlausible(glucose, '334')).toBe(false);
    expect(canGrow(glucose, '34')).toBe(false);
  });

  test('[VIT20] the whole degrees of a temperature are a value of their own', () => {
    expect(spell(SIGNS.temperatureC, '36')).toBe('36');
    expect(spell(SIGNS.temperatureC, '368')).toBe('36.8');
    expect(canBecomePlausible(SIGNS.temperatureC, '44')).toBe(false);
  });
});
