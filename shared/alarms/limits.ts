import type { LimitName } from '../clinic/limit-names.ts';
import type { Protocol } from '../clinic/protocol.ts';
import {
  type AlarmSign,
  LIMITED_SCALES,
  LIMITED_SIGNS,
  type LimitedScale,
  type LimitedSign,
  limitedRow,
} from '../session/alarm-sign.ts';
import type { SessionState } from '../session/state.ts';
import { assess } from '../vitals/assess.ts';
import { percentChange } from '../vitals/change.ts';
import { baselineOf, bloodPressures, latestOf } from '../vitals/latest.ts';
import type { WantedAlarm } from './wanted-alarm.ts';

/**
 * Alarms of values outside the clinical limits: one per sign, from its newest measurement. Both numbers of a blood
 * pressure and the change from the baseline are one alarm, the worst of them. Missing values raise nothing here.
 */
export function limitAlarms(session: SessionState, protocol: Protocol): WantedAlarm[] {
  const alarms = [...LIMITED_SIGNS, ...LIMITED_SCALES]
    .filter((name) => limitedRow(name).limits.alarms && limitedRow(name).pair === undefined)
    .map((name) => alarmOf(name as Single, session, protocol));
  return [pressureAlarm(session, protocol), ...alarms].filter((alarm) => alarm !== undefined);
}

/** What is an alarm of its own. */
type Single = (LimitedSign | LimitedScale) & AlarmSign;

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

function alarmOf(name: Single, session: SessionState, protocol: Protocol): WantedAlarm | undefined {
  const last = latestOf(session, name);
  return last === undefined ? undefined : outside(name, name, last.value, last.eventId, protocol);
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
