import { type Allergies, allergyText } from '../clinic/allergies.ts';
import { isAllergen } from '../dosing/drug-classes.ts';
import { refuse } from '../log/refusal.ts';
import type { SessionState } from '../session/state.ts';
import { protocolFor } from '../vitals/own-limits.ts';
import type { DecideContext } from './context.ts';
import { type Fact, isCovered } from './overrides.ts';

/** The id under which a physician may go on against a recorded allergy to the drug of the protocol. */
export const ALLERGY_CHECK = 'allergy';
/** The question of the checklist that what is recorded of the patient answers. */
export const ALLERGIES_ITEM = 'allergies';

/** Recorded allergies that speak against a drug. */
export function allergiesTo(allergies: Allergies, drug: string): NonNullable<Allergies> {
  return (allergies ?? []).filter(({ substance }) => isAllergen(substance, drug));
}

/** Recorded allergies to a drug as facts that stand in the way of it. */
export const allergyFacts = (allergies: Allergies, drug: string): Fact[] =>
  allergiesTo(allergies, drug).map((one) => ({ what: ALLERGY_CHECK, value: allergyText(one) }));

/** Whether recorded allergies to a drug still stand in its way in this visit. */
export function isAllergyOpen(session: SessionState, allergies: Allergies, drug: string): boolean {
  const facts = allergyFacts(allergies, drug);
  return facts.length > 0 && !isCovered(session, ALLERGY_CHECK, facts);
}

/**
 * DOSE30: refuses more of the drug (a dose, going on after a pause, a higher rate) while an allergy to it that no physician has decided
 * on is recorded. Pausing, stopping and a lower rate are never asked about.
 */
export function moreRefused(session: SessionState, { clinic }: DecideContext) {
  const drug = protocolFor(clinic, session)?.drug;
  if (drug === undefined || !isAllergyOpen(session, clinic.patients.get(session.patientId)?.allergies, drug)) return undefined;
  return refuse(
    'allergy-recorded',
    'DOSE30',
    `An allergy to ${drug} or its class is recorded. A physician has to decide, with a reason, before more is given.`,
  );
}

/** DOSE28: refuses a medicine that the patient is allergic to, but for a physician who says why. */
export function allergyRefused(
  session: SessionState,
  { drug, despiteAllergy }: { readonly drug: string; readonly despiteAllergy?: string | undefined },
  { clinic, actor }: DecideContext,
) {
  const { allergies } = clinic.patients.get(session.patientId) ?? {};
  if (allergiesTo(allergies, drug).length === 0) return undefined;
  if (despiteAllergy !== undefined && actor.role === 'physician') return undefined;
  const detail = 'An allergy to this medicine or its class is recorded. Only a physician may go on against it, with a reason.';
  return refuse('allergy-recorded', 'DOSE28', detail);
}
