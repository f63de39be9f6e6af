import { useStore } from 'zustand/react';
import { createStore } from 'zustand/vanilla';
import type { Role } from '../../../shared/log/roles.ts';
import { MINUTE_MS } from '../../../shared/units.ts';
import { serverClock } from '../../live/live.ts';
import { CHECK } from './bursts.ts';
import { type Audio, createSpeaker } from './speaker.ts';

const KEY = 'chairside-sound';
const PAUSE_MS = 2 * MINUTE_MS;
/** Of the device's own volume. */
const CHECK_LOUDNESS = 0.3;

interface Sound {
  /** What was chosen on this device; nothing chosen: a physician's sounds, any other is quiet. */
  readonly chosen: 'on' | 'quiet' | undefined;
  /** On the server's clock. A pause ends by itself. */
  readonly pausedUntilMs: number | undefined;
  readonly audio: Audio;
}

const kept = (): Sound['chosen'] => {
  try {
    const said = localStorage.getItem(KEY);
    return said === 'on' || said === 'quiet' ? said : undefined;
  } catch {
    return undefined;
  }
};

const store = createStore<Sound>(() => ({ chosen: kept(), pausedUntilMs: undefined, audio: 'off' }));
export const speaker = createSpeaker((audio) => {
  const { audio: before } = store.getState();
  if (before === audio) return;
  store.setState({ audio });
  // Somebody hears that this device sounds, before an alarm has to.
  if (audio === 'running') speaker.play(CHECK, CHECK_LOUDNESS);
});

export const useSound = <T>(select: (sound: Sound) => T): T => useStore(store, select);

/** Whether this device is meant to sound. A physician's never stays quiet: it is paused. */
export const isMeantToSound = ({ chosen }: Sound, role: Role | undefined): boolean =>
  role === 'physician' || (role !== undefined && chosen === 'on');

/** Chooses for this device, for good. */
export function chooseSound(chosen: 'on' | 'quiet'): void {
  try {
    localStorage.setItem(KEY, chosen);
  } catch {
    // Storage is blocked: the choice lasts as long as the page.
  }
  store.setState({ chosen, pausedUntilMs: undefined, ...(chosen === 'quiet' ? { audio: 'off' as const } : {}) });
  if (chosen === 'on') speaker.wake();
  else speaker.hush();
}

export const pauseSound = (): void => store.setState({ pausedUntilMs: serverClock.nowMs() + PAUSE_MS });
export const endPause = (): void => store.setState({ pausedUntilMs: undefined });
