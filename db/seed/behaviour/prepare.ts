import { outsideHold } from '../../../shared/deciding/holding.ts';
import { BASELINE_CHECK, confirmationOf, missingBeforeStart } from '../../../shared/deciding/readiness.ts';
import { orderOf } from '../../../shared/dosing/delivered.ts';
import { entriesOf } from '../../../shared/session/entries.ts';
import { MINUTE_MS, toMs } from '../../../shared/units.ts';
import { bloodPressures, latestOf } from '../../../shared/vitals/latest.ts';
import { randomOf } from '../random.ts';
import { type Act, act, minutes, type Scene } from './act.ts';
import { observed } from './body.ts';
import { has, lastEntryMs, lastTypedMs } from './moments.ts';
import { leadNurse, physicianOf, secondNurse } from './people.ts';
import { reading } from './readings.ts';

/** Before the patient is here: the check-in, or the call that nobody will come. */
export function arrivalActs(scene: Scene): Act[] {
  const { session, course, protocol } = scene;
  const plannedMs = toMs(session.plannedStart);
  if (course.cancelled !== undefined) {
    const { beforeMin, reason } = course.cancelled;
    return [act(plannedMs - minutes(beforeMin), leadNurse(scene), 'cancel-session', { reason })];
  }
  const data = {
    identifiers: ['name' as const, 'date-of-birth' as const],
    weightKg: course.weightKg,
    ...(course.escort === undefined ? {} : { escort: course.escort }),
  };
  const moreMin = protocol.route === 'iv' ? 0 : -4;
  return [act(plannedMs - minutes(course.arrivesBeforeMin + moreMin), leadNurse(scene), 'check-in', data)];
}

/** From the check-in to the start: chair, checklist, order, baseline, second check, and the start when nothing is missing. */
export function preparingActs(scene: Scene): Act[] {
  return [...chairActs(scene), ...checklistActs(scene), ...orderActs(scene), ...baselineActs(scene), ...startActs(scene)];
}

function hereMs({ session }: Scene): number {
  return toMs(session.entries.find(({ type }) => type === 'checked-in')?.happenedAt ?? session.phaseSince);
}

function chairActs(scene: Scene): Act[] {
  const { session, freeChairId } = scene;
  if (session.chairId !== undefined || freeChairId === undefined) return [];
  return [act(hereMs(scene) + minutes(0.4), leadNurse(scene), 'assign-chair', { chairId: freeChairId })];
}

function checklistActs(scene: Scene): Act[] {
  const { session, protocol, patient, course } = scene;
  const answers = new Map(entriesOf(session, 'checklist-answered').map(({ data }) => [data.item, data.answer]));
  const acts: Act[] = [];
  const open = protocol.checklist.find(({ id }) => !answers.has(id));
  if (open !== undefined) {
    const seconds = randomOf(course.key, 'item', open.id).between(6, 17);
    const fails = open.id === course.failedItem;
    const answer = fails
      ? open.expected === 'yes'
        ? 'no'
        : 'yes'
      : open.id === 'pregnancy' && (patient.sex !== 'female' || patient.dateOfBirth < '1971')
        ? 'not-applicable'
        : open.expected;
    const asked = answer === 'no' ? undefined : open.asks?.[answer];
    const note = fails ? { note: FAILED_NOTE } : asked === undefined ? {} : { note: asked.quick[0] ?? asked.label };
    const dueMs = Math.max(hereMs(scene) + minutes(1), lastEntryMs(session) + seconds * 1000);
    acts.push(act(dueMs, leadNurse(scene), 'answer-checklist', { item: open.id, answer, ...note }));
  }
  const failed = protocol.checklist.find(({ id, expected }) => {
    const answer = answers.get(id);
    return answer !== undefined && answer !== expected && answer !== 'not-applicable';
  });
  if (failed !== undefined && !isOverridden(scene, failed.id)) {
    const dueMs = (lastTypedMs(session, 'checklist-answered') ?? hereMs(scene)) + minutes(2.2);
    acts.push(act(dueMs, physicianOf(scene), 'override-check', { item: failed.id, reason: OVERRIDE_REASON }));
  }
  return acts;
}

const FAILED_NOTE = 'Told the physician';
const OVERRIDE_REASON = 'Talked with the patient; nothing against today’s dose';

