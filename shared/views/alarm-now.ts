import type { Formats } from '../clinic/formats.ts';
import type { LimitName } from '../clinic/limit-names.ts';
import type { Protocol } from '../clinic/protocol.ts';
import type { AlarmPriority } from '../session/alarm-kinds.ts';
import type { ItemScale, Scale } from '../session/scales.ts';
import { shownValue } from '../session/shown-sign.ts';
import { SIGNS, type Sign } from '../session/signs.ts';
import type { Alarm, SessionState } from '../session/state.ts';
import type { Instant } from '../units.ts';
import { assess } from '../vitals/assess.ts';
import { percentChange } from '../vitals/change.ts';
import { baselineOf, bloodPressures, latestOf } from '../vitals/latest.ts';

const CHANGE = 'systolicChangePercent';

/** What stands beside an alarm: when its value was measured, what the value is now when it is another, why somebody called. */
export interface AlarmNow {
  readonly at?: Instant;
  readonly now?: string;
  readonly reason?: string;
}

export function alarmNow(session: SessionState, { kind, of, sign, causeEventId }: Alarm, formats: Formats): AlarmNow {
  const cause = session.entries.find(({ eventId }) => eventId === causeEventId);
  if (cause === undefined) return {};
  if (cause.type === 'physician-called') return cause.data.reason === undefined ? {} : { reason: cause.data.reason };
  if (cause.type === 'emergency-recorded') return { at: cause.happenedAt, reason: cause.data.action };
  if (cause.type === 'symptom-recorded') return { at: cause.happenedAt, reason: cause.data.kind };
  if (kind !== 'limit' || of === undefined) return {};
  const pressure = sign === 'bloodPressure' ? bloodPressures(session).at(-1) : undefined;
  const newest = pressure ?? latestOf(session, of as Sign | Scale | ItemScale);
  if (newest === undefined || newest.eventId === causeEventId) return { at: cause.happenedAt };
  return {
    at: cause.happenedAt,
    now: 'value' in newest ? `${numberOf(of, newest.value, formats)}` : `${newest.systolic}/${newest.diastolic}`,
  };
}

const numberOf = (of: string, value: number, formats: Formats): number =>
  of in SIGNS ? shownValue(of as Sign, value, formats) : value;

/** How urgent the newest value of a sign or a scale is by itself: what colours the number, on every screen alike. */
export function priorityOf(session: SessionState, name: Sign | Scale, protocol: Protocol): AlarmPriority | undefined {
  const value = latestOf(session, name)?.value;
  const names: readonly LimitName[] = name === 'systolic' ? [name, CHANGE] : [name as LimitName];
  const found = names.map((one) => assess(one, one === CHANGE ? changeNow(session) : value, protocol.limits));
  const outside = found.flatMap((one) => (typeof one === 'string' ? [] : [one.priority]));
  return outside.includes('high') ? 'high' : outside[0];
}

function changeNow(session: SessionState): number | undefined {
  const baseline = baselineOf(session);
  const last = bloodPressures(session).at(-1);
  return baseline === undefined || last === undefined || last.eventId === baseline.eventId
    ? undefined
    : percentChange(last.systolic, baseline.systolic);
}
