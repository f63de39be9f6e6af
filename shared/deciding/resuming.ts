import type { Protocol } from '../clinic/protocol.ts';
import { LIMITED_SIGNS, type LimitedSign, limitedRow, measuredText } from '../session/alarm-sign.ts';
import { entriesOf } from '../session/entries.ts';
import type { SessionState } from '../session/state.ts';
import { toMs } from '../units.ts';
import { beyond } from '../vitals/assess.ts';
import { latestBy, latestOf } from '../vitals/latest.ts';

/** Words of a reason that name what a sign measures; the reason is what a person typed or one of the buttons. */
const NAMED: Readonly<Partial<Record<LimitedSign, RegExp>>> = {
  systolic: /pressure|\bbp\b|hypertens|hypotens/i,
  diastolic: /pressure|\bbp\b|hypertens|hypotens/i,
  spo2: /spo|satur|oxygen/i,
  respiratoryRate: /breath|respirat|apn/i,
};

/**
 * What stands against going on after a pause, in words, at the time (ms) of going on. A sign with limits for it must be within them, and
 * what the infusion was paused for, or what was outside when it was, must have been measured since.
 * Source: clinical tables "Limits (defaults)" (CANMAT: pause above 160/100, go on when below).
 */
export function missingForResume(session: SessionState, protocol: Protocol, nowMs: number): string[] {
  const pause = entriesOf(session, 'infusion-paused').at(-1);
  if (session.phase !== 'paused' || pause === undefined) return [];
  const pausedMs = toMs(pause.happenedAt);
  return LIMITED_SIGNS.flatMap((sign) => {
    const bounds = protocol.limits[sign].resume;
    if (bounds === undefined) return [];
    const newest = latestOf(session, sign);
    const outside = newest === undefined ? undefined : beyond(newest.value, bounds);
    if (newest !== undefined && outside !== undefined)
      return [
        `${measuredText(sign, newest.value)}, go on ${outside.bound === 'high' ? `at ${outside.limit} or below` : `from ${outside.limit}`}`,
      ];
    const seen = latestBy(session, sign, nowMs);
    if (seen !== undefined && toMs(seen.at) >= pausedMs) return [];
    const then = latestBy(session, sign, pausedMs);
    const wasOutside = then !== undefined && beyond(then.value, bounds) !== undefined;
    const isNamed = NAMED[sign]?.test(pause.data.reason) === true;
    return wasOutside || isNamed ? [`${limitedRow(sign).label} not measured since the pause`] : [];
  });
}
