import { useRef, useSyncExternalStore } from 'react';
import { useStore } from 'zustand/react';
import { type ClinicData, createClinicStore } from '../../live/clinic-store.ts';
import { type Connection, connectionState } from '../../live/connection-state.ts';
import { createLinkStore } from '../../live/link-store.ts';
import { serverClock, ticker } from '../../live/live.ts';
import { openLive } from '../../live/live-connection.ts';

/*
 * What the lock screen knows: the clinic as a wall display sees it, without names. Kept apart from what the screens beneath
 * know, which stand still until somebody unlocks.
 */
const clinicStore = createClinicStore();
const linkStore = createLinkStore();

/** Opens the tablet's own live path; returns its disposer. */
export function watchAsTablet(): () => void {
  linkStore.setState({ stopped: undefined, problem: undefined, caughtUp: false });
  return openLive({ store: clinicStore, link: linkStore, clock: serverClock, ticker, as: 'tablet' });
}

/** Something worked out from the clinic; renders when it says something else. */
export function useLockClinic<T>(derive: (data: ClinicData) => T): T {
  const kept = useRef<{ readonly value: T; readonly text: string }>(undefined);
  return useStore(clinicStore, (data) => {
    const value = derive(data);
    const text = JSON.stringify(value) ?? '';
    if (kept.current?.text !== text) kept.current = { value, text };
    return kept.current.value;
  });
}

/** The tablet was taken out of use while it was locked. */
export const useTakenOut = (): boolean => useStore(linkStore, ({ stopped }) => stopped === 'signed-out');

export function useLockConnection(): Connection['state'] {
  const caughtUp = useStore(linkStore, (link) => link.caughtUp);
  return useSyncExternalStore(ticker.subscribe, () => connectionState(ticker.silentForMs(), caughtUp).state);
}
