import type { Random } from '../random.ts';

/** A complaint during or after the drug. */
export interface Symptom {
  readonly kind: string;
  readonly severity: number;
  readonly atMin: number;
  readonly action: string | undefined;
}

const KINDS: readonly (readonly [chance: number, kind: string, action: string])[] = [
  [0.12, 'Dizziness', 'Lies back, eyes closed'],
  [0.06, 'Headache', 'Offered water'],
  [0.05, 'Anxiety', 'Talked to, hand held'],
  [0.04, 'Blurred vision', 'Explained, will pass'],
  [0.03, 'Palpitations', 'Pulse felt, regular'],
  [0.02, 'Pain at the IV site', 'Site looked at, flushed'],
];

/** The complaints of one visit: none mostly, mild mostly. Nausea follows from the body, not from here. */
export function symptomsOf(lot: Random): Symptom[] {
  return KINDS.filter(([chance]) => lot.chance(chance)).map(([, kind, action]) => ({
    kind,
    severity: lot.weighted([
      [70, 1],
      [26, 2],
      [4, 3],
    ]),
    atMin: lot.between(9, 50),
    action: lot.chance(0.7) ? action : undefined,
  }));
}
