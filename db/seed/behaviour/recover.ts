import { ESCORT_CRITERION } from '../../../shared/clinic/default-checklist.ts';
import { missingForDischarge } from '../../../shared/deciding/discharge.ts';
import { orderOf } from '../../../shared/dosing/delivered.ts';
import { DISCHARGE_SCALES } from '../../../shared/scores/discharge-scales.ts';
import { entriesOf } from '../../../shared/session/entries.ts';
import { MINUTE_MS, toMs } from '../../../shared/units.ts';
import { observationSince } from '../../../shared/vitals/due.ts';
import { latestOf } from '../../../shared/vitals/latest.ts';
import { randomOf } from '../random.ts';
import { type Act, act, minutes, type Scene } from './act.ts';
import { observed } from './body.ts';
import { eventActs } from './infuse.ts';
import { drugMs, lastEntryMs, minuteOf } from './moments.ts';
import { leadNurse, physicianOf } from './people.ts';
import { firstDoseMg } from './prepare.ts';
import { readingActs } from './readings.ts';

/** What is done from the end of the drug to going home: in the chair, then in a bay when one is free. */
export function recoveryActs(scene: Scene): Act[] {
  const { session, protocol } = scene;
  const startMs = drugMs(session);
  const since = observationSince(session, protocol);
  if (startMs === undefined || since === undefined) return [];
  const sinceMs = toMs(since);
  return [
    ...readingActs(scene),
    ...laterDoses(scene),
    ...moveActs(scene, startMs),
    ...eventActs(scene, startMs),
    ...scaleActs(scene, sinceMs),
    ...scoreActs(scene, sinceMs),
    ...criterionActs(scene, sinceMs),
    ...dischargeActs(scene, sinceMs),
  ];
}

/** Nasal devices, five minutes apart, until the ordered dose is given. */
function laterDoses(scene: Scene): Act[] {
  const { session } = scene;
  const order = orderOf(session);
  const doses = entriesOf(session, 'dose-given');
  const last = doses.at(-1);
  if (order === undefined || order.route !== 'nasal' || last === undefined) return [];
  const givenMg = doses.reduce((sum, { data }) => sum + data.doseMg, 0);
  if (givenMg >= order.doseMg) return [];
  const doseMg = Math.min(firstDoseMg(order), order.doseMg - givenMg);
  return [act(toMs(last.happenedAt) + minutes(5.2), leadNurse(scene), 'give-dose', { route: 'nasal', doseMg })];
}

function moveActs(scene: Scene, startMs: number): Act[] {
  const { session, freeBayId, course } = scene;
  if (session.phase !== 'infused' || freeBayId === undefined) return [];
  const ended = session.entries.find(({ type }) => type === 'infusion-ended');
  const lot = randomOf(course.key, 'move');
  const dueMs =
    ended === undefined ? startMs + minutes(lot.between(42, 48)) : toMs(ended.happenedAt) + minutes(lot.between(2.5, 7));
  return [act(dueMs, leadNurse(scene), 'move-to-recovery', { bayId: freeBayId })];
}

/** Twenty minutes in, just before the time is over, and then every ten minutes until all is as it must be, and before it is too old. */
function scaleActs(scene: Scene, sinceMs: number): Act[] {
  const { session, protocol, body, course } = scene;
  const done = entriesOf(session, 'observation-recorded').filter(
    ({ happenedAt, data }) => toMs(happenedAt) > sinceMs && data.dissociation !== undefined,
  );
  const requiredMin = protocol.recovery.requiredMin;
  const lot = randomOf(course.key, 'scale', done.length);
  const planned = [sinceMs + minutes(lot.between(17, 24)), sinceMs + minutes(requiredMin - lot.between(3, 7))][done.length];
  const last = done.at(-1);
  const isSettled =
    (latestOf(session, 'moaas')?.value ?? 0) === 5 &&
    (latestOf(session, 'dissociation')?.value ?? 4) <= 1 &&
    (latestOf(session, 'nausea')?.value ?? 0) <= 1 &&
    (latestOf(session, 'pain')?.value ?? 0) <= 3;
  const againMin = isSettled ? protocol.recovery.evidenceWithinMin - 3 : 10;
  const again = last === undefined ? undefined : toMs(last.happenedAt) + minutes(againMin);
  const dueMs = planned ?? again;
  if (dueMs === undefined) return [];
  return [act(dueMs, leadNurse(scene), 'record-observation', observed(body, minuteOf(session, dueMs)))];
}

