import { missingForResume } from '../../../shared/deciding/resuming.ts';
import { orderOf, projectedEndMs } from '../../../shared/dosing/delivered.ts';
import { entriesOf } from '../../../shared/session/entries.ts';
import { toMs } from '../../../shared/units.ts';
import { bloodPressures } from '../../../shared/vitals/latest.ts';
import { randomOf } from '../random.ts';
import { type Act, act, minutes, type Scene } from './act.ts';
import { nauseaAt, observed } from './body.ts';
import { misplacedEntry } from './mistakes.ts';
import { drugMs, has, lastEntryMs, lastTypedMs, minuteOf, sinceDrug } from './moments.ts';
import { leadNurse, secondNurse } from './people.ts';
import { reading, readingActs } from './readings.ts';

/** What is done while the drug flows, and while it is paused. */
export function infusingActs(scene: Scene): Act[] {
  const startMs = drugMs(scene.session);
  if (startMs === undefined) return [];
  return [
    ...readingActs(scene),
    ...observationActs(scene, startMs),
    ...eventActs(scene, startMs),
    ...(scene.session.phase === 'paused' ? pausedActs(scene) : flowActs(scene, startMs)),
  ];
}

/** Scales half way and at the peak, and again where one was outside its limit. CADSS-6 belongs to the one at the peak. */
function observationActs(scene: Scene, startMs: number): Act[] {
  const { session, body, course } = scene;
  const done = sinceDrug(session, 'observation-recorded').filter(({ data }) => data.dissociation !== undefined);
  const lot = randomOf(course.key, 'observation', done.length);
  const planned = [startMs + minutes(19 + lot.between(0, 3)), startMs + minutes(37 + lot.between(0, 2.5))][done.length];
  const last = done.at(-1);
  const outside = last !== undefined && ((last.data.dissociation ?? 0) >= 3 || (last.data.moaas ?? 5) <= 3);
  const dueMs = planned ?? (outside ? toMs(last.happenedAt) + minutes(8) : undefined);
  if (dueMs === undefined) return [];
  const data = observed(body, minuteOf(session, dueMs));
  const cadss6 = done.length === 1 && lot.chance(0.35) ? { cadss6: cadss(body.dissociation, course.key) } : {};
  return [act(dueMs, leadNurse(scene), 'record-observation', { ...data, ...cadss6 })];
}

function cadss(dissociation: number, key: string): number[] {
  const lot = randomOf(key, 'cadss');
  return Array.from({ length: 6 }, () => Math.max(0, Math.min(4, dissociation + lot.int(-1, 1))));
}

/** Complaints, medicines, notes, calls: each once. Also used after the drug has ended. */
export function eventActs(scene: Scene, startMs: number): Act[] {
  const { session, body, course } = scene;
  const nurse = leadNurse(scene);
  const said = new Set(entriesOf(session, 'symptom-recorded').map(({ data }) => data.kind));
  const acts = course.symptoms
    .filter(({ kind }) => !said.has(kind))
    .map(({ kind, severity, atMin, action }) =>
      act(startMs + minutes(atMin), nurse, 'record-symptom', { kind, severity, ...(action === undefined ? {} : { action }) }),
    );
  if (body.nausea.peak > 0) acts.push(...nauseaActs(scene, startMs));
  if (course.note !== undefined && !has(session, 'note-added'))
    acts.push(act(startMs + minutes(course.note.atMin), nurse, 'add-note', { text: course.note.text }));
  if (course.call !== undefined && !has(session, 'physician-called'))
    acts.push(act(startMs + minutes(course.call.atMin), nurse, 'call-physician', { reason: course.call.reason }));
  if (course.handOver && !has(session, 'handed-over'))
    acts.push(act(startMs + minutes(22), nurse, 'hand-over', { nurseId: secondNurse(scene) }));
  return [...acts, ...misplacedEntry(scene, startMs, nurse)];
}

