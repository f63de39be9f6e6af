import { useCallback, useRef, useState } from 'react';
import type { Problem } from '../../../shared/wire/problem.ts';

/** How a sending ended: a refusal is a value. */
export type Sent = { readonly ok: true } | { readonly ok: false; readonly problem: Problem };

/** Where it stands. `waiting`: no answer yet; what was typed goes again by itself. */
export type SendingState = 'idle' | 'sending' | 'waiting';

export interface Sending {
  readonly state: SendingState;
  /** Why the last one was refused. */
  readonly problem: Problem | undefined;
  /** Sends; `undefined` for a second call meanwhile, which does nothing. */
  readonly run: (send: () => Promise<Sent>) => Promise<Sent | undefined>;
  readonly forget: () => void;
}

/** An answer takes milliseconds; after this long a person wants to know that it is on its way. */
const PATIENCE_MS = 1_500;

/** One thing at a time on its way to the server. */
export function useSending(): Sending {
  const [state, setState] = useState<SendingState>('idle');
  const [problem, setProblem] = useState<Problem>();
  const busy = useRef(false);
  const run = useCallback(async (send: () => Promise<Sent>) => {
    if (busy.current) return undefined;
    busy.current = true;
    setProblem(undefined);
    setState('sending');
    const timer = setTimeout(() => setState('waiting'), PATIENCE_MS);
    try {
      const sent = await send();
      if (!sent.ok) setProblem(sent.problem);
      return sent;
    } finally {
      clearTimeout(timer);
      busy.current = false;
      setState('idle');
    }
  }, []);
  return { state, problem, run, forget: useCallback(() => setProblem(undefined), []) };
}
