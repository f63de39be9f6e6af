import { expect, it } from 'vitest';
import { ageText, stopwatch } from './duration.ts';

it.each([
  [-5_000, '0:00'],
  [0, '0:00'],
  [42_999, '0:42'],
  [398_000, '6:38'],
  [3_849_000, '1:04:09'],
] as const)('[UI4] %i ms on the stopwatch is %s', (ms, text) => {
  expect(stopwatch(ms)).toBe(text);
});

it.each([
  [-9_000, 'now'],
  [42_000, '42 s ago'],
  [60_000, '1 min ago'],
  [3_599_000, '59 min ago'],
  [7_500_000, '2 h 05 ago'],
] as const)('[UI4] a reading %i ms old says %s', (ms, text) => {
  expect(ageText(ms)).toBe(text);
});
