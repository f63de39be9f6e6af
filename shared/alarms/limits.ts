import type { Protocol } from '../clinic/protocol.ts';
import type { AlarmSign } from '../session/alarm-kinds.ts';
import type { SessionState } from '../session/state.ts';
import { assess, type LimitName } from '../vitals/assess.ts';
import { percentChange } from '../vitals/change.ts';
import { baselineOf, bloodPressures, latestOf, latestScaleOf, type Measured } from '../vitals/latest.ts';
import type { WantedAlarm } from './wanted-alarm.ts';

/**
 * Alarms of values outside the clinical limits: one per sign, from its newest measurement. Both numbers of a blood
 * pressure and the change from the baseline are one alarm, the worst of them. Missing values raise nothing here.
 */
export function limitAlarms(session: SessionState, protocol: Protocol): WantedAlarm[] {
  const alarms = [pressureAlarm(session, protocol)];
  for (const sign of ['heartRate', 'spo2', 'respiratoryRate', 'temperatureC', 'etco2'] as const)
    alarms.push(fromMeasured(sign, latestOf(session, sign), protocol));
  for (const scale of ['moaas', 'dissociation', 'nausea', 'pain'] as const)
    alarms.push(fromMeasured(scale, latestScaleOf(session, scale), protocol));
  return alarms.filter((alarm) => alarm !== undefined);
}

function pressureAlarm(session: SessionState, protocol: Protocol): WantedAlarm | undefined {
  const last = bloodPressures(session).at(-1);
  if (last === undefined) return undefined;
  const baseline = baselineOf(session);
  const change =
    baseline === undefined || baseline.eventId === last.eventId ? undefined : percentChange(last.systolic, baseline.systolic);
  const found = [
    outside('bloodPressure', 'systolic', last.systolic, last.eventId, protocol),
    outside('bloodPressure', 'diastolic', last.diastolic, last.eventId, protocol),
    outside('bloodPressure', 'systolicChangePercent', change, last.eventId, protocol),
  ].filter((alarm) => alarm !== undefined);
  return found.find(({ priority }) => priority === 'high') ?? found[0];
}

function fromMeasured(sign: AlarmSign & LimitName, measured: Measured | undefined, protocol: Protocol): WantedAlarm | undefined {
  return measured === undefined ? undefined : outside(sign, sign, measured.value, measured.eventId, protocol);
}

function outside(
  sign: AlarmSign,
  of: LimitName,
  value: number | undefined,
  eventId: string,
  protocol: Protocol,
): WantedAlarm | undefined {
  const found = assess(of, value, protocol.limits);
  if (value === undefined || typeof found === 'string') return undefined;
  const { priority, limit } = found;
  // Percent is shown with one decimal; whole numbers stay whole.
  const shown = Math.round(value * 10) / 10;
  return {
    key: `limit/${sign}`,
    kind: 'limit',
    sign,
    of,
    priority,
    value: shown,
    limit,
    causeEventId: eventId,
    occasion: eventId,
  };
}
