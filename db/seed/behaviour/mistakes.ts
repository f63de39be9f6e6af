import { entriesOf } from '../../../shared/session/entries.ts';
import { toMs } from '../../../shared/units.ts';
import { randomOf } from '../random.ts';
import { type Act, act, minutes, type Scene } from './act.ts';
import { measured } from './body.ts';
import { minuteOf, sinceDrug } from './moments.ts';

/** What was mistyped is corrected by whoever typed it; what belongs elsewhere is struck. */
export function mistakeActs(scene: Scene): Act[] {
  return [...corrections(scene), ...strikes(scene)];
}

function corrections({ session, course, body }: Scene): Act[] {
  if (course.mistypedReading === undefined) return [];
  const entry = sinceDrug(session, 'vitals-recorded')[course.mistypedReading];
  if (entry === undefined || entry.corrections.length > 0) return [];
  const atMs = toMs(entry.happenedAt);
  const { systolic, heartRate } = measured(body, minuteOf(session, atMs), atMs);
  // Somebody at the tablet may have typed this one: only our own slip is known to be one.
  const isOurs =
    (entry.data.systolic === systolic + 20 && entry.data.heartRate === heartRate) ||
    (entry.data.systolic === systolic && entry.data.heartRate === heartRate + 10);
  if (!isOurs) return [];
  const wait = randomOf(course.key, 'correct').between(1.5, 9);
  const data = { ...entry.data, systolic, heartRate };
  return [
    act(toMs(entry.recordedAt) + minutes(wait), entry.actor.id, 'correct-entry', {
      eventId: entry.eventId,
      data,
      reason: 'Mistyped',
    }),
  ];
}

const ELSEWHERE = 'Itching';

function strikes({ session, course }: Scene): Act[] {
  const wrong = entriesOf(session, 'symptom-recorded').find(({ data }) => data.kind === ELSEWHERE);
  if (wrong === undefined || course.struckEntryAtMin === undefined) return [];
  const reason = 'Belongs to the visit in the next chair';
  return [act(toMs(wrong.recordedAt) + minutes(2.4), wrong.actor.id, 'strike-entry', { eventId: wrong.eventId, reason })];
}

/** An entry that was meant for another visit. */
export function misplacedEntry(scene: Scene, startMs: number, by: string): Act[] {
  const { session, course } = scene;
  const isDone = session.entries.some((entry) => entry.type === 'symptom-recorded' && entry.data.kind === ELSEWHERE);
  if (course.struckEntryAtMin === undefined || isDone) return [];
  return [act(startMs + minutes(course.struckEntryAtMin), by, 'record-symptom', { kind: ELSEWHERE, severity: 1 })];
}
