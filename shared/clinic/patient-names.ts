import type { Id } from '../units.ts';
import { dateText } from './day-text.ts';
import { type Formats, METRIC } from './formats.ts';
import type { Patient } from './records.ts';

/** How a patient is called on a screen: short on the board, where others may look on, whole where somebody works. */
interface ShownNames {
  readonly short: string;
  readonly whole: string;
}

/** The whole name as it is kept: somebody may have one word alone. */
export const wholeName = ({ givenName, familyName }: Pick<Patient, 'givenName' | 'familyName'>): string =>
  `${givenName} ${familyName}`.trim();

/** `Amara O.`; one word stays as it is. */
function shortName({ givenName, familyName }: Pick<Patient, 'givenName' | 'familyName'>): string {
  const initial = [...familyName][0];
  if (givenName === '' || initial === undefined) return wholeName({ givenName, familyName });
  return `${givenName} ${initial}.`;
}

/** A name that is written from right to left keeps to itself within a line. */
const isolated = (name: string): string =>
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/.test(name) ? `\u2068${name}\u2069` : name;

const known = new WeakMap<ReadonlyMap<Id, Patient>, { readonly formats: Formats; readonly names: Map<Id, ShownNames> }>();

/**
 * Names of these patients so that no two read the same: where two short names would, the family names are written out, and where whole
 * names would, the date of birth stands with them, and the record number where that is the same too. Worked out once for a map that does
 * not change.
 */
export function shownNames(patients: ReadonlyMap<Id, Patient>, formats: Formats = METRIC): ReadonlyMap<Id, ShownNames> {
  const before = known.get(patients);
  if (before?.formats === formats) return before.names;
  const all = [...patients.values()];
  const wholes = countsOf(all, wholeName);
  const born = countsOf(all, (patient) => `${wholeName(patient)} ${patient.dateOfBirth}`);
  const shorts = countsOf(all, shortName);
  const names = new Map(
    all.map((patient) => {
      const whole = isolated(wholeName(patient));
      const apart = `${whole} · ${born(patient) > 1 ? `MRN ${patient.mrn}` : `born ${dateText(patient.dateOfBirth, formats.date)}`}`;
      const isTwice = wholes(patient) > 1;
      const short = isTwice ? apart : shorts(patient) > 1 ? whole : isolated(shortName(patient));
      return [patient.id, { short, whole: isTwice ? apart : whole }];
    }),
  );
  known.set(patients, { formats, names });
  return names;
}

/** How many of these patients have the same words, capitals aside. */
function countsOf(all: readonly Patient[], wordsOf: (patient: Patient) => string): (patient: Patient) => number {
  const counts = new Map<string, number>();
  const keyOf = (patient: Patient) => wordsOf(patient).toLowerCase();
  for (const patient of all) counts.set(keyOf(patient), (counts.get(keyOf(patient)) ?? 0) + 1);
  return (patient) => counts.get(keyOf(patient)) ?? 0;
}
