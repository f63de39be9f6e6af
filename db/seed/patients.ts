import type { Patient } from '../../shared/clinic/records.ts';
import { namesOf } from './names.ts';
import { type Random, randomOf } from './random.ts';

const ALLERGIES = [
  { substance: 'Penicillin', reaction: 'rash' },
  { substance: 'Latex', reaction: 'hives' },
  { substance: 'Sulfonamides' },
  { substance: 'Codeine', reaction: 'vomiting' },
  { substance: 'Bee venom', reaction: 'anaphylaxis' },
  { substance: 'Adhesive tape', reaction: 'redness' },
] as const;

/** So many invented patients; `year` is the present one. */
export function demoPatients(lot: Random, count: number, madeMs: number, year: number): Patient[] {
  return namesOf(lot, count).map((name, place) => {
    const age = Math.round(Math.max(19, Math.min(78, lot.normal(43, 14))));
    const day = `${String(lot.int(1, 12)).padStart(2, '0')}-${String(lot.int(1, 28)).padStart(2, '0')}`;
    return {
      id: lot.id(madeMs),
      ...name,
      dateOfBirth: `${year - age}-${day}`,
      mrn: String(480_000 + place * 137 + lot.int(0, 90)).padStart(8, '0'),
      heightCm: Math.round(lot.normal(name.sex === 'female' ? 165 : 178, 7)),
      allergies: lot.chance(0.7) ? [] : [lot.pick(ALLERGIES)],
    };
  });
}

/** What the scales show of a patient on most days, in kg. */
export function usualWeightKg(seed: number, { id, heightCm = 170 }: Pick<Patient, 'id' | 'heightCm'>): number {
  const bodyMassIndex = Math.max(19, Math.min(38, randomOf(seed, 'weight', id).normal(26, 4)));
  return bodyMassIndex * (heightCm / 100) ** 2;
}
