import { shownNames } from '../../shared/clinic/patient-names.ts';
import type { ClinicState } from '../../shared/clinic/state.ts';
import type { Id } from '../../shared/units.ts';
import { useClinic } from './live.ts';

/** How a patient is called, told apart from everybody else who is known to this screen. */
export function patientNameIn({ patients, clinic }: ClinicState, id: Id | undefined, how: 'short' | 'whole'): string {
  return (id === undefined ? undefined : shownNames(patients, clinic?.formats).get(id)?.[how]) ?? 'Patient';
}

/** `Maya R.`: a name for the board; longer only where two would read the same. */
export const useShortName = (id: Id | undefined): string => useClinic((clinic) => patientNameIn(clinic, id, 'short'));

/** The whole name. */
export const useWholeName = (id: Id | undefined): string => useClinic((clinic) => patientNameIn(clinic, id, 'whole'));
