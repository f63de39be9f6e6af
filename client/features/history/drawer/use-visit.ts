import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Patient } from '../../../../shared/clinic/records.ts';
import type { SessionEvent } from '../../../../shared/session/events.ts';
import { foldSession } from '../../../../shared/session/evolve.ts';
import type { SessionState } from '../../../../shared/session/state.ts';
import { readEvent } from '../../../../shared/wire/read-event.ts';
import { ask } from '../../../live/query-client.ts';

export interface PastVisit {
  readonly session: SessionState | undefined;
  readonly patient: Patient | undefined;
  readonly error: Error | null;
  readonly again: () => void;
}

/** A visit of any day, folded from its timeline by the server's own reducer. */
export function useVisit(sessionId: string): PastVisit {
  const { data, error, refetch } = useQuery({
    queryKey: ['timeline', sessionId],
    queryFn: ({ signal }) => ask<{ readonly events: readonly SessionEvent[] }>(`/api/sessions/${sessionId}/timeline`, signal),
  });
  const session = useMemo(
    () => (data === undefined ? undefined : foldSession(data.events.map((event) => readEvent(event)))),
    [data],
  );
  const patientId = session?.patientId;
  const patient = useQuery({
    queryKey: ['patient', patientId],
    queryFn: ({ signal }) => ask<Patient>(`/api/patients/${patientId ?? ''}`, signal),
    enabled: patientId !== undefined,
  });
  return { session, patient: patient.data, error, again: () => void refetch() };
}
