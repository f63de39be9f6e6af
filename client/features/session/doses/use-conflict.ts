import { useState } from 'react';
import type { AnyEntry } from '../../../../shared/session/state.ts';
import type { Problem } from '../../../../shared/wire/problem.ts';

/**
 * The entry that a refused dose is asked about. The answer may raise a doubt of its own and takes a moment to be stored: the
 * question stays in sight until then, or until something else is refused. `keep` is called with the answer.
 */
export function useConflict(
  problem: Problem | undefined,
  find: () => AnyEntry | undefined,
): { readonly conflict: AnyEntry | undefined; readonly keep: () => void } {
  const [asked, setAsked] = useState<AnyEntry>();
  const found = problem?.code === 'same-dose-just-given' ? find() : undefined;
  const conflict = found ?? (problem === undefined ? asked : undefined);
  return { conflict, keep: () => setAsked(conflict) };
}
