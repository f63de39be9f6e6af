import { reconcileAlarms } from '../../shared/alarms/reconcile.ts';
import { dayAt } from '../../shared/clinic/calendar-day.ts';
import type { Outcome, Plan, Staff } from '../../shared/clinic/records.ts';
import { protocolOf } from '../../shared/clinic/state.ts';
import { canonicalJson } from '../../shared/log/canonical-json.ts';
import type { Actor } from '../../shared/log/roles.ts';
import { isOver } from '../../shared/session/occupancy.ts';
import type { SessionState } from '../../shared/session/state.ts';
import { type Id, type Instant, toInstant, toMs } from '../../shared/units.ts';
import type { Act } from './behaviour/act.ts';
import { type Body, bodyOf } from './behaviour/body.ts';
import { courseOf } from './behaviour/course.ts';
import { has } from './behaviour/moments.ts';
import { nextAct } from './behaviour/next-act.ts';
import { sceneOf, teamOf } from './behaviour/ward.ts';
import { timeOn, weekdaysBefore } from './clinic-time.ts';
import { outcomeAfter, RECHECK } from './outcomes.ts';
import { randomOf } from './random.ts';
import { actorOf, setUpDemoClinic } from './reference.ts';
import { SeedLog, type SeedWrite } from './seed-log.ts';
import { DEMO_PASSWORD } from './staff.ts';
import { TimeQueue } from './time-queue.ts';
import { type PlannedVisit, pastVisits, todaysVisits } from './timetable.ts';

/** Three months of past visits. */
const WEEKS = 13;

export interface DemoOptions {
  readonly seed: number;
  readonly now: Instant;
  /** IANA name: past visits are on weekdays between 8 and 17 of this clock. */
  readonly timeZone: string;
  /** Of past visits; three months unless said. */
  readonly weeks?: number;
}

/** What takes a chair or a bay. */
const PLACED: readonly Act['said']['type'][] = ['assign-chair', 'move-to-recovery'];
/** What no alarm depends on: the watch need not look after it. */
const QUIET: readonly Act['said']['type'][] = [
  'check-in',
  'assign-chair',
  'hand-over',
  'answer-checklist',
  'write-order',
  'confirm-order',
  'record-symptom',
  'add-note',
  'score-discharge',
  'answer-criterion',
  'sign-record',
];
/** Signs as the server's own watch does. */
const WATCH: Actor = { id: 'system', role: 'system' };

export interface DemoHistory {
  /** In the order of the log; times rise. */
  readonly writes: readonly SeedWrite[];
  readonly staff: readonly Staff[];
}

type Todo =
  | { readonly kind: 'schedule'; readonly visit: PlannedVisit }
  | { readonly kind: 'act'; readonly sessionId: Id; readonly act: Act }
  | { readonly kind: 'watch' | 'ask-outcome' | 're-check'; readonly sessionId: Id }
  | { readonly kind: 'finish-plan'; readonly plan: Plan };

/**
 * The log of the demo clinic up to `now`: three months of visits on weekdays, and a day that is running at this moment. Staff
 * behave as `behaviour/` says, the watch as the server's does, and everything goes through the same decisions as a real tap;
 * a refusal throws. Pure: the same seed, now and time zone give the same writes.
 */
