import { assertNever } from '../assert-never.ts';
import { asToday } from './as-today.ts';
import type { ClinicEvent } from './events.ts';
import { patientAfter } from './patient-after.ts';
import type { ClinicState } from './state.ts';

/** The clinic's reference data after one more event. Pure. */
export function evolveClinic(state: ClinicState, event: ClinicEvent): ClinicState {
  switch (event.type) {
    case 'clinic-set-up':
    case 'clinic-changed':
      return { ...state, clinic: event.data };
    case 'chair-put':
      return { ...state, chairs: put(state.chairs, event.data) };
    case 'bay-put':
      return { ...state, bays: put(state.bays, event.data) };
    case 'staff-put':
      return { ...state, staff: put(state.staff, event.data) };
    case 'patient-put':
    case 'allergies-recorded':
    case 'conditions-recorded':
    case 'patient-limits-set': {
      const patient = patientAfter(state.patients.get(event.data.id), event);
      return patient === undefined ? state : { ...state, patients: put(state.patients, patient) };
    }
    case 'plan-put':
      return { ...state, plans: put(state.plans, event.data) };
    case 'protocol-published':
      return {
        ...state,
        protocols: new Map(state.protocols).set(event.data.id, [
          ...(state.protocols.get(event.data.id) ?? []),
          asToday(event.data),
        ]),
      };
    case 'outcome-recorded':
      return { ...state, outcomes: put(state.outcomes, event.data) };
    case 'unknown':
      return state;
    default:
      return assertNever(event);
  }
}

function put<R extends { readonly id: string }>(records: ReadonlyMap<string, R>, record: R): ReadonlyMap<string, R> {
  return new Map(records).set(record.id, record);
}