function nauseaActs(scene: Scene, startMs: number): Act[] {
  const { session, body } = scene;
  const complaint = entriesOf(session, 'symptom-recorded').find(({ data }) => data.kind === 'Nausea');
  if (complaint === undefined) {
    const atMs = startMs + minutes(body.nausea.fromMin + 0.3);
    const severity = nauseaAt(body, body.nausea.fromMin + 0.3);
    return [act(atMs, leadNurse(scene), 'record-symptom', { kind: 'Nausea', severity })];
  }
  if (complaint.data.severity < 2 || has(session, 'medication-given')) return [];
  const medicine = { drug: 'Ondansetron', dose: 4, unit: 'mg' as const, route: 'iv' as const, reason: 'Nausea' };
  return [act(toMs(complaint.happenedAt) + minutes(1.8), leadNurse(scene), 'give-medication', medicine)];
}

function flowActs(scene: Scene, startMs: number): Act[] {
  const { session, course } = scene;
  const nurse = leadNurse(scene);
  const endMs = projectedEndMs(session);
  const acts: Act[] = [];
  if (endMs !== undefined)
    acts.push(act(endMs + minutes(course.endLagMin), nurse, 'end-infusion', { outcome: 'completed', ...onPump(session) }));
  if (course.stop !== undefined)
    acts.push(
      act(startMs + minutes(course.stop.atMin), nurse, 'end-infusion', { outcome: 'stopped-early', reason: course.stop.reason }),
    );
  if (course.abort !== undefined)
    acts.push(act(startMs + minutes(course.abort.atMin), nurse, 'abort-session', { reason: course.abort.reason }));
  const wasPaused = has(session, 'infusion-paused');
  if (course.pause !== undefined && !wasPaused)
    acts.push(act(startMs + minutes(course.pause.atMin), nurse, 'pause-infusion', { reason: course.pause.reason }));
  const pressure = bloodPressures(session).at(-1);
  if (pressure !== undefined && pressure.systolic > 165 && !wasPaused)
    acts.push(
      act(toMs(pressure.at) + minutes(1.2), nurse, 'pause-infusion', {
        reason: 'Blood pressure above the limit, physician told',
      }),
    );
  const rate = orderOf(session)?.rateMlPerHour;
  if (course.rateChange !== undefined && rate !== undefined && !has(session, 'rate-changed')) {
    const { atMin, factor, reason } = course.rateChange;
    const rateMlPerHour = Math.round(rate * factor * 10) / 10;
    acts.push(act(startMs + minutes(atMin), nurse, 'change-rate', { rateMlPerHour, reason }));
  }
  return acts;
}

/** The pump stops by itself when the bag is empty: by then it gave what was ordered. */
function onPump(session: Scene['session']): { volumeMl?: number } {
  const volumeMl = orderOf(session)?.volumeMl;
  return volumeMl === undefined ? {} : { volumeMl };
}

/** Measured every four minutes until nothing stands against going on; the fourth time the infusion is ended. */
function pausedActs(scene: Scene): Act[] {
  const { session, protocol, course } = scene;
  const pausedMs = lastTypedMs(session, 'infusion-paused') ?? toMs(session.phaseSince);
  const lastMs = lastEntryMs(session);
  const dueMs = Math.max(pausedMs + minutes(course.pause?.forMin ?? 5), lastMs + minutes(0.5));
  if (missingForResume(session, protocol, dueMs).length === 0) return [act(dueMs, leadNurse(scene), 'resume-infusion', {})];
  const since = bloodPressures(session).filter(({ at }) => at > session.phaseSince);
  if (since.length > 2) {
    const reason = 'Blood pressure did not come down';
    return [act(lastMs + minutes(1), leadNurse(scene), 'end-infusion', { outcome: 'stopped-early', reason })];
  }
  const fromMs = Math.max(pausedMs, since.at(-1)?.atMs ?? 0);
  return [reading(scene, fromMs + minutes(4), sinceDrug(session, 'vitals-recorded').length)];
}
