import { assertNever } from '../assert-never.ts';
import type { Allergies } from '../clinic/allergies.ts';
import type { Protocol } from '../clinic/protocol.ts';
import type { Outcome } from '../clinic/records.ts';
import { ALLERGY_CHECK } from '../deciding/allergies.ts';
import { missingForDischarge } from '../deciding/discharge.ts';
import { BASELINE_CHECK, missingBeforeStart, type ReadyCheck } from '../deciding/readiness.ts';
import { SUICIDALITY_CHECK } from '../deciding/suicidality.ts';
import { projectedEndMs } from '../dosing/delivered.ts';
import { dosesGiven } from '../dosing/doses.ts';
import { entriesOf } from '../session/entries.ts';
import type { SessionState } from '../session/state.ts';
import { MINUTE_MS, toMs } from '../units.ts';
import { nextDue, observationSince } from '../vitals/due.ts';

/** What is to be done, and so where in the visit it is done. */
export type DueKind =
  | 'check-in'
  | 'chair'
  | 'checklist'
  | 'baseline'
  | 'order'
  | 'physician'
  | 'confirm'
  | 'start'
  | 'vitals'
  | 'dose'
  | 'end'
  | 'resume'
  | 'bay'
  | 'score'
  | 'criteria'
  | 'discharge'
  | 'charted'
  | 'reviewed';

/** One thing that is due in a visit. */
export interface DueItem {
  readonly kind: DueKind;
  readonly words: string;
  /** When it falls due, or since when it waits: ms since the Unix epoch. */
  readonly atMs: number;
  readonly state: 'ahead' | 'due' | 'overdue';
}

/** A pump may run past its projected end so long before it is late. Source: clinical tables "Alarms", as the watch has it. */
const PAST_END_MIN = 2;

/**
 * What is due in one visit by its protocol, the most urgent first: what has waited longest, then what comes next. Pure: the
 * moment (ms) and the patient's results come in.
 */
export function dueWork(
  session: SessionState,
  protocol: Protocol,
  nowMs: number,
  results: readonly Outcome[],
  allergies: Allergies,
): DueItem[] {
  return unsorted(session, protocol, nowMs, results, allergies).sort((a, b) => a.atMs - b.atMs);
}

function unsorted(
  session: SessionState,
  protocol: Protocol,
  nowMs: number,
  results: readonly Outcome[],
  allergies: Allergies,
): DueItem[] {
  switch (session.phase) {
    case 'scheduled':
      return [item('check-in', 'Check in', toMs(session.plannedStart), nowMs)];
    case 'checked-in':
      return beforeStart(session, protocol, nowMs, missingBeforeStart(session, protocol, nowMs, results, allergies));
    case 'infusing':
      return [...vitals(session, protocol, nowMs), ...infusionEnd(session, nowMs)];
    case 'paused': {
      const untilMs = toMs(session.phaseSince) + protocol.pauseMaxMin * MINUTE_MS;
      return [...vitals(session, protocol, nowMs), item('resume', 'Paused: resume or end', untilMs, nowMs, untilMs)];
    }
    case 'infused':
      return [...vitals(session, protocol, nowMs), ...doses(session, protocol, nowMs), ...bay(session, protocol, nowMs)];
    case 'recovering':
      return [
        ...vitals(session, protocol, nowMs),
        ...doses(session, protocol, nowMs),
        ...goingHome(session, protocol, nowMs, results),
      ];
    case 'discharged':
    case 'aborted':
      return signing(session, nowMs);
    case 'cancelled':
      return [];
    default:
      return assertNever(session.phase);
  }
}

function item(kind: DueKind, words: string, atMs: number, nowMs: number, overdueMs = Number.POSITIVE_INFINITY): DueItem {
  const state = nowMs < atMs ? 'ahead' : nowMs < overdueMs ? 'due' : 'overdue';
  return { kind, words, atMs, state };
}

/** The steps that are still open, for the time the visit was planned for; a written order waits for its second person since then. */
function beforeStart(session: SessionState, protocol: Protocol, nowMs: number, missing: readonly ReadyCheck[]): DueItem[] {
  const plannedMs = toMs(session.plannedStart);
  if (missing.length === 0) return [item('start', protocol.route === 'iv' ? 'Start infusion' : 'Give dose', plannedMs, nowMs)];
  const isMissing = (id: string) => missing.some((check) => check.id === id);
  const written = entriesOf(session, 'order-written').at(-1);
  const asked = missing.filter(({ id }) => protocol.checklist.some((check) => check.id === id));
  const failed = asked.filter(({ state }) => state === 'failed').length;
  const items: DueItem[] = [];
  if (asked.length > 0) {
    const blocks = failed > 0 ? `, ${failed} ${failed === 1 ? 'blocks' : 'block'} the start` : '';
    items.push(item('checklist', `Checklist: ${asked.length} of ${protocol.checklist.length} open${blocks}`, plannedMs, nowMs));
  }
  if (isMissing('chair')) items.push(item('chair', 'Chair to be assigned', plannedMs, nowMs));
  if (isMissing(SUICIDALITY_CHECK)) items.push(item('physician', 'A physician’s word on suicidality', plannedMs, nowMs));
  if (isMissing(ALLERGY_CHECK)) items.push(item('physician', 'A physician’s word on an allergy', plannedMs, nowMs));
  if (isMissing(BASELINE_CHECK)) items.push(item('baseline', 'Baseline vitals', plannedMs, nowMs));
  if (written === undefined) items.push(item('order', 'Order to be written by a physician', plannedMs, nowMs));
  else if (isMissing('order-confirmed'))
    items.push(item('confirm', 'Order to be checked by a second person', toMs(written.happenedAt), nowMs));
  return items;
}

