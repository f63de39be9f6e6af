import { useCallback, useRef, useState } from 'react';
import type { CommandData, SessionCommand } from '../../../../shared/session/commands.ts';
import type { SessionCommandType } from '../../../../shared/session/said/all.ts';
import type { Id } from '../../../../shared/units.ts';
import type { Problem } from '../../../../shared/wire/problem.ts';
import { serverClock } from '../../../live/live.ts';
import { newId } from '../../../live/new-id.ts';
import { makeCommand } from '../../../live/send-command.ts';
import type { KeptCommand } from '../../../outbox/kept-command.ts';
import { useVisit } from '../visit.ts';
import type { Touch } from './moved.ts';
import { saveEntries } from './save-entries.ts';

/** The first touch of an entry, now. */
export function touched(): Touch {
  return { id: newId(), at: serverClock.now() };
}

/** One thing to say of the visit, as it will be sent. */
export function entryOf<T extends SessionCommandType>(
  patientId: Id,
  touch: Touch,
  type: T,
  data: CommandData<T>,
): SessionCommand {
  return { ...makeCommand(type, { patientId, data, at: touch.at }), id: touch.id };
}

/** Where a form stands. `waiting`: this tablet can keep nothing and no answer came yet; what was typed goes again by itself. */
export type SendingState = 'idle' | 'sending' | 'waiting';

export interface Submission {
  readonly state: SendingState;
  /** Why the last entry was refused. */
  readonly problem: Problem | undefined;
  /**
   * Keeps entries on the tablet, from where they go out by themselves; resolves with how many were taken. What speaks against
   * one is said at once. A second call meanwhile does nothing.
   */
  readonly send: (entries: readonly KeptCommand[]) => Promise<number>;
  readonly forget: () => void;
}

/** An answer takes milliseconds; after this long a person wants to know that it is on its way. */
const PATIENCE_MS = 1_500;

/** Saves what a form says, for the visit in which the form was opened. */
export function useSubmission(): Submission {
  const { session } = useVisit();
  const [state, setState] = useState<SendingState>('idle');
  const [problem, setProblem] = useState<Problem>();
  const busy = useRef(false);
  const send = useCallback(
    async (entries: readonly KeptCommand[]) => {
      if (busy.current) return 0;
      busy.current = true;
      setProblem(undefined);
      setState('sending');
      const timer = setTimeout(() => setState('waiting'), PATIENCE_MS);
      try {
        const saved = await saveEntries(session.id, entries);
        setProblem(saved.problem);
        return saved.accepted;
      } finally {
        clearTimeout(timer);
        busy.current = false;
        setState('idle');
      }
    },
    [session.id],
  );
  return { state, problem, send, forget: useCallback(() => setProblem(undefined), []) };
}

/** What the server said is wrong, in one sentence. */
export function problemText(problem: Problem): string {
  const first = problem.errors?.[0];
  return first === undefined ? problem.detail : first.message;
}
