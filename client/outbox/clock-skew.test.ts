import { expect, it } from 'vitest';
import { clockWords } from './clock-skew.ts';

it('[OUT14] a clock up to 30 s off is nobody’s business; beyond that the words say which way and how far', () => {
  for (const fine of [undefined, 0, 30_000, -30_000]) expect(clockWords(fine)).toBeUndefined();
  expect(clockWords(31_000)).toContain('31 s ahead of');
  expect(clockWords(-24 * 60_000)).toContain('24 min behind');
  expect(clockWords(26 * 3_600_000)).toContain('hours ahead of');
});
