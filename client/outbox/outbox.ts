import type { Id } from '../../shared/units.ts';
import type { Problem } from '../../shared/wire/problem.ts';
import type { Me } from '../live/me-store.ts';
import type { KeptCommand } from './kept-command.ts';
import type { WaitingEntry } from './outbox-store.ts';

/*
 * The way to the outbox. Its engine (the disk, the seals, the server's own decisions) is loaded after the first paint: the
 * board shows without it.
 */
const engine = () => import('./engine.ts');

/** Who goes on without the server; `undefined` when nobody is remembered. */
export const rememberedPerson = async (): Promise<Me | undefined> => (await engine()).rememberedPerson();

/** Takes up the outbox of whoever is signed in; returns its disposer. */
export function startOutbox(me: Me): () => void {
  let end: (() => void) | 'ended' | undefined;
  void engine().then(
    (loaded) => {
      if (end === undefined) end = loaded.startOutbox(me);
    },
    () => undefined,
  );
  return () => {
    if (typeof end === 'function') end();
    end = 'ended';
  };
}

/**
 * Keeps entries of one visit on the tablet's disk, to be sent in order. What the server would refuse is refused at once, and
 * what comes after it is not kept. Rejects when this tablet can keep nothing (no key yet, no secure address, disk full).
 */
export async function keepEntries(
  sessionId: Id,
  commands: readonly KeptCommand[],
): Promise<{ readonly accepted: number; readonly problem?: Problem }> {
  return (await engine()).keepEntries(sessionId, commands);
}

/** Takes an entry back at once; the problem when it cannot be. */
export const takeBack = async (entry: Pick<WaitingEntry, 'id' | 'sessionId' | 'command'>): Promise<Problem | undefined> =>
  (await engine()).takeBack(entry);

export const discardEntry = async (id: Id): Promise<void> => (await engine()).discardEntry(id);
export const resendEntry = async (id: Id): Promise<void> => (await engine()).resendEntry(id);

export const settleTimes = async (right: 'clinic' | 'tablet'): Promise<void> => (await engine()).settleTimes(right);

/** Takes away what could be read without the person; what waits of theirs stays, sealed. */
export const forgetPerson = async (id: Id): Promise<void> => (await engine()).forgetPerson(id);
