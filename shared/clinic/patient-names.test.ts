import { describe, expect, it } from 'vitest';
import { CLINIC, idOf, PATIENT } from '../../tests/support/given-visit.ts';
import { shownNames } from './patient-names.ts';
import { US_CUSTOMARY } from './proposed-formats.ts';
import { type Patient, patientSchema } from './records.ts';

const maya = CLINIC.patients.get(PATIENT)!;
const named = (n: number, given: string, family: string, more: Partial<Patient> = {}): Patient => ({
  ...maya,
  ...{ id: idOf(n), givenName: given, familyName: family, mrn: `0048${n}` },
  ...more,
});
const namesOf = (...patients: readonly Patient[]) => {
  const names = shownNames(new Map(patients.map((one) => [one.id, one])));
  return patients.map(({ id }) => [names.get(id)?.short, names.get(id)?.whole]);
};

describe('names of patients on a screen', () => {
  it('[VISIT58] are short where they are told apart by it, written out where not', () => {
    expect(namesOf(named(1, 'Maya', 'Reyes'), named(2, 'Viktor', 'Sand'))).toEqual([
      ['Maya R.', 'Maya Reyes'],
      ['Viktor S.', 'Viktor Sand'],
    ]);
    expect(namesOf(named(1, 'Maya', 'Reyes'), named(2, 'maya', 'Ruiz'))).toEqual([
      ['Maya Reyes', 'Maya Reyes'],
      ['maya Ruiz', 'maya Ruiz'],
    ]);
  });

  it('[VISIT58] two of the same name have their dates of birth, and record numbers where those are the same too', () => {
    const twins = [named(1, 'Maya', 'Reyes'), named(2, 'Maya', 'Reyes', { dateOfBirth: '1987-11-05' })];
    expect(namesOf(...twins)).toEqual([
      ['Maya Reyes · born 12 Mar 1992', 'Maya Reyes · born 12 Mar 1992'],
      ['Maya Reyes · born 5 Nov 1987', 'Maya Reyes · born 5 Nov 1987'],
    ]);
    expect(namesOf(...twins, named(3, 'Maya', 'Reyes')).map(([short]) => short)).toEqual([
      'Maya Reyes · MRN 00481',
      'Maya Reyes · born 5 Nov 1987',
      'Maya Reyes · MRN 00483',
    ]);
    const map = new Map(twins.map((one) => [one.id, one]));
    expect(shownNames(map, US_CUSTOMARY).get(idOf(1))?.short).toBe('Maya Reyes · born Mar 12, 1992');
    expect(shownNames(map, US_CUSTOMARY)).toBe(shownNames(map, US_CUSTOMARY));
  });

  it('[VISIT59] one word, 100 characters, right to left, any apostrophe: stored as they are', () => {
    const { conditions: _, ownLimits: __, ...kept } = named(1, '', 'Sukarno');
    expect(patientSchema.safeParse(kept).success).toBe(true);
    expect(patientSchema.safeParse({ ...kept, familyName: ' ' }).success).toBe(false);
    for (const name of ['x'.repeat(100), 'O’Brien', "O'Brien", 'بن علي'])
      expect(patientSchema.parse({ ...kept, familyName: name }).familyName).toBe(name);
    expect(namesOf(named(1, '', 'Sukarno'), named(2, 'ليلى', 'حداد'))).toEqual([
      ['Sukarno', 'Sukarno'],
      ['\u2068ليلى ح.\u2069', '\u2068ليلى حداد\u2069'],
    ]);
  });
});
