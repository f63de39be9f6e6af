import type { Protocol } from '../clinic/protocol.ts';
import { entriesOf } from '../session/entries.ts';
import { SCALES, SIGNS } from '../session/signs.ts';
import type { SessionState } from '../session/state.ts';
import { MINUTE_MS, toMs } from '../units.ts';
import { beyond } from '../vitals/assess.ts';
import { percentChange } from '../vitals/change.ts';
import { observationSince } from '../vitals/due.ts';
import { baselineOf, bloodPressures, latestOf, latestScaleOf } from '../vitals/latest.ts';

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
  for (const sign of ['systolic', 'diastolic', 'heartRate', 'spo2', 'respiratoryRate', 'temperatureC', 'etco2'] as const) {
    const bounds = protocol.limits[sign].discharge;
    if (bounds === undefined) continue;
    const value = latestOf(session, sign)?.value;
    if (value === undefined) return `${SIGNS[sign].label} not measured`;
    if (beyond(value, bounds) !== undefined) return `${SIGNS[sign].label} ${value} ${SIGNS[sign].unit}`;
  }
  const saturation = entriesOf(session, 'vitals-recorded').findLast(({ data }) => data.spo2 !== undefined);
  if (saturation?.data.onOxygen === true) return 'SpO₂ measured on oxygen';
  const change = systolicChangePercent(session);
  const changeBounds = protocol.limits.systolicChangePercent.discharge;
  if (change !== undefined && changeBounds !== undefined && beyond(change, changeBounds) !== undefined)
    return `systolic ${Math.round(change)} % from baseline`;
  for (const scale of ['moaas', 'dissociation', 'nausea', 'pain'] as const) {
    const bounds = protocol.limits[scale].discharge;
    if (bounds === undefined) continue;
    const value = latestScaleOf(session, scale)?.value;
    // Alertness and dissociation are what the drug does: unknown is not good enough. Nausea and pain are asked where they were felt.
    if (value === undefined && (scale === 'moaas' || scale === 'dissociation')) return `${SCALES[scale].label} not observed`;
    if (value !== undefined && beyond(value, bounds) !== undefined) return `${SCALES[scale].label} ${value}`;
  }
  return undefined;
}

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
