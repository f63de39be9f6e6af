import { useCallback } from 'react';
import type { CommandData, SessionCommand } from '../../../../shared/session/commands.ts';
import type { SessionCommandType } from '../../../../shared/session/said/all.ts';
import type { Id } from '../../../../shared/units.ts';
import type { Problem } from '../../../../shared/wire/problem.ts';
import { type Sending, type Sent, useSending } from '../../../components/form/use-sending.ts';
import { serverClock } from '../../../live/live.ts';
import { newId } from '../../../live/new-id.ts';
import { makeCommand } from '../../../live/send-command.ts';
import type { KeptCommand } from '../../../outbox/kept-command.ts';
import { useVisit } from '../visit.ts';
import type { Touch } from './moved.ts';
import { type Saved, saveEntries } from './save-entries.ts';

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

export const sentOf = ({ problem }: Saved): Sent => (problem === undefined ? { ok: true } : { ok: false, problem });

export interface Submission extends Pick<Sending, 'state' | 'problem' | 'forget'> {
  /**
   * Keeps entries on the tablet, from where they go out by themselves; resolves with how many were taken. What speaks against
   * one is said at once. A second call meanwhile does nothing.
   */
  readonly send: (entries: readonly KeptCommand[]) => Promise<number>;
}

/** Saves what one tap says, for the visit in which it was tapped. */
export function useSubmission(): Submission {
  const { session } = useVisit();
  const { state, problem, run, forget } = useSending();
  const send = useCallback(
    async (entries: readonly KeptCommand[]) => {
      let accepted = 0;
      await run(async () => {
        const saved = await saveEntries(session.id, entries);
        accepted = saved.accepted;
        return sentOf(saved);
      });
      return accepted;
    },
    [session.id, run],
  );
  return { state, problem, send, forget };
}

/** What the server said is wrong, in one sentence. */
export function problemText(problem: Problem): string {
  const first = problem.errors?.[0];
  return first === undefined ? problem.detail : first.message;
}