function scoreActs(scene: Scene, sinceMs: number): Act[] {
  const { session, protocol, course } = scene;
  const { scale, minScore, requiredMin, evidenceWithinMin } = protocol.recovery;
  const scores = entriesOf(session, 'discharge-scored');
  const last = scores.at(-1);
  const isGood = last !== undefined && last.data.total >= minScore;
  const isLow = course.lowFirstScore && scores.length === 0;
  const lot = randomOf(course.key, 'score', scores.length);
  const pain = latestOf(session, 'pain')?.value ?? 0;
  const items = Object.fromEntries(DISCHARGE_SCALES[scale].items.map(({ id }) => [id, 2]));
  if (isLow || lot.chance(0.2)) items.activity = 1;
  if (isLow) Object.assign(items, scale === 'padss' ? { nausea: 1 } : { consciousness: 1 });
  if (scale === 'padss' && pain > 3 && !isLow) items.pain = items.activity === 1 ? 2 : 1;
  const dueMs =
    last === undefined
      ? sinceMs + minutes(requiredMin - lot.between(0.5, 3))
      : toMs(last.happenedAt) + minutes(isGood ? evidenceWithinMin - 2 : lot.between(8, 12));
  return [act(dueMs, leadNurse(scene), 'score-discharge', { scale, items })];
}

function criterionActs(scene: Scene, sinceMs: number): Act[] {
  const { session, protocol, course } = scene;
  const answers = new Map(entriesOf(session, 'criterion-answered').map(({ data }) => [data.criterion, data.met]));
  const fromMs = sinceMs + minutes(protocol.recovery.requiredMin - 5);
  const asked = protocol.criteria.filter(({ result }) => result === undefined);
  const next = asked.findIndex(({ id }) => !answers.has(id));
  const acts: Act[] = [];
  const criterion = asked[next]?.id;
  if (criterion !== undefined) {
    const met = !(criterion === 'escort-here' && course.escortLateMin > 0);
    const note = met ? {} : { note: 'On the way' };
    acts.push(
      act(fromMs + next * minutes(0.4), leadNurse(scene), 'answer-criterion', {
        criterion,
        met,
        ...note,
        ...(met ? escortOf(scene, criterion) : {}),
      }),
    );
  }
  const unmet = protocol.criteria.find(({ id }) => answers.get(id) === false)?.id;
  if (unmet !== undefined)
    acts.push(
      act(fromMs + minutes(course.escortLateMin), leadNurse(scene), 'answer-criterion', {
        criterion: unmet,
        met: true,
        ...escortOf(scene, unmet),
      }),
    );
  return acts;
}

/** As soon as nothing is missing; after half an hour more a physician decides. */
function dischargeActs(scene: Scene, sinceMs: number): Act[] {
  const { session, protocol, course } = scene;
  const readyMs = sinceMs + minutes(protocol.recovery.requiredMin + course.dischargeLagMin);
  const lastMs = lastEntryMs(session);
  // Something else comes first; what is missing is not worth working out yet.
  if (lastMs < readyMs - 30 * MINUTE_MS) return [];
  const dueMs = Math.max(readyMs, lastMs + 0.6 * MINUTE_MS);
  const escort = course.escort === undefined ? {} : { escort: course.escort };
  if (missingForDischarge(session, protocol, dueMs, scene.results).length === 0)
    return [act(dueMs, leadNurse(scene), 'discharge', escort)];
  const override = { reason: 'Seen by the physician, feels as before, escort stays with the patient' };
  const lateMs = Math.max(sinceMs + minutes(protocol.recovery.requiredMin + 32), dueMs);
  return [act(lateMs, physicianOf(scene), 'discharge', { ...escort, override })];
}

/** Who takes the patient home: the one who was named, or somebody else of theirs. */
function escortOf({ session }: Scene, criterion: string) {
  if (criterion !== ESCORT_CRITERION) return {};
  const named = entriesOf(session, 'checked-in').at(-1)?.data.escort?.name ?? 'A. Neighbour';
  return { escort: { name: named, relation: 'family', identity: 'document-seen' as const } };
}
