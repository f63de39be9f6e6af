import { useMemo } from 'react';
import { useStore } from 'zustand/react';
import { createStore } from 'zustand/vanilla';
import type { SessionCommand } from '../../../../shared/session/commands.ts';
import type { Id } from '../../../../shared/units.ts';
import { announce } from '../../../components/announcer.tsx';
import { useClinicData } from '../../../live/live.ts';
import { takeBack } from '../../../outbox/outbox.ts';

/** The set that was saved last and can still be taken back with one tap. */
interface Undoable {
  readonly sessionId?: Id;
  readonly entries: readonly SessionCommand[];
}

const undoStore = createStore<Undoable>(() => ({ entries: [] }));
/** Long enough to see the slip, too short to change the past: afterwards it is a correction with a reason. */
const FOR_MS = 10_000;

/** From now on, for 10 s. */
export function offerUndo(sessionId: Id, entries: readonly SessionCommand[]): void {
  const offer = { sessionId, entries };
  undoStore.setState(offer, true);
  setTimeout(() => {
    if (undoStore.getState() === offer) undoStore.setState({ entries: [] }, true);
  }, FOR_MS);
}

/** Events of the set that can be taken back: by the ids they have while they wait and those they get; `undefined` when there is none. */
export function useUndoable(sessionId: Id): ReadonlySet<Id> | undefined {
  const offer = useStore(undoStore);
  const commands = useClinicData((data) => data.commands);
  const position = useClinicData((data) => data.position);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `commands` grows in place with the position
  return useMemo(() => {
    if (offer.sessionId !== sessionId) return undefined;
    return new Set(offer.entries.flatMap(({ id }) => [id, commands.get(id) ?? id]));
  }, [offer, sessionId, commands, position]);
}

/** Takes the last set back: what waits is dropped, what was sent is struck. */
export async function undoLast(): Promise<void> {
  const { sessionId, entries } = undoStore.getState();
  undoStore.setState({ entries: [] }, true);
  if (sessionId === undefined) return;
  for (const command of entries) {
    const problem = await takeBack({ id: command.id, sessionId, command });
    if (problem !== undefined) return announce(problem.detail, 'assertive');
  }
  announce('Taken back');
}
