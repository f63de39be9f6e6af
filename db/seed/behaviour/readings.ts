import { activeAlarms } from '../../../shared/session/evolve-alarms.ts';
import { MINUTE_MS, toMs } from '../../../shared/units.ts';
import { type VitalsSchedule, vitalsSchedule } from '../../../shared/vitals/due.ts';
import { latestOf } from '../../../shared/vitals/latest.ts';
import { randomOf } from '../random.ts';
import { type Act, act, minutes, type Scene } from './act.ts';
import { measured, observed } from './body.ts';
import { minuteOf, sinceDrug } from './moments.ts';
import { leadNurse } from './people.ts';

const SIGNS_OF_READINGS = ['bloodPressure', 'heartRate', 'spo2', 'respiratoryRate', 'temperatureC', 'etco2'];

/** The next reading by the clock: mostly a little before or after it is due, now and then too late, sooner after an alarm. */
export function readingActs(scene: Scene): Act[] {
  const { session, protocol } = scene;
  const schedule = vitalsSchedule(session, protocol);
  if (schedule === undefined) return [];
  return [...nextReading(scene, schedule), ...sedationActs(scene)];
}

/** How awake the patient is, right after each reading that came without it. */
function sedationActs(scene: Scene): Act[] {
  const { session, body } = scene;
  const last = sinceDrug(session, 'vitals-recorded').at(-1);
  const seen = latestOf(session, 'moaas');
  if (last === undefined || (seen !== undefined && seen.at >= last.happenedAt)) return [];
  const atMs = toMs(last.happenedAt) + minutes(0.4);
  const { moaas } = observed(body, minuteOf(session, atMs));
  return [act(atMs, leadNurse(scene), 'record-observation', { moaas })];
}

function nextReading(scene: Scene, schedule: VitalsSchedule): Act[] {
  const { session, course } = scene;
  const lot = randomOf(course.key, 'due', schedule.from);
  const number = sinceDrug(session, 'vitals-recorded').length;
  const isLate = lot.chance(0.065);
  const jitterMin = isLate ? schedule.graceMin + lot.between(0.6, 6) : Math.max(-2, Math.min(1.7, lot.normal(-0.2, 0.7)));
  const takenMs = Math.min(toMs(schedule.dueAt) + minutes(jitterMin), recheckMs(scene) ?? Number.POSITIVE_INFINITY);
  if (number === course.typedLateReading && !isLate)
    return [{ ...reading(scene, takenMs, number), dueMs: takenMs + minutes(lot.between(4, 8)), happenedMs: takenMs }];
  return [reading(scene, takenMs, number)];
}

/** A reading of everything there is at one moment. */
export function reading(scene: Scene, atMs: number, number: number): Act {
  const { session, body, course } = scene;
  const vitals = measured(body, minuteOf(session, atMs), atMs);
  const lot = randomOf(course.key, 'reading', number, session.phase);
  if (minuteOf(session, atMs) > 0 && number === course.mistypedReading) {
    const typed = lot.chance(0.5)
      ? { systolic: Math.min(250, vitals.systolic + 20) }
      : { heartRate: Math.max(40, vitals.heartRate + 10) };
    return act(atMs, leadNurse(scene), 'record-vitals', { ...vitals, ...typed });
  }
  const { respiratoryRate: _, ...withoutBreaths } = vitals;
  const isIncomplete = minuteOf(session, atMs) > 0 && lot.chance(0.02);
  return act(atMs, leadNurse(scene), 'record-vitals', isIncomplete ? withoutBreaths : vitals);
}

/** When a sign is outside its limits nobody waits for the clock: measured again after some minutes. */
function recheckMs({ session, course }: Scene): number | undefined {
  const alarm = activeAlarms(session).find(({ sign }) => sign !== undefined && SIGNS_OF_READINGS.includes(sign));
  if (alarm === undefined) return undefined;
  const last = sinceDrug(session, 'vitals-recorded').at(-1);
  const wait = randomOf(course.key, 'recheck', alarm.alarmId, last?.eventId ?? '').between(3.5, 6);
  return toMs(last?.happenedAt ?? alarm.raisedAt) + wait * MINUTE_MS;
}
