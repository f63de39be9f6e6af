import { useStore } from 'zustand/react';
import { createStore } from 'zustand/vanilla';
import type { ThisDevice } from '../../shared/wire/device.ts';
import type { SignedIn } from '../../shared/wire/up.ts';
import { get, post } from './api.ts';
import { askedStore } from './confirmation.ts';
import { linkStore, meStore } from './live.ts';

/** What this device is, as far as it is known, and whether it is locked. */
export interface Tablet {
  /** `undefined` before the server has said it. */
  readonly device: ThisDevice | undefined;
  /** Nobody may see names or enter anything, though the screens stay as they are beneath. */
  readonly locked: boolean;
}

/** A locked tablet stays locked over a reload, also without the server. */
const MARK = 'chairside-locked';

export const tabletStore = createStore<Tablet>(() => ({ device: undefined, locked: localStorage.getItem(MARK) !== null }));
export const useTablet = <T>(select: (tablet: Tablet) => T): T => useStore(tabletStore, select);

/** Asks what this device is; the last known without an answer. */
export async function askDevice(): Promise<ThisDevice | undefined> {
  const answer = await get<ThisDevice>('/api/device');
  if (answer.ok) tabletStore.setState({ device: answer.value });
  return tabletStore.getState().device;
}

/** Covers the screens at once and ends the sign-in; who it was may come back with the PIN. */
export function lockTablet(): void {
  if (tabletStore.getState().locked) return;
  localStorage.setItem(MARK, 'yes');
  tabletStore.setState({ locked: true });
  // Whoever comes next must not be asked to confirm what this person wanted.
  for (const { answer } of askedStore.getState().waiting) answer(undefined);
  void post('/api/lock', {}).then(askDevice);
}

/** Somebody has unlocked the tablet, or signed in on it. */
export function letIn({ staff }: SignedIn): void {
  localStorage.removeItem(MARK);
  linkStore.setState({ stopped: undefined });
  meStore.setState({ me: staff });
  tabletStore.setState({ locked: false });
}

/** It is no tablet of the clinic any more, or somebody signs in elsewhere: nothing to unlock. */
export function forgetLock(): void {
  localStorage.removeItem(MARK);
  tabletStore.setState({ locked: false });
}
