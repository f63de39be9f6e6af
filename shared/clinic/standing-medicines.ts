import { folded } from './folded.ts';
import type { Protocol } from './protocol.ts';

/** What a nurse gives without an order of its own, for protocols that name nothing. To be confirmed by a clinician before use. */
export const USUAL_MEDICINES: readonly string[] = ['Ondansetron', 'Metoclopramide', 'Paracetamol', 'Oxygen'];

/** What may be given under the protocol itself. */
export const standingMedicines = ({ medicines }: Pick<Protocol, 'medicines'>): readonly string[] => medicines ?? USUAL_MEDICINES;

/** Whether a medicine stands on the protocol's list, in whatever capitals. */
export function isStanding(protocol: Pick<Protocol, 'medicines'>, drug: string): boolean {
  const said = folded(drug.trim());
  return standingMedicines(protocol).some((name) => folded(name) === said);
}
