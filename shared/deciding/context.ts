import type { ClinicState } from '../clinic/state.ts';
import type { LastDose } from '../dosing/last-dose.ts';
import type { Actor } from '../log/roles.ts';
import type { PlanVisit } from '../session/plan-order.ts';
import type { Id, Instant } from '../units.ts';

/** What a decision may look at besides the visit itself. */
export interface DecideContext {
  readonly clinic: ClinicState;
  readonly actor: Actor;
  /** The server's time. */
  readonly now: Instant;
  /** The visit that holds a chair, a bay or a patient now, if any. */
  readonly holderOfChair: (chairId: Id) => Id | undefined;
  readonly holderOfBay: (bayId: Id) => Id | undefined;
  readonly activeSessionOfPatient: (patientId: Id) => Id | undefined;
  /** The visits of a plan that are not cancelled. */
  readonly visitsOfPlan: (planId: Id) => readonly PlanVisit[];
  /** What the patient was last given of the drug of this visit by its route; looked up for a check-in alone. */
  readonly lastDose?: LastDose | undefined;
}
