import { useSyncExternalStore } from 'react';
import { useStore } from 'zustand/react';
import { createStore } from 'zustand/vanilla';
import type { ClinicState } from '../../shared/clinic/state.ts';
import type { CommandData } from '../../shared/session/commands.ts';
import type { SessionCommandType } from '../../shared/session/said/all.ts';
import type { SessionState } from '../../shared/session/state.ts';
import type { Id, Instant } from '../../shared/units.ts';
import type { Answer } from './api.ts';
import { type ClinicData, createClinicStore } from './clinic-store.ts';
import { type Connection, connectionState } from './connection-state.ts';
import { createLinkStore, type Link } from './link-store.ts';
import { openLive } from './live-connection.ts';
import { createMeStore, type Me } from './me-store.ts';
import { type Accepted, makeCommand, sendUntilAnswered } from './send-command.ts';
import { createServerClock } from './server-clock.ts';
import { createTicker, useTicking } from './ticker.ts';

/** The one live clinic of this tab: everything on screen reads from here. */
export const serverClock = createServerClock();
export const ticker = createTicker(serverClock);
export const clinicStore = createClinicStore();
export const linkStore = createLinkStore();
export const meStore = createMeStore();

/** What the screens show: the acknowledged clinic, with the entries that wait on this tablet folded over it. */
export const shownStore = createStore<ClinicData>(() => clinicStore.getState());
let overlay = (data: ClinicData): ClinicData => data;
const show = () => shownStore.setState(overlay(clinicStore.getState()), true);
clinicStore.subscribe(show);

/** Lays the waiting entries over the acknowledged clinic, from now on. */
export function layOver(next: (data: ClinicData) => ClinicData): void {
  overlay = next;
  show();
}

/** Opens the live path for the person who just signed in; returns its disposer. */
export function startLive(): () => void {
  linkStore.setState({ stopped: undefined, problem: undefined, caughtUp: false });
  return openLive({ store: clinicStore, link: linkStore, clock: serverClock, ticker });
}

/** Forgets every patient: somebody else is here now, or nobody. */
export function forgetClinic(): void {
  clinicStore.setState(clinicStore.getInitialState(), true);
}

/** A part of what is known of the clinic. Renders when the selected part is another; select what exists, make nothing new. */
export const useClinicData = <T>(select: (data: ClinicData) => T): T => useStore(shownStore, select);
export const useClinic = <T>(select: (clinic: ClinicState) => T): T => useStore(shownStore, (data) => select(data.clinic));
/** One visit. A change of another one does not render. */
export const useSession = (id: Id | undefined): SessionState | undefined =>
  useStore(shownStore, (data) => (id === undefined ? undefined : data.sessions.get(id)));
export const useLink = <T>(select: (link: Link) => T): T => useStore(linkStore, select);
export const useMe = (): Me | null | undefined => useStore(meStore, ({ me }) => me);

/** A text, number or boolean that follows the server's clock; renders only when it changes. */
export const useNow = <T extends string | number | boolean | undefined>(derive: (nowMs: number) => T): T =>
  useTicking(ticker, derive);

/** Whether the screen may be taken as live, at this moment. */
export function useConnectionState(): Connection['state'] {
  const caughtUp = useLink((link) => link.caughtUp);
  return useSyncExternalStore(ticker.subscribe, () => connectionState(ticker.silentForMs(), caughtUp).state);
}

/** Sends an entry of a visit until the server has answered it; the id is made here, at the tap. */
export function sendToSession<T extends SessionCommandType>(
  session: Pick<SessionState, 'id' | 'patientId'>,
  type: T,
  data: CommandData<T>,
  options: { readonly at?: Instant; readonly signal?: AbortSignal } = {},
): Promise<Answer<Accepted>> {
  const command = makeCommand(type, { patientId: session.patientId, data, at: options.at ?? serverClock.now() });
  return sendUntilAnswered(`/api/sessions/${session.id}/commands`, command, linkStore, options.signal);
}
