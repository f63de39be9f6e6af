import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Outcome } from '../../../../shared/clinic/records.ts';
import type { Id } from '../../../../shared/units.ts';
import { useClinic } from '../../../live/live.ts';
import { ask, queryClient } from '../../../live/query-client.ts';
import { useOutbox } from '../../../outbox/outbox-store.ts';

export interface PatientOutcomes {
  /** Those that are known here, one of each id. */
  readonly outcomes: readonly Outcome[];
  /** Whether the earlier ones are among them: without the server they are not. */
  readonly complete: boolean;
  /** Ids of those that wait on this tablet. */
  readonly waiting: ReadonlySet<Id>;
}

/** A patient's results: those asked for, those heard of since, and those that wait on this tablet. */
export function useOutcomes(patientId: Id): PatientOutcomes {
  const { data: asked } = useQuery(
    {
      queryKey: ['outcomes', patientId],
      queryFn: async ({ signal }) =>
        (await ask<{ readonly outcomes: readonly Outcome[] }>(`/api/outcomes?patient=${patientId}`, signal)).outcomes,
    },
    queryClient,
  );
  const heard = useClinic((clinic) => clinic.outcomes);
  const entries = useOutbox((outbox) => outbox.entries);
  return useMemo(() => {
    const kept = entries.flatMap(({ command, state }) =>
      command.type === 'record-outcome' && state !== 'refused' ? [command.data] : [],
    );
    const stored = [...(asked ?? []), ...heard.values()];
    const known = new Map([...kept, ...stored].filter((one) => one.patientId === patientId).map((one) => [one.id, one]));
    const there = new Set(stored.map(({ id }) => id));
    const waiting = new Set(kept.map(({ id }) => id).filter((id) => !there.has(id)));
    return { outcomes: [...known.values()], complete: asked !== undefined, waiting };
  }, [asked, heard, entries, patientId]);
}
