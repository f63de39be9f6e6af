import type { Protocol } from '../clinic/protocol.ts';
import { LIMITED_SCALES, LIMITED_SIGNS, limitedRow, measuredText } from '../session/alarm-sign.ts';
import type { SessionState } from '../session/state.ts';
import { beyond } from '../vitals/assess.ts';
import { latestBy } from '../vitals/latest.ts';
import type { Fact } from './overrides.ts';

/** Every sign and scale whose newest value, at or before `byMs`, is outside its hold limits. */
export function heldFacts(session: SessionState, protocol: Protocol, byMs: number): HeldFact[] {
  return [...LIMITED_SIGNS, ...LIMITED_SCALES].flatMap((name) => {
    const last = limitedRow(name).limits.holds ? latestBy(session, name, byMs) : undefined;
    const outside = last === undefined ? undefined : beyond(last.value, protocol.limits[name].hold);
    if (last === undefined || outside === undefined) return [];
    return [{ what: name, value: last.value, bound: outside.bound, eventId: last.eventId }];
  });
}

interface HeldFact extends Fact {
  readonly what: (typeof LIMITED_SIGNS)[number] | (typeof LIMITED_SCALES)[number];
  readonly value: number;
  readonly bound: 'low' | 'high';
}

/** In words: `Systolic 142 mmHg, hold above 140`. */
export function heldText({ what, value, bound }: HeldFact, { limits }: Protocol): string {
  return `${measuredText(what, value)}, hold ${bound === 'high' ? 'above' : 'below'} ${limits[what].hold?.[bound]}`;
}

/** The first sign or scale outside the hold limits, in words; `undefined` when all are within. */
export function outsideHold(session: SessionState, protocol: Protocol): string | undefined {
  const first = heldFacts(session, protocol, Number.POSITIVE_INFINITY)[0];
  return first === undefined ? undefined : heldText(first, protocol);
}
