import { type Random, randomOf } from '../random.ts';
import type { Symptom } from './symptoms.ts';
import { symptomsOf } from './symptoms.ts';

/** How one visit will go, apart from what the body does: who is late, what is mistyped, what interrupts. Minutes from the drug. */
export interface Course {
  readonly key: string;
  readonly arrivesBeforeMin: number;
  readonly weightKg: number;
  readonly escort: { readonly name: string; readonly phone: string } | undefined;
  readonly cancelled: { readonly beforeMin: number; readonly reason: string } | undefined;
  /** An item of the checklist that is answered the wrong way. */
  readonly failedItem: 'medicines' | 'fasting' | undefined;
  readonly durationMin: number;
  readonly pause: { readonly atMin: number; readonly forMin: number; readonly reason: string } | undefined;
  readonly rateChange: { readonly atMin: number; readonly factor: number; readonly reason: string } | undefined;
  readonly stop: { readonly atMin: number; readonly reason: string } | undefined;
  readonly abort: { readonly atMin: number; readonly reason: string } | undefined;
  readonly call: { readonly atMin: number; readonly reason: string } | undefined;
  readonly symptoms: readonly Symptom[];
  readonly note: { readonly atMin: number; readonly text: string } | undefined;
  /** Which reading after the start (from 0) is mistyped and corrected later. */
  readonly mistypedReading: number | undefined;
  /** Which reading after the start is taken in time and typed much later. */
  readonly typedLateReading: number | undefined;
  readonly struckEntryAtMin: number | undefined;
  readonly endLagMin: number;
  readonly handOver: boolean;
  readonly lowFirstScore: boolean;
  readonly escortLateMin: number;
  readonly dischargeLagMin: number;
  readonly isCharted: boolean;
  readonly isReviewed: boolean;
}

const KIN = ['Alex', 'Sam', 'Chris', 'Jordan', 'Robin', 'Dana', 'Kim', 'Jess', 'Toni', 'Lee', 'Pat', 'Ari'];

/** The course of a visit, from the seed and its id alone. `weightKg` is the patient's usual one. */
export function courseOf(seed: number, sessionId: string, familyName: string, weightKg: number): Course {
  const lot = randomOf(seed, 'course', sessionId);
  return {
    key: `${seed}|${sessionId}`,
    arrivesBeforeMin: lot.between(13, 24),
    weightKg: Math.round((weightKg + lot.normal(0, 0.6)) * 10) / 10,
    escort: lot.chance(0.94) ? { name: `${lot.pick(KIN)} ${familyName}`, phone: `+1 202 555 01${lot.int(10, 99)}` } : undefined,
    cancelled: lot.chance(0.045) ? cancellation(lot) : undefined,
    failedItem: lot.weighted([
      [96, undefined],
      [3, 'medicines'],
      [1, 'fasting'],
    ]),
    durationMin: lot.weighted([
      [82, 40],
      [8, 45],
      [4, 50],
      [6, 60],
    ]),
    pause: lot.chance(0.05) ? pauseOf(lot) : undefined,
    rateChange: lot.chance(0.05)
      ? { atMin: lot.between(14, 26), factor: lot.pick([0.75, 0.8, 0.9]), reason: 'Feels too strong' }
      : undefined,
    stop: lot.chance(0.025)
      ? {
          atMin: lot.between(16, 33),
          reason: lot.pick(['Patient asked to stop', 'Strong anxiety', 'Nausea in spite of treatment']),
        }
      : undefined,
    abort: lot.chance(0.008)
      ? { atMin: lot.between(6, 15), reason: lot.pick(['IV line lost, no second vein', 'Patient withdrew']) }
      : undefined,
    call: lot.chance(0.018)
      ? {
          atMin: lot.between(8, 38),
          reason: lot.pick(['Very anxious', 'Chest tightness, vital signs as before', 'Please look at the IV site']),
        }
      : undefined,
    symptoms: symptomsOf(lot),
    note: lot.chance(0.3) ? { atMin: lot.between(6, 34), text: lot.pick(NOTES) } : undefined,
    mistypedReading: lot.chance(0.05) ? lot.int(0, 5) : undefined,
    typedLateReading: lot.chance(0.035) ? lot.int(1, 5) : undefined,
    struckEntryAtMin: lot.chance(0.01) ? lot.between(12, 30) : undefined,
    endLagMin: lot.chance(0.02) ? lot.between(2.6, 5) : lot.between(0.1, 1.2),
    handOver: lot.chance(0.06),
    lowFirstScore: lot.chance(0.05),
    escortLateMin: lot.chance(0.08) ? lot.between(8, 22) : 0,
    dischargeLagMin: lot.between(1.5, 9),
    isCharted: lot.chance(0.985),
    isReviewed: lot.chance(0.96),
  };
}

function cancellation(lot: Random) {
  return lot.chance(0.6)
    ? {
        beforeMin: lot.between(25, 90),
        reason: lot.pick(['Called: ill today', 'Called: no escort today', 'Called: asks for another date']),
      }
    : { beforeMin: -lot.between(20, 35), reason: 'Did not come' };
}

function pauseOf(lot: Random) {
  const reason = lot.pick([
    'Needs the bathroom',
    'Feels too strong, wants a break',
    'Pump alarm, line checked',
    'Blood pressure rising',
  ]);
  return { atMin: lot.between(13, 30), forMin: lot.chance(0.08) ? lot.between(10.5, 13) : lot.between(2.5, 7), reason };
}

const NOTES = [
  'Music and eye mask on. Calm, breathing easily.',
  'Holding the call button, says all is well.',
  'Warm blanket given.',
  'Light turned down at the patient’s wish.',
  'Talks about a pleasant floating feeling.',
  'Asked for water afterwards.',
  'IV site dry, no swelling.',
  'Tearful for a moment, reassured, wants to go on.',
];
