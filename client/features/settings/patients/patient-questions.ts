import { useQuery } from '@tanstack/react-query';
import type { Patient, Plan } from '../../../../shared/clinic/records.ts';
import { ask } from '../../../live/query-client.ts';

/** Everything asked about patients begins with this key: a change makes all of it new. */
export const PATIENTS_KEY = ['patients'] as const;

/** Patients whose name, record number or date of birth holds the words; by family name. */
export function usePatients(words: string, limit: number) {
  return useQuery({
    queryKey: [...PATIENTS_KEY, 'list', words, limit],
    queryFn: ({ signal }) =>
      ask<{ readonly patients: readonly Patient[]; readonly total: number }>(
        `/api/patients?${new URLSearchParams({ limit: String(limit), ...(words === '' ? {} : { q: words }) })}`,
        signal,
      ),
    placeholderData: (before) => before,
  });
}

export function usePatient(id: string | undefined) {
  return useQuery({
    queryKey: [...PATIENTS_KEY, 'one', id],
    queryFn: ({ signal }) => ask<Patient>(`/api/patients/${id ?? ''}`, signal),
    enabled: id !== undefined,
  });
}

/** A patient's plans, active ones first. */
export function usePlans(patientId: string | undefined) {
  return useQuery({
    queryKey: [...PATIENTS_KEY, 'plans', patientId],
    queryFn: async ({ signal }) => {
      const { plans } = await ask<{ readonly plans: readonly Plan[] }>(`/api/plans?patient=${patientId ?? ''}`, signal);
      return plans.toSorted((a, b) => Number(b.state === 'active') - Number(a.state === 'active'));
    },
    enabled: patientId !== undefined,
  });
}
