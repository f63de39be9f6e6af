import type { CommandData, SessionCommand } from '../../shared/session/commands.ts';
import type { SessionEvent } from '../../shared/session/events.ts';
import type { SessionCommandType } from '../../shared/session/said/all.ts';
import type { Id, Instant } from '../../shared/units.ts';
import { type Answer, post } from './api.ts';
import type { LinkStore } from './link-store.ts';
import { newId } from './new-id.ts';

/** What the server answers to an accepted command. */
export interface Accepted {
  readonly position: number;
  readonly events: readonly SessionEvent[];
}

/**
 * An entry as it stands from the first touch: its id never changes again, so sending it twice is one entry.
 * @param at when it happened, on the server's clock
 */
export function makeCommand<T extends SessionCommandType>(
  type: T,
  { patientId, data, at }: { readonly patientId: Id; readonly data: CommandData<T>; readonly at: Instant },
): SessionCommand {
  return { id: newId(), type, at, patientId, data } as unknown as SessionCommand;
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 5_000;

/**
 * Sends an entry until the server acknowledged or refused it: after a cut, a restart or a lost answer the same id goes
 * again. Resolves with the last answer when `signal` is aborted. `waiting` of the link counts it meanwhile.
 */
export async function sendUntilAnswered<T = Accepted>(
  path: string,
  body: unknown,
  link: LinkStore,
  signal?: AbortSignal,
): Promise<Answer<T>> {
  link.setState(({ waiting }) => ({ waiting: waiting + 1 }));
  try {
    for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      const answer = await post<T>(path, body, signal);
      if (answer.ok || !answer.retry || isAborted(signal)) return answer;
      await pause(answer.retryAfterMs ?? wait, signal);
      if (isAborted(signal)) return answer;
    }
  } finally {
    link.setState(({ waiting }) => ({ waiting: waiting - 1 }));
  }
}

const isAborted = (signal: AbortSignal | undefined) => signal?.aborted === true;

function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    window.addEventListener('online', done);
    signal?.addEventListener('abort', done);
  });
}
