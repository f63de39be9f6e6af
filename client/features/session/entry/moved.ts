import { type Id, type Instant, MINUTE_MS, toInstant, toMs } from '../../../../shared/units.ts';

/** What an entry keeps from the first touch on: its id, so that it is one entry however often it is sent, and its time. */
export interface Touch {
  readonly id: Id;
  readonly at: Instant;
}

/** The time of an entry moved by minutes; it stops at now. */
export function moved(touch: Touch, minutes: number, nowMs: number): Touch {
  return { ...touch, at: toInstant(Math.round(Math.min(nowMs, toMs(touch.at) + minutes * MINUTE_MS))) };
}