function vitals(session: SessionState, protocol: Protocol, nowMs: number): DueItem[] {
  const schedule = nextDue(session, protocol, nowMs);
  if (schedule === undefined) return [];
  const words = session.phase === 'recovering' ? 'Recovery vitals' : 'Vitals';
  return [item('vitals', words, schedule.dueAtMs, nowMs, schedule.overdueAtMs)];
}

function infusionEnd(session: SessionState, nowMs: number): DueItem[] {
  const endMs = projectedEndMs(session);
  if (endMs === undefined) return [];
  return [item('end', 'Infusion ends', Math.round(endMs), nowMs, endMs + PAST_END_MIN * MINUTE_MS)];
}

/** The next device, or what is left of an injection. An infusion has none. */
function doses(session: SessionState, protocol: Protocol, nowMs: number): DueItem[] {
  const { doses: given, next, leftMg = 0, givenMg, orderedMg } = dosesGiven(session, protocol);
  const last = given.at(-1);
  if (last === undefined || leftMg === 0) return [];
  if (next?.from !== undefined) return [item('dose', `Device ${next.number} of ${next.of}`, toMs(next.from), nowMs)];
  return [item('dose', `Dose: ${givenMg} of ${orderedMg} mg given`, toMs(last.happenedAt), nowMs)];
}

/** After an infusion at once; after doses given at once when the time in the chair is over. */
function bay(session: SessionState, protocol: Protocol, nowMs: number): DueItem[] {
  const last = entriesOf(session, 'dose-given').at(-1);
  const isInfusion = session.entries.some(({ type }) => type === 'infusion-started');
  const fromMs =
    last === undefined || isInfusion ? toMs(session.phaseSince) : toMs(last.happenedAt) + protocol.durationMin * MINUTE_MS;
  return [item('bay', 'Move to recovery', fromMs, nowMs)];
}

/** Checks that a nurse alone cannot meet. */
const NEEDS_PHYSICIAN = [SUICIDALITY_CHECK, 'call'];

/** Minutes only: a countdown to going home. Otherwise the score and the criteria that are open, for when the minutes are over. */
function goingHome(session: SessionState, protocol: Protocol, nowMs: number, results: readonly Outcome[]): DueItem[] {
  const since = observationSince(session, protocol);
  if (since === undefined) return [];
  const overMs = toMs(since) + protocol.recovery.requiredMin * MINUTE_MS;
  const missing = missingForDischarge(session, protocol, nowMs, results);
  const isMissing = (id: string) => missing.some((check) => check.id === id);
  if (missing.every(({ id }) => id === 'minutes')) return [item('discharge', 'May go home', overMs, nowMs)];
  const items: DueItem[] = [];
  if (isMissing('evidence') || isMissing('limits')) items.push(item('vitals', 'Signs and scales to go home', overMs, nowMs));
  if (missing.some(({ id }) => NEEDS_PHYSICIAN.includes(id)))
    items.push(item('physician', 'A physician is needed', overMs, nowMs));
  if (isMissing('score')) items.push(item('score', `${protocol.recovery.scale.toUpperCase()} score`, overMs, nowMs));
  const criteria = protocol.criteria.filter(({ id }) => isMissing(id));
  if (criteria.length > 0)
    items.push(item('criteria', `To go home: ${criteria.length} of ${protocol.criteria.length} open`, overMs, nowMs));
  return items;
}

function signing(session: SessionState, nowMs: number): DueItem[] {
  const signed = (meaning: 'charted' | 'reviewed') =>
    entriesOf(session, 'record-signed').find(({ data }) => data.meaning === meaning);
  const charted = signed('charted');
  if (charted === undefined) return [item('charted', 'Record to be signed', toMs(session.phaseSince), nowMs)];
  if (signed('reviewed') !== undefined) return [];
  return [item('reviewed', 'Record to be reviewed by a physician', toMs(charted.happenedAt), nowMs)];
}
