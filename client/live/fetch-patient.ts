import type { Patient } from '../../shared/clinic/records.ts';
import type { Id } from '../../shared/units.ts';
import { get } from './api.ts';
import { type ClinicStore, putPatient } from './clinic-store.ts';

/** Fetches patients that an event named and the board did not bring, each once however often it is named. */
export function patientFetcher(store: ClinicStore): (id: Id) => Promise<void> {
  const asked = new Set<Id>();
  return async (id) => {
    if (asked.has(id)) return;
    asked.add(id);
    const answer = await get<Patient>(`/api/patients/${id}`);
    if (answer.ok) putPatient(store, answer.value);
    else asked.delete(id);
  };
}
