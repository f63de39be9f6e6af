import { activeAlarms } from '../../../shared/session/evolve-alarms.ts';
import { openCall } from '../../../shared/session/open-call.ts';
import type { Alarm } from '../../../shared/session/state.ts';
import { toMs } from '../../../shared/units.ts';
import { randomOf } from '../random.ts';
import { type Act, act, type Scene } from './act.ts';
import { leadNurse, physicianOf } from './people.ts';

/** Somebody takes each alarm, mostly within 10 to 90 s; low ones often end by themselves. A call is answered by the physician. */
export function alarmActs(scene: Scene): Act[] {
  const { session, course } = scene;
  const acts: Act[] = [];
  const call = openCall(session);
  if (call !== undefined) {
    const seconds = randomOf(course.key, 'answer', call.eventId).between(25, 130);
    acts.push(act(toMs(call.happenedAt) + seconds * 1000, physicianOf(scene), 'answer-call', {}));
  }
  for (const alarm of activeAlarms(session)) {
    if (alarm.acknowledged !== undefined || alarm.kind === 'call') continue;
    const lot = randomOf(course.key, 'alarm', alarm.kind, alarm.sign ?? '', alarm.activeSince);
    if (alarm.priority === 'low' && lot.chance(0.5)) continue;
    const seconds = lot.chance(0.05) ? lot.between(95, 210) : 10 + 80 * lot.next() ** 2;
    const by = lot.chance(0.2) ? physicianOf(scene) : leadNurse(scene);
    const reason = reasonFor(alarm, lot.chance(0.35));
    acts.push(
      act(toMs(alarm.activeSince) + Math.round(seconds * 1000), by, 'acknowledge-alarm', {
        alarmId: alarm.alarmId,
        position: alarm.position,
        ...(reason === undefined ? {} : { reason }),
      }),
    );
  }
  return acts;
}

function reasonFor({ kind, sign }: Alarm, says: boolean): string | undefined {
  if (!says) return undefined;
  if (kind === 'vitals-overdue' || kind === 'no-recovery-reading') return 'On my way';
  if (kind === 'past-planned-end') return 'Pump being stopped';
  if (kind === 'pause-too-long') return 'Patient still needs a break';
  if (sign === 'spo2') return 'Probe moved, deep breaths';
  return sign === 'bloodPressure' ? 'Measured again in five minutes' : 'At the chair';
}
