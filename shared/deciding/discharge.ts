import type { Protocol } from '../clinic/protocol.ts';
import {
  LIMITED_SCALES,
  LIMITED_SIGNS,
  type LimitedScale,
  type LimitedSign,
  limitedRow,
  measuredText,
} from '../session/alarm-sign.ts';
import { entriesOf } from '../session/entries.ts';
import { SIGNS } from '../session/signs.ts';
import type { SessionState } from '../session/state.ts';
import { MINUTE_MS, toMs } from '../units.ts';
import { beyond } from '../vitals/assess.ts';
import { percentChange } from '../vitals/change.ts';
import { observationSince } from '../vitals/due.ts';
import { baselineOf, bloodPressures, latestOf } from '../vitals/latest.ts';

/** One thing that must hold before going home. `why` says in words what is missing. */
export interface DischargeCheck {
  readonly id: string;
  readonly label: string;
  readonly met: boolean;
  readonly why?: string;
}

/**
 * Everything that must hold before a patient goes home: minutes, readings, score, limits, and the protocol's criteria.
 * Source: clinical.md "Before the start, and before going home".
 */
export function dischargeChecks(session: SessionState, protocol: Protocol, nowMs: number): DischargeCheck[] {
  return [
    minutesCheck(session, protocol, nowMs),
    readingsCheck(session, protocol),
    scoreCheck(session, protocol),
    limitsCheck(session, protocol),
    ...criteriaChecks(session, protocol),
  ];
}

/** The checks that are not met yet. */
export function missingForDischarge(session: SessionState, protocol: Protocol, nowMs: number): DischargeCheck[] {
  return dischargeChecks(session, protocol, nowMs).filter(({ met }) => !met);
}

/** Whole minutes observed so far and required; `undefined` before observation began. */
export function observation(
  session: SessionState,
  protocol: Protocol,
  nowMs: number,
): { readonly minutes: number; readonly requiredMin: number } | undefined {
  const since = observationSince(session, protocol);
  if (since === undefined) return undefined;
  return { minutes: Math.max(0, Math.floor((nowMs - toMs(since)) / MINUTE_MS)), requiredMin: protocol.recovery.requiredMin };
}

function minutesCheck(session: SessionState, protocol: Protocol, nowMs: number): DischargeCheck {
  const label = `${protocol.recovery.requiredMin} minutes observed`;
  const seen = observation(session, protocol, nowMs);
  if (seen === undefined) return { id: 'minutes', label, met: false, why: 'infusion not ended' };
  const left = seen.requiredMin - seen.minutes;
  return left <= 0 ? { id: 'minutes', label, met: true } : { id: 'minutes', label, met: false, why: `${left} min left` };
}

function readingsCheck(session: SessionState, protocol: Protocol): DischargeCheck {
  const since = observationSince(session, protocol);
  const count = since === undefined ? 0 : bloodPressures(session).filter(({ at }) => at > since).length;
  const { minReadings } = protocol.recovery;
  const check = { id: 'readings', label: `${minReadings} readings after the end` };
  return count >= minReadings ? { ...check, met: true } : { ...check, met: false, why: `${count} of ${minReadings} readings` };
}

function scoreCheck(session: SessionState, protocol: Protocol): DischargeCheck {
  const { scale, minScore, consecutiveScores } = protocol.recovery;
  const scores = entriesOf(session, 'discharge-scored').filter(({ data }) => data.scale === scale);
  const check = { id: 'score', label: `${scale.toUpperCase()} ${minScore} or more` };
  const last = scores.at(-1);
  if (last === undefined) return { ...check, met: false, why: 'not scored' };
  if (last.data.total < minScore) return { ...check, met: false, why: `score ${last.data.total}, needs ${minScore}` };
  const good = scores.slice(-consecutiveScores).filter(({ data }) => data.total >= minScore).length;
  return good >= consecutiveScores
    ? { ...check, met: true }
    : { ...check, met: false, why: `${good} of ${consecutiveScores} scores` };
}

function limitsCheck(session: SessionState, protocol: Protocol): DischargeCheck {
  const check = { id: 'limits', label: 'Vital signs and scales within discharge limits' };
  const why = firstOutside(session, protocol);
  return why === undefined ? { ...check, met: true } : { ...check, met: false, why };
}

function firstOutside(session: SessionState, protocol: Protocol): string | undefined {
  const outside = (name: LimitedSign | LimitedScale) => outsideDischarge(name, session, protocol);
  return (
    LIMITED_SIGNS.map(outside).find((why) => why !== undefined) ??
    oxygenGiven(session) ??
    changedTooMuch(session, protocol) ??
    LIMITED_SCALES.map(outside).find((why) => why !== undefined)
  );
}

function outsideDischarge(name: LimitedSign | LimitedScale, session: SessionState, protocol: Protocol): string | undefined {
  const { discharge } = limitedRow(name).limits;
  const bounds = protocol.limits[name].discharge;
  if (bounds === undefined || discharge === 'never') return undefined;
  const value = latestOf(session, name)?.value;
  if (value === undefined) return discharge === 'needed' ? notKnown(name) : undefined;
  return beyond(value, bounds) === undefined ? undefined : measuredText(name, value);
}

function oxygenGiven(session: SessionState): string | undefined {
  const saturation = entriesOf(session, 'vitals-recorded').findLast(({ data }) => data.spo2 !== undefined);
  return saturation?.data.onOxygen === true ? 'SpO₂ measured on oxygen' : undefined;
}

function changedTooMuch(session: SessionState, protocol: Protocol): string | undefined {
  const change = systolicChangePercent(session);
  const bounds = protocol.limits.systolicChangePercent.discharge;
  if (change === undefined || beyond(change, bounds) === undefined) return undefined;
  return `systolic ${Math.round(change)} % from baseline`;
}

const notKnown = (name: LimitedSign | LimitedScale) => `${limitedRow(name).label} not ${name in SIGNS ? 'measured' : 'observed'}`;

function criteriaChecks(session: SessionState, protocol: Protocol): DischargeCheck[] {
  const answers = new Map(entriesOf(session, 'criterion-answered').map(({ data }) => [data.criterion, data.met]));
  return protocol.criteria.map(({ id, label, missing }) =>
    answers.get(id) === true ? { id, label, met: true } : { id, label, met: false, why: missing ?? `open: ${label}` },
  );
}

/** Change of the newest systolic from the baseline in percent; `undefined` without both. */
function systolicChangePercent(session: SessionState): number | undefined {
  const baseline = baselineOf(session);
  const last = bloodPressures(session).at(-1);
  if (baseline === undefined || last === undefined || last.eventId === baseline.eventId) return undefined;
  return percentChange(last.systolic, baseline.systolic);
}
