import type { Outcome } from './records.ts';
import type { ClinicState } from './state.ts';

type Outcomes = ClinicState['outcomes'];

const known = new WeakMap<Outcomes, ReadonlyMap<string, readonly Outcome[]>>();
const NONE: readonly Outcome[] = [];

/** A patient's results of outcome scales, in no order. Sorted by patient once for each state of the clinic that is asked. */
export function outcomesOf({ outcomes }: Pick<ClinicState, 'outcomes'>, patientId: string): readonly Outcome[] {
  let byPatient = known.get(outcomes);
  if (byPatient === undefined) {
    byPatient = sorted(outcomes);
    known.set(outcomes, byPatient);
  }
  return byPatient.get(patientId) ?? NONE;
}

function sorted(outcomes: Outcomes): ReadonlyMap<string, readonly Outcome[]> {
  const byPatient = new Map<string, Outcome[]>();
  for (const outcome of outcomes.values()) {
    const others = byPatient.get(outcome.patientId);
    if (others === undefined) byPatient.set(outcome.patientId, [outcome]);
    else others.push(outcome);
  }
  return byPatient;
}
