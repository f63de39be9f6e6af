import type { AlarmPriority } from '../../../shared/session/alarm-kinds.ts';

/** One tone of a burst. */
export interface Pulse {
  /** From the beginning of the burst, in seconds. */
  readonly at: number;
  /** In seconds. */
  readonly lasts: number;
}

export interface Burst {
  readonly pulses: readonly Pulse[];
  /** From the beginning of one burst to that of the next, in seconds, and once nobody has answered the first call. */
  readonly every: number;
  readonly everyUnanswered: number;
}

/** Fundamental of each pulse, in Hz. Source: IEC 60601-1-8 by secondary sources: 150 to 1,000 Hz. */
export const PITCH_HZ = 523;
/** The fundamental and its overtones with their levels; at least four of them sound, none more than 15 dB below the loudest. */
export const HARMONICS: readonly { readonly times: number; readonly level: number }[] = [
  { times: 1, level: 1 },
  { times: 2, level: 0.7 },
  { times: 3, level: 0.5 },
  { times: 4, level: 0.35 },
  { times: 5, level: 0.25 },
];

/** Pulses of a length, each a gap after the one before. */
function pulsesOf(lasts: number, gaps: readonly number[]): Pulse[] {
  let at = 0;
  return [0, ...gaps].map((gap, index) => {
    if (index > 0) at += lasts + gap;
    return { at, lasts };
  });
}

const HIGH_LASTS = 0.15;
/** Between two pulses of a group, between the groups of three and two, and before the whole is said again. */
const [GAP, GROUP, AGAIN] = [0.1, 0.35, 0.6];

/**
 * What each priority sounds like: three and two pulses, twice, for high; three slower ones for medium; nothing for low. Source:
 * IEC 60601-1-8 by secondary sources (pulses of 75–200 ms and 125–250 ms, gaps of 50–125 ms and 125–250 ms, bursts 2.5–15 s and 2.5–30 s
 * apart).
 */
export const BURSTS: Readonly<Record<AlarmPriority, Burst | undefined>> = {
  high: {
    pulses: pulsesOf(HIGH_LASTS, [GAP, GAP, GROUP, GAP, AGAIN, GAP, GAP, GROUP, GAP]),
    every: 10,
    everyUnanswered: 6,
  },
  medium: { pulses: pulsesOf(0.2, [0.2, 0.2]), every: 20, everyUnanswered: 12 },
  low: undefined,
};

/** One soft pulse: that a device sounds, when somebody turns it on or signs in. */
export const CHECK: Burst = { pulses: pulsesOf(0.15, []), every: 0, everyUnanswered: 0 };
