import type { Condition } from './conditions.ts';
import type { Protocol } from './protocol.ts';

/** Whom a protocol wants a second look at: from which age on (years), and with which conditions. */
interface Watch {
  readonly olderFromYears: number;
  readonly conditions: readonly Condition[];
}

/** What a protocol that says nothing watches. Source: clinical tables "Limits (defaults)": larger rise from 50 on and with hypertension. */
export const USUAL_WATCH = { olderFromYears: 50, conditions: ['hypertension'] } as const satisfies Watch;

/** Whom a protocol watches: what it says itself, else the usual. */
export const watchOf = ({ watch }: Protocol): Watch => watch ?? USUAL_WATCH;
