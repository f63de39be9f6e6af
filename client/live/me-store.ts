import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Problem } from '../../shared/wire/problem.ts';
import type { SignedIn } from '../../shared/wire/up.ts';
import { get, post } from './api.ts';

export type Me = SignedIn['staff'];

/** Who is signed in on this device; `undefined` before it is known, `null` when nobody is. */
export interface MeState {
  readonly me: Me | null | undefined;
}
export type MeStore = StoreApi<MeState>;

export const createMeStore = (): MeStore => createStore<MeState>(() => ({ me: undefined }));

/**
 * Asks the server once who is signed in. Without an answer it is whom this tablet remembers, else unknown: nobody is sent to
 * sign in by a dead network.
 */
export async function whoAmI(store: MeStore, remembered: () => Promise<Me | undefined>): Promise<Me | null | undefined> {
  const known = store.getState().me;
  if (known !== undefined) return known;
  const answer = await get<SignedIn>('/api/me');
  if (answer.ok) store.setState({ me: answer.value.staff });
  else if (answer.status === 401) store.setState({ me: null });
  else store.setState({ me: await remembered().catch(() => undefined) });
  return store.getState().me;
}

/** Signs out; the problem when nobody answered: then the sign-in still stands. */
export async function signOut(store: MeStore): Promise<Problem | undefined> {
  const answer = await post('/api/sign-out', {});
  if (!answer.ok && answer.status !== 401) return answer.problem;
  store.setState({ me: null });
  return undefined;
}
