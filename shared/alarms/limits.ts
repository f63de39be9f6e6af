import type { Protocol } from '../clinic/protocol.ts';
import type { AlarmPriority, AlarmSign } from '../session/events.ts';
import type { SessionState } from '../session/state.ts';
import { baselineOf, bloodPressures, latestOf, latestScaleOf, type Measured } from '../vitals/latest.ts';
import { crossed, type WantedAlarm } from './wanted.ts';

type LimitName = keyof Protocol['limits'];

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
  const changed = baseline !== undefined && baseline.eventId !== last.eventId;
  const found = [
    outside('bloodPressure', 'systolic', last.systolic, last.eventId, protocol),
    outside('bloodPressure', 'diastolic', last.diastolic, last.eventId, protocol),
    changed
      ? outside(
          'bloodPressure',
          'systolicChangePercent',
          Math.round(((last.systolic - baseline.systolic) / baseline.systolic) * 1000) / 10,
          last.eventId,
          protocol,
        )
      : undefined,
  ].filter((alarm) => alarm !== undefined);
  return found.find(({ priority }) => priority === 'high') ?? found[0];
}

function fromMeasured(sign: AlarmSign & LimitName, measured: Measured | undefined, protocol: Protocol): WantedAlarm | undefined {
  return measured === undefined ? undefined : outside(sign, sign, measured.value, measured.eventId, protocol);
}

function outside(sign: AlarmSign, of: LimitName, value: number, eventId: string, protocol: Protocol): WantedAlarm | undefined {
  const limits = protocol.limits[of];
  const at = (priority: AlarmPriority, limit: number): WantedAlarm => ({
    key: `limit/${sign}`,
    kind: 'limit',
    sign,
    of,
    priority,
    value,
    limit,
    causeEventId: eventId,
    occasion: eventId,
  });
  const high = crossed(value, limits.high);
  if (high !== undefined) return at('high', high);
  const medium = crossed(value, limits.medium);
  return medium === undefined ? undefined : at('medium', medium);
}
