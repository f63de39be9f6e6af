import type { Outcome, Plan } from '../../shared/clinic/records.ts';
import { OUTCOME_SCALES } from '../../shared/scores/outcome-scales.ts';
import { randomOf } from './random.ts';

type Scale = Outcome['scale'];

/** Which scale a clinic asks for an indication, and where patients begin on it. */
const SCALE_OF: Readonly<Record<Plan['indication'], readonly [scale: Scale, mean: number, deviation: number]>> = {
  PTSD: ['pcl5', 52, 9],
  MDD: ['phq9', 19, 3.5],
  OCD: ['ybocs', 28, 4],
  anxiety: ['gad7', 16, 2.5],
  'chronic pain': ['pain', 7, 1],
  other: ['phq9', 14, 4],
};

/** The total of a patient after so many infusions of a series: most get better over the series, some hardly. */
export function outcomeAfter(seed: number, plan: Plan, infusions: number): Pick<Outcome, 'scale' | 'total'> {
  const [scale, mean, deviation] = SCALE_OF[plan.indication];
  const person = randomOf(seed, 'outcome', plan.patientId);
  const { min, max } = OUTCOME_SCALES[scale];
  const before = person.normal(mean, deviation);
  const relief = person.chance(0.64) ? person.between(0.45, 0.8) : person.between(0, 0.3);
  const progress = 1 - Math.exp(-(infusions + plan.doneBefore) / 3);
  const noise = randomOf(seed, 'outcome', plan.id, infusions).normal(0, deviation / 4);
  return { scale, total: Math.max(min, Math.min(HIGHEST[scale] ?? max, Math.round(before * (1 - relief * progress) + noise))) };
}

/** A total above this proves item 9: nobody in the demo clinic says that they think of death. */
const HIGHEST: Readonly<Partial<Record<Scale, number>>> = { phq9: 24 };

/** What a patient answers before going home: nobody in the demo clinic has thought of suicide. */
export const RECHECK = { scale: 'cssrs', total: 0, items: [0, 0, 0, 0, 0, 0] } as const satisfies Partial<Outcome>;
