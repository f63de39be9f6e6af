import fc from 'fast-check';
import { expect, it } from 'vitest';
import { folded, searchWords } from './folded.ts';

it.each([
  ['Sørensen', 'sorensen'],
  ['Đukić', 'dukic'],
  ['Strauß', 'strauss'],
  ['STRAUẞ', 'strauss'],
  ['Þórðardóttir', 'thordardottir'],
  ['Łukasz', 'lukasz'],
  ['Ægir', 'aegir'],
  ['Lœuf', 'loeuf'],
  ['Işık', 'isik'],
  ['İpek', 'ipek'],
  ['Núñez', 'nunez'],
  ['Nguyễn', 'nguyen'],
  ['O’Brien', "o'brien"],
  ['Oʼbrien', "o'brien"],
  ['李 娜', '李 娜'],
])('[CLIN16] %s is found by %s', (name, typed) => {
  expect(folded(name)).toBe(typed);
  expect(folded(typed)).toBe(typed);
});

it('[CLIN16] folding twice is folding once, and capitals do not matter', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(folded(folded(text))).toBe(folded(text));
    }),
    { seed: 20261126, numRuns: 2000 },
  );
});

it('[CLIN16] the words of a search have no blanks and no empty ones among them', () => {
  expect(searchWords('  Ana   Ruíz ')).toEqual(['ana', 'ruiz']);
  expect(searchWords(' ')).toEqual([]);
});