export function generateDemo(options: DemoOptions): DemoHistory {
  const { seed, timeZone, weeks = WEEKS } = options;
  const nowMs = toMs(options.now);
  const lot = randomOf(seed, 'clinic');
  const log = new SeedLog(randomOf(seed, 'ids'));
  const today = dayAt(nowMs, timeZone);
  const weekdays = weekdaysBefore(today, weeks);
  const setUpMs = timeOn(weekdays[0] ?? today, 7, timeZone);
  const { staff, series, chairIds } = setUpDemoClinic(log, lot, {
    atMs: setUpMs,
    timeZone,
    weekdays,
    year: Number(today.slice(0, 4)),
  });
  const manager = actorOf(staff, 'manager');
  const physician = actorOf(staff, 'physician');
  const roles = new Map(staff.map(({ id, role }) => [id, role]));
  const team = teamOf(log.clinic);
  const queue = new TimeQueue<Todo>();
  const planned = pastVisits(lot, series, weekdays, chairIds, timeZone);
  const lately = new Set(weekdays.slice(-1));
  const due = series.filter(({ plan, days }) => plan.state === 'active' && !days.some((day) => lately.has(day)));
  planned.push(
    ...todaysVisits(
      lot,
      due.map(({ plan }) => plan),
      chairIds,
      nowMs,
    ),
  );
  for (const visit of planned) queue.put(visit.saidMs, { kind: 'schedule', visit });
  for (const { plan, days } of series)
    if (plan.state === 'finished') queue.put(timeOn(days.at(-1) ?? today, 17.5, timeZone), { kind: 'finish-plan', plan });

  /** How a visit goes is in its id: one that has to go some way gets an id under which it does. */
  function idFor({ plan, must }: PlannedVisit, atMs: number): Id {
    const patient = log.clinic.patients.get(plan.patientId);
    for (let tries = 0; ; tries++) {
      const id = log.id(atMs);
      const { cancelled, abort, stop } = courseOf(seed, id, '', 0);
      const takesPlace = (cancelled ?? abort ?? stop) === undefined;
      if (must === undefined || patient === undefined || tries > 2_000) return id;
      if (must === 'take-place' ? takesPlace : takesPlace && isPressing(bodyOf(seed, id, patient))) return id;
    }
  }

  /** What staff do next in a visit, as of its last entry. */
  const acts = new Map<Id, Act>();
  /** When the watch looks at a visit next. Whatever else is in the queue is stale. */
  const watches = new Map<Id, number>();

  /** Lets the watch look where the entry may change an alarm, then works out what staff do next. */
  function settle(sessionId: Id, atMs: number, said?: Act['said']['type']): void {
    if (said === undefined || !QUIET.includes(said)) watch(sessionId, atMs);
    const act = workOutAct(sessionId);
    if (act !== undefined) {
      const planned = { ...act, dueMs: Math.max(atMs, act.dueMs) };
      acts.set(sessionId, planned);
      queue.put(planned.dueMs, { kind: 'act', sessionId, act: planned });
    } else {
      acts.delete(sessionId);
      if (isOver(log.sessions.get(sessionId)?.phase ?? 'scheduled')) log.forget(sessionId);
    }
  }

  function workOutAct(sessionId: Id): Act | undefined {
    const session = log.sessions.get(sessionId);
    const scene = session === undefined ? undefined : sceneOf(seed, log.clinic, team, log.sessions, session);
    return scene === undefined ? undefined : nextAct(scene, DEMO_PASSWORD);
  }

  function watch(sessionId: Id, atMs: number): void {
    for (;;) {
      const session = log.sessions.get(sessionId);
      const protocol = session === undefined ? undefined : protocolOf(log.clinic, session.protocolId, session.protocolVersion);
      if (session === undefined || protocol === undefined) return;
      const { events, nextAtMs } = reconcileAlarms(session, protocol, atMs, (name) => randomOf(seed, name).id(atMs));
      for (const { commandName, event } of events) log.announce(WATCH, atMs, commandName, event);
      if (events.length > 0) continue;
      if (nextAtMs !== undefined && watches.get(sessionId) !== Math.ceil(nextAtMs)) {
        watches.set(sessionId, Math.ceil(nextAtMs));
        queue.put(Math.ceil(nextAtMs), { kind: 'watch', sessionId });
      }
      return;
    }
  }

  function perform(sessionId: Id, act: Act, atMs: number): void {
    const session = log.sessions.get(sessionId);
    if (session === undefined || acts.get(sessionId) !== act) return;
    // A chair or a bay that was free may be taken by now.
    if (PLACED.includes(act.said.type) && !isSame(workOutAct(sessionId), act)) {
      settle(sessionId, atMs);
      return;
    }
    const role = roles.get(act.by);
    if (role === undefined) throw new Error('Nobody of that id works here');
    log.say(session, { id: act.by, role }, atMs, act.happenedMs ?? atMs, act.said);
    if (act.said.type === 'check-in') queue.put(atMs + 95_000, { kind: 'ask-outcome', sessionId });
    if (isFirstCriterion(session, act)) queue.put(atMs + 20_000, { kind: 're-check', sessionId });
    settle(sessionId, atMs, act.said.type);
  }

  /** Before each second infusion of a series. */
  function askOutcome(sessionId: Id, atMs: number): void {
    const session = log.sessions.get(sessionId);
    const plan = session?.planId === undefined ? undefined : log.clinic.plans.get(session.planId);
    const number = session?.infusionNumber;
    if (session === undefined || plan === undefined || number === undefined || number % 2 === 0) return;
    record(session, atMs, outcomeAfter(seed, plan, number - 1));
  }

  /** Of C-SSRS, before the patient goes home. */
  function reCheck(sessionId: Id, atMs: number): void {
    const session = log.sessions.get(sessionId);
    if (session === undefined || isOver(session.phase)) return;
    record(session, atMs, { ...RECHECK, items: [...RECHECK.items] });
    settle(sessionId, atMs, 'answer-criterion');
  }

  function record({ id: sessionId, patientId, nurseId }: SessionState, atMs: number, result: Result): void {
    const nurse: Actor = nurseId === undefined ? manager : { id: nurseId, role: 'nurse' };
    const data = { id: log.id(atMs), patientId, sessionId, ...result, takenAt: toInstant(atMs) };
    log.change(nurse, atMs, { type: 'record-outcome', data });
  }

  for (let todo = queue.take(nowMs); todo !== undefined; todo = queue.take(nowMs)) {
    const { atMs, item } = todo;
    switch (item.kind) {
      case 'schedule': {
        const { plan, plannedMs, chairId } = item.visit;
        const { patientId, protocolId, id: planId } = plan;
        const data = { patientId, protocolId, planId, plannedStart: toInstant(plannedMs), chairId };
        const sessionId = idFor(item.visit, atMs);
        log.schedule(manager, atMs, sessionId, data);
        settle(sessionId, atMs);
        break;
      }
      case 'act':
        perform(item.sessionId, item.act, atMs);
        break;
      case 'watch':
        if (watches.get(item.sessionId) !== atMs) break;
        watches.delete(item.sessionId);
        settle(item.sessionId, atMs);
        break;
      case 'ask-outcome':
        askOutcome(item.sessionId, atMs);
        break;
      case 're-check':
        reCheck(item.sessionId, atMs);
        break;
      case 'finish-plan':
        log.change(physician, atMs, { type: 'put-plan', data: item.plan });
        break;
    }
  }
  return { writes: log.writes, staff };
}

type Result = Pick<Outcome, 'scale' | 'total' | 'items'>;

/** The C-SSRS is asked again with what is asked before going home. */
function isFirstCriterion(before: SessionState, { said }: Act): boolean {
  return said.type === 'answer-criterion' && !has(before, 'criterion-answered');
}

/** Pressure will be a fifth above the baseline, and not two. */
function isPressing({ rest, rise }: Body): boolean {
  const share = rise.systolic / rest.systolic;
  return share > 0.23 && share < 0.34 && rest.systolic < 130;
}

function isSame(one: Act | undefined, other: Act): boolean {
  return one !== undefined && canonicalJson(one.said) === canonicalJson(other.said);
}
