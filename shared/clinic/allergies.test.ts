import { describe, expect, it } from 'vitest';
import { allergiesText, askedOf, linesOf, readAllergies } from './allergies.ts';
import { patientSchema } from './records.ts';

describe('allergies', () => {
  it('[UI115] never asked, none known and some known stay three things', () => {
    expect(readAllergies('not-asked', 'Latex')).toBeUndefined();
    expect(readAllergies('none', 'Latex')).toEqual([]);
    expect(readAllergies('some', 'Latex: rash\n\n  Penicillin ')).toEqual([
      { substance: 'Latex', reaction: 'rash' },
      { substance: 'Penicillin' },
    ]);
    expect([undefined, [], [{ substance: 'Latex' }]].map(askedOf)).toEqual(['not-asked', 'none', 'some']);
    expect([undefined, [], [{ substance: 'Latex', reaction: 'rash' }]].map(allergiesText)).toEqual([
      'not asked yet',
      'none known',
      'Latex (rash)',
    ]);
  });

  it('[UI115] some known without a name is refused', () => {
    expect(patientSchema.shape.allergies.safeParse(readAllergies('some', '  ')).success).toBe(false);
  });

  it('[UI115] what is stored stands in the field as it was typed', () => {
    const stored = [{ substance: 'Latex', reaction: 'rash: hands' }, { substance: 'Nickel' }];
    expect(readAllergies('some', linesOf(stored))).toEqual(stored);
  });
});
