import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Outcome } from '../../../../shared/clinic/records.ts';
import type { Id } from '../../../../shared/units.ts';
import type { Problem } from '../../../../shared/wire/problem.ts';
import { linkStore, serverClock } from '../../../live/live.ts';
import { ask, queryClient } from '../../../live/query-client.ts';
import { sendUntilAnswered } from '../../../live/send-command.ts';
import { uuid7 } from '../../../live/uuid7.ts';
import type { SendingState } from '../entry/submission.ts';

const keyOf = (patientId: Id) => ['outcomes', patientId] as const;

/** A patient's results; `undefined` until they are known. */
export function useOutcomes(patientId: Id): readonly Outcome[] | undefined {
  const { data } = useQuery(
    {
      queryKey: keyOf(patientId),
      queryFn: async ({ signal }) =>
        (await ask<{ readonly outcomes: readonly Outcome[] }>(`/api/outcomes?patient=${patientId}`, signal)).outcomes,
    },
    queryClient,
  );
  return data;
}

/** Results belong to the patient, not to the visit's stream: they go to the clinic's records, and wait for the server. */
export function useRecordOutcome(): {
  readonly state: SendingState;
  readonly problem: Problem | undefined;
  readonly record: (outcome: Omit<Outcome, 'id'>) => Promise<boolean>;
} {
  const [state, setState] = useState<SendingState>('idle');
  const [problem, setProblem] = useState<Problem>();
  // The same content keeps its ids: pressing twice is one result.
  const last = useRef<{ readonly content: string; readonly id: Id; readonly commandId: Id } | undefined>(undefined);
  const record = async (outcome: Omit<Outcome, 'id'>) => {
    if (state !== 'idle') return false;
    const content = JSON.stringify(outcome);
    if (last.current?.content !== content) last.current = { content, id: uuid7(Date.now()), commandId: uuid7(Date.now()) };
    const { id, commandId } = last.current;
    setProblem(undefined);
    setState('sending');
    const timer = setTimeout(() => setState('waiting'), 1_500);
    const command = { id: commandId, type: 'record-outcome', at: serverClock.now(), data: { ...outcome, id } };
    const answer = await sendUntilAnswered('/api/clinic/commands', command, linkStore);
    clearTimeout(timer);
    setState('idle');
    if (answer.ok) await queryClient.invalidateQueries({ queryKey: keyOf(outcome.patientId) });
    else setProblem(answer.problem);
    return answer.ok;
  };
  return { state, problem, record };
}
