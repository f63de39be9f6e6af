import { expect, it } from 'vitest';
import { numberFault, parseNumber } from './parse-number.ts';

it('[UI122] a comma is a point', () => {
  expect(['40', '0.5', '0,5', '37,25', ' 4 ', '0.125', '0,125', '1000', '1.25'].map(parseNumber)).toEqual([
    ...[40, 0.5, 0.5, 37.25, 4, 0.125, 0.125, 1000, 1.25],
  ]);
});

it('[UI122] what can be read in two ways is no number, and is said', () => {
  expect(['1,500', '1.500', '12,000', '999.999'].map(parseNumber)).toEqual([undefined, undefined, undefined, undefined]);
  expect(numberFault('1,500')).toBe('1,500 can be read in two ways. Type 1500 or 1.5.');
  expect(numberFault('4')).toBeUndefined();
});

it('[UI122] everything else is no number either', () => {
  expect(['', '-4', '1e3', '4 mg', '.5', '4.', '1,2,3', '٣'].map(parseNumber)).toEqual(Array(8).fill(undefined));
});
