import { useCallback, useRef, useState } from 'react';
import type { CommandData, SessionCommand, SessionCommandType } from '../../../../shared/session/commands.ts';
import type { Id } from '../../../../shared/units.ts';
import type { Problem } from '../../../../shared/wire/problem.ts';
import { linkStore, serverClock } from '../../../live/live.ts';
import { type Accepted, makeCommand, sendUntilAnswered } from '../../../live/send-command.ts';
import { uuid7 } from '../../../live/uuid7.ts';
import { useVisit } from '../visit.ts';
import type { Touch } from './moved.ts';

/** The first touch of an entry, now. */
export function touched(): Touch {
  return { id: uuid7(Date.now()), at: serverClock.now() };
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

/** Where a form stands. `waiting`: no answer yet; what was typed is kept and goes again by itself. */
export type SendingState = 'idle' | 'sending' | 'waiting';

export interface Submission {
  readonly state: SendingState;
  /** Why the server refused the last entry. */
  readonly problem: Problem | undefined;
  /** Sends entries one after another until each is answered; resolves with how many were accepted. A second call meanwhile does nothing. */
  readonly send: (entries: readonly SessionCommand[]) => Promise<number>;
  readonly forget: () => void;
}

/** An answer takes milliseconds; after this long a person wants to know that it is on its way. */
const PATIENCE_MS = 1_500;

/** Sends what a form says, for the visit in which the form was opened. */
export function useSubmission(): Submission {
  const { session } = useVisit();
  const [state, setState] = useState<SendingState>('idle');
  const [problem, setProblem] = useState<Problem>();
  const busy = useRef(false);
  // A refused id is spent: what is sent after it was changed, so it is another entry.
  const refused = useRef(new Set<Id>());
  const path = `/api/sessions/${session.id}/commands`;
  const send = useCallback(
    async (entries: readonly SessionCommand[]) => {
      if (busy.current) return 0;
      busy.current = true;
      setProblem(undefined);
      setState('sending');
      const timer = setTimeout(() => setState('waiting'), PATIENCE_MS);
      let accepted = 0;
      try {
        for (const entry of entries) {
          const fresh = refused.current.has(entry.id) ? { ...entry, id: uuid7(Date.now()) } : entry;
          const answer = await sendUntilAnswered<Accepted>(path, fresh, linkStore);
          if (!answer.ok) {
            refused.current.add(entry.id);
            setProblem(answer.problem);
            break;
          }
          accepted += 1;
        }
      } finally {
        clearTimeout(timer);
        busy.current = false;
        setState('idle');
      }
      return accepted;
    },
    [path],
  );
  return { state, problem, send, forget: useCallback(() => setProblem(undefined), []) };
}

/** What the server said is wrong, in one sentence. */
export function problemText(problem: Problem): string {
  const first = problem.errors?.[0];
  return first === undefined ? problem.detail : first.message;
}
