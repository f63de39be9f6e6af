import fc from 'fast-check';
import { expect, it } from 'vitest';
import { numberFault, numbersFault, numbersText, numbersToSend, numberText, numberToSend, parseNumber } from './parse-number.ts';

it('[UI125] a comma is a point, and a minus is a minus', () => {
  expect(['40', '0.5', '0,5', '37,25', ' 4 ', '0.125', '0,125', '1000', '1.25', '-4', '\u22124,5'].map(parseNumber)).toEqual([
    ...[40, 0.5, 0.5, 37.25, 4, 0.125, 0.125, 1000, 1.25, -4, -4.5],
  ]);
});

it('[UI122] what can be read in two ways is no number, and is said', () => {
  expect(['1,500', '1.500', '12,000', '999.999', '-1,500'].map(parseNumber)).toEqual(Array(5).fill(undefined));
  expect(numberFault('1,500')).toBe('1,500 can be read in two ways. Type 1500 or 1.5.');
  expect(numberFault('1.000')).toBe('1.000 can be read in two ways. Type 1000 or 1.');
  expect(numberFault('-1,500')).toBe('-1,500 can be read in two ways. Type -1500 or -1.5.');
  expect(['4', '0,125', '1000', ''].map(numberFault)).toEqual(Array(4).fill(undefined));
});

it('[UI125] whatever else is not plainly a number is none, and what can be said of it is said', () => {
  const others = [
    '',
    '1e3',
    '4 mg',
    '.5',
    '4.',
    '1,2,3',
    '٣',
    '１２',
    '1 000',
    '1.234,56',
    '12345678901234567',
    'Infinity',
    '+4',
    '0x10',
  ];
  expect(others.map(parseNumber)).toEqual(others.map(() => undefined));
  expect(['٣', '１２'].map(numberFault)).toEqual([
    '٣ is not taken. Type it with the digits 0 to 9.',
    '１２ is not taken. Type it with the digits 0 to 9.',
  ]);
  expect(['1 000', '1.234,56', "1'000", '1,234,567'].map(numberFault)).toEqual([
    '1 000 is not taken. Type the thousands without a gap.',
    '1.234,56 is not taken. Type the thousands without a gap.',
    "1'000 is not taken. Type the thousands without a gap.",
    '1,234,567 is not taken. Type the thousands without a gap.',
  ]);
  expect(['.5', '4,'].map(numberFault)).toEqual(Array(2).fill('A point needs a digit on both sides, such as 0.5.'));
  expect(numberFault('12345678901234567')).toBe('That is more digits than can be kept.');
});

it('[UI125] nothing typed is nothing; what is no number is refused by every schema', () => {
  expect(['', '  ', '0,5', '1,500', '9o'].map(numberToSend)).toEqual([undefined, undefined, 0.5, Number.NaN, Number.NaN]);
});

it('[UI126] a list of numbers is separated by semicolons, or by commas with a space', () => {
  expect(['0.8; 1;2', '0.8, 1, 2', '10', '', ' 10 ; '].map(numbersToSend)).toEqual([[0.8, 1, 2], [0.8, 1, 2], [10], [], [10]]);
});

it('[UI126] a comma between two digits of a list is asked about, never read as two numbers', () => {
  expect(numbersToSend('1,5')).toEqual([Number.NaN]);
  expect(numbersToSend('10; 1,000')).toEqual([10, Number.NaN]);
  expect(numbersFault('10; 1,5')).toBe(
    '1,5 can be read in two ways. Put a semicolon between two numbers, and type a decimal with a point.',
  );
  expect(numbersFault('10; 1.500')).toBe('1.500 can be read in two ways. Type 1500 or 1.5.');
  expect(numbersFault('10; ٣')).toBe('٣ is not taken. Type it with the digits 0 to 9.');
  expect(numbersFault('10; 1.5')).toBeUndefined();
});

it('[UI125] what stands in a field is read back as the same number', () => {
  const thousandths = fc.integer({ min: -5_000_000, max: 5_000_000 }).map((count) => count / 1_000);
  fc.assert(
    fc.property(thousandths, (value) => numberToSend(numberText(value)) === value),
    { seed: 125 },
  );
  expect(numberText(1.125)).toBe('1.1250');
  expect(numberFault('1,125')).toBe('1,125 can be read in two ways. Type 1125 or 1.1250.');
  expect(numbersToSend(numbersText([0.8, 1, 2, 10.5]))).toEqual([0.8, 1, 2, 10.5]);
  expect(numberText(undefined)).toBe('');
});