function isOverridden({ session }: Scene, item: string): boolean {
  return entriesOf(session, 'check-overridden').some(({ data }) => data.item === item);
}

function orderActs(scene: Scene): Act[] {
  const { session, protocol, plan, course } = scene;
  const lot = randomOf(course.key, 'order');
  if (!has(session, 'order-written')) {
    const doseMg = plan?.doseMg ?? (protocol.doseMgPerKg === undefined ? protocol.doseChoicesMg?.[0] : undefined);
    const order = {
      drug: protocol.drug,
      route: protocol.route,
      ...(doseMg === undefined ? { doseMgPerKg: plan?.doseMgPerKg ?? protocol.doseMgPerKg ?? 0.5 } : { doseMg }),
      concentrationMgPerMl: protocol.concentrationsMgPerMl[protocol.route === 'im' ? 1 : 0] ?? 1,
      durationMin: protocol.route === 'iv' ? course.durationMin : protocol.durationMin,
    };
    return [act(hereMs(scene) + minutes(lot.between(3, 6.5)), physicianOf(scene), 'write-order', order)];
  }
  if (confirmationOf(session) !== undefined) {
    // It has aged: once more, right before the start.
    const againMs = lastEntryMs(session) + minutes(0.6);
    const missing = missingBeforeStart(session, protocol, againMs, scene.results, scene.patient.allergies).map(({ id }) => id);
    return missing.join() === 'order-confirmed' ? [act(againMs, secondNurse(scene), 'confirm-order', {})] : [];
  }
  const writtenMs = lastTypedMs(session, 'order-written') ?? hereMs(scene);
  const dueMs = Math.max(writtenMs + minutes(lot.between(0.6, 2)), hereMs(scene) + minutes(5));
  return [act(dueMs, secondNurse(scene), 'confirm-order', {})];
}

/** A baseline that has to be held is taken again after five minutes; the third time the physician decides. */
function baselineActs(scene: Scene): Act[] {
  const { session, protocol, course, body } = scene;
  const readings = bloodPressures(session);
  const last = readings.at(-1);
  if (last === undefined) {
    const dueMs = hereMs(scene) + minutes(randomOf(course.key, 'baseline').between(5.5, 8.5));
    return [reading(scene, dueMs, 0)];
  }
  const acts: Act[] = [];
  if ((latestOf(session, 'moaas')?.at ?? '') < last.at)
    acts.push(act(toMs(last.at) + minutes(0.7), leadNurse(scene), 'record-observation', observed(body, 0)));
  if (isOverridden(scene, BASELINE_CHECK)) return acts;
  const isHeld = outsideHold(session, protocol) !== undefined;
  const afterMin = isHeld ? 5 : protocol.vitals.beforeWithinMin - 1.5;
  if (!isHeld || readings.length < 3) acts.push(reading(scene, toMs(last.at) + minutes(afterMin), readings.length));
  else if (randomOf(course.key, 'held').chance(0.6)) {
    const reason = 'Known hypertension, calm, feels well; watched closely';
    acts.push(act(toMs(last.at) + minutes(2.5), physicianOf(scene), 'override-check', { item: BASELINE_CHECK, reason }));
  } else {
    const reason = 'Vital signs above the hold limits; new date given';
    acts.push(act(toMs(last.at) + minutes(4), leadNurse(scene), 'cancel-session', { reason }));
  }
  return acts;
}

function startActs(scene: Scene): Act[] {
  const { session, protocol, course } = scene;
  const order = orderOf(session);
  const lot = randomOf(course.key, 'start');
  const dueMs = Math.max(toMs(session.plannedStart) - 6 * MINUTE_MS, lastEntryMs(session) + minutes(lot.between(0.6, 2.2)));
  if (order === undefined || missingBeforeStart(session, protocol, dueMs, scene.results, scene.patient.allergies).length > 0)
    return [];
  if (order.route === 'iv') return [act(dueMs, leadNurse(scene), 'start-infusion', { rateMlPerHour: order.rateMlPerHour })];
  return [act(dueMs, leadNurse(scene), 'give-dose', { route: order.route, doseMg: firstDoseMg(order) })];
}

/** Nasal devices hold 28 mg each; an injection is given whole. */
export function firstDoseMg({ route, doseMg }: { readonly route: string; readonly doseMg: number }): number {
  return route === 'nasal' ? Math.min(28, doseMg) : doseMg;
}
