import type { Protocol } from '../clinic/protocol.ts';
import { LIMITED_SIGNS, type LimitedScale, type LimitedSign, limitedRow } from '../session/alarm-sign.ts';
import { entriesOf } from '../session/entries.ts';
import { isOver } from '../session/occupancy.ts';
import { SIGNS } from '../session/signs.ts';
import type { SessionState } from '../session/state.ts';
import { type Id, type Instant, MINUTE_MS, toInstant, toMs } from '../units.ts';
import { bloodPressures, firstDrugAt, latestOf } from './latest.ts';
import { recheckAfter } from './recheck.ts';

/*
 * When a reading is due and overdue, and with it a value stale: the one place that knows. Board, session, recovery room, list of due work, lock
 * screen, alarms and history all ask here, so that no number is drawn as live beside the word "overdue".
 */

/** `soon` from 2 min before it is due, `due` at the interval, `overdue` past the grace, `long-overdue` from twice the interval. */
export type ReadingState = 'ahead' | 'soon' | 'due' | 'overdue' | 'long-overdue';

/** How often a reading is wanted, in minutes, and how late it may be. */
export interface Interval {
  readonly everyMin: number;
  readonly graceMin: number;
}

/** The moments (ms) at which a reading becomes soon, due, overdue, long overdue. */
export interface ReadingTimes {
  readonly soonAtMs: number;
  readonly dueAtMs: number;
  readonly overdueAtMs: number;
  readonly longOverdueAtMs: number;
}

/** "Soon" begins this long before a reading is due. Source: clinical.md "Protocols to seed". */
const SOON_MS = 2 * MINUTE_MS;
/** A reading may be this far ahead of now (two clocks never agree); further ahead its age is not known. */
const AHEAD_TOLERANCE_MS = MINUTE_MS;

/**
 * The moments that follow from a reading at `fromMs`; due after the interval, or sooner where it is said when. With intervals of
 * 4 min and less, "soon" is the second half of the interval.
 */
export function readingTimes(
  fromMs: number,
  { everyMin, graceMin }: Interval,
  dueAtMs = fromMs + everyMin * MINUTE_MS,
): ReadingTimes {
  const everyMs = everyMin * MINUTE_MS;
  const overdueAtMs = dueAtMs + graceMin * MINUTE_MS;
  return {
    soonAtMs: dueAtMs - Math.min(SOON_MS, (dueAtMs - fromMs) / 2),
    dueAtMs,
    overdueAtMs,
    longOverdueAtMs: Math.max(fromMs + 2 * everyMs, overdueAtMs),
  };
}

/** Where those moments stand at `nowMs`. */
export function readingState({ soonAtMs, dueAtMs, overdueAtMs, longOverdueAtMs }: ReadingTimes, nowMs: number): ReadingState {
  if (nowMs >= longOverdueAtMs) return 'long-overdue';
  if (nowMs >= overdueAtMs) return 'overdue';
  if (nowMs >= dueAtMs) return 'due';
  return nowMs >= soonAtMs ? 'soon' : 'ahead';
}

/** The same for screens that have three looks: what is soon is still ahead, what is long overdue is overdue. */
export function dueState(times: ReadingTimes, nowMs: number): 'ahead' | 'due' | 'overdue' {
  const state = readingState(times, nowMs);
  if (state === 'due') return 'due';
  return state === 'ahead' || state === 'soon' ? 'ahead' : 'overdue';
}

/** When the next reading is due. Absent before the start and after the visit: then nothing is due by the clock. */
export interface VitalsSchedule extends Interval, ReadingTimes {
  /** The reading, or the start, that the interval counts from. */
  readonly from: Instant;
  readonly dueAt: Instant;
}

/**
 * The reading that is due next, by the protocol's interval of the present phase. A reading is a blood pressure.
 * Source: clinical.md "Protocols to seed" (10 min during, 15 min in recovery, grace 2 min).
 */
export function vitalsSchedule(session: SessionState, protocol: Protocol): VitalsSchedule | undefined {
  const course = drugCourse(session);
  if (course === undefined || !isTimed(session)) return undefined;
  const last = bloodPressures(session).at(-1);
  const fromMs = Math.max(course.startMs, last?.atMs ?? 0);
  const times = pressureTimes(session, course, protocol, fromMs);
  return {
    from: toInstant(fromMs),
    ...intervalNow(session, course, protocol, fromMs),
    ...times,
    dueAt: toInstant(times.dueAtMs),
  };
}

/** The times of the blood pressure after one at `fromMs`: by the protocol, or sooner after a medicine that lowers it. */
function pressureTimes(session: SessionState, course: DrugCourse, protocol: Protocol, fromMs: number): ReadingTimes {
  const interval = intervalNow(session, course, protocol, fromMs);
  const byProtocol = dueAfter(fromMs, interval.everyMin, course, protocol);
  return readingTimes(fromMs, interval, Math.min(byProtocol, recheckAfter(session, protocol, fromMs) ?? byProtocol));
}

/** The times of a sign after one at `fromMs`, where the first reading that came without it was at `reading`. */
function signTimes(
  session: SessionState,
  course: DrugCourse,
  protocol: Protocol,
  fromMs: number,
  reading: { readonly atMs: number } | undefined,
): ReadingTimes {
  const interval = intervalNow(session, course, protocol, fromMs);
  const times = readingTimes(fromMs, interval, dueAfter(fromMs, interval.everyMin, course, protocol));
  if (reading === undefined) return times;
  const overdueAtMs = Math.max(times.overdueAtMs, reading.atMs + interval.graceMin * MINUTE_MS);
  return { ...times, overdueAtMs, longOverdueAtMs: Math.max(times.longOverdueAtMs, overdueAtMs) };
}

/** The first blood pressure after a moment. */
function readingAfter(session: SessionState, fromMs: number) {
  const readings = bloodPressures(session);
  return readings[readings.findLastIndex(({ atMs }) => atMs <= fromMs) + 1];
}

/** A sign or a scale that was left out of the readings since it was last measured. */
export interface SignSchedule extends ReadingTimes {
  readonly name: LimitedSign | LimitedScale;
  /** The first reading that came without it: the grace counts from there, the rest of a reading is typed after its pressure. */
  readonly leftOutOf: Id;
}

/**
 * When each sign that the protocol's readings hold, and the sedation, is due by itself: with every reading, so an interval after it was
 * last measured. Only of those that were left out of a reading since; when nothing was measured the reading itself is overdue.
 * Source: clinical tables "Protocols to seed" (sedation, SpO₂, respiratory rate: each with a due time of its own).
 */
export function signSchedules(session: SessionState, protocol: Protocol): SignSchedule[] {
  const course = drugCourse(session);
  if (course === undefined || !isTimed(session)) return [];
  return withEveryReading(protocol).flatMap((name) => {
    const last = latestOf(session, name);
    const fromMs = Math.max(course.startMs, last === undefined ? 0 : toMs(last.at));
    const reading = readingAfter(session, fromMs);
    if (reading === undefined) return [];
    return [{ name, leftOutOf: reading.eventId, ...signTimes(session, course, protocol, fromMs, reading) }];
  });
}

/**
 * What screens say of the next reading beside the values (VIT30): the reading that is due next, or a sign that was left out of the
 * readings once it is overdue, so that none counts down to a reading beside a value that is stale.
 */
export function nextDue(
  session: SessionState,
  protocol: Protocol,
  nowMs: number,
): (ReadingTimes & { dueAt: Instant }) | undefined {
  const schedule = vitalsSchedule(session, protocol);
  const late = signSchedules(session, protocol).filter(({ name, overdueAtMs }) => name in SIGNS && overdueAtMs <= nowMs);
  const [first] = late.toSorted((a, b) => a.dueAtMs - b.dueAtMs);
  if (schedule === undefined || first === undefined || first.dueAtMs >= schedule.dueAtMs) return schedule;
  return { ...first, dueAt: toInstant(first.dueAtMs) };
}

/** What a reading holds beside the blood pressure: the protocol's signs, and MOAA/S where it has limits. */
function withEveryReading({ vitals, limits }: Protocol): (LimitedSign | LimitedScale)[] {
  const signs = LIMITED_SIGNS.filter((sign) => vitals.required.includes(sign) && limitedRow(sign).pair === undefined);
  return Object.keys(limits.moaas).length === 0 ? signs : [...signs, 'moaas'];
}

/** Readings fall due from the drug until the visit is over. */
function isTimed({ phase }: SessionState): boolean {
  return phase === 'infusing' || phase === 'paused' || phase === 'infused' || phase === 'recovering';
}

/** What a number may be taken for: `fresh` as live, `stale` is too old for that. */
export type ValueState = 'fresh' | 'stale';

/**
 * Whether a value measured at `at` may be taken as live at `nowMs`: until the reading that would replace it is overdue (VIT30), a blood
 * pressure (`isPressure`) with the schedule, another value by itself. Before
 * the drug that is the age at which a baseline no longer opens the start; one from before the drug counts from the start, as
 * the schedule does. A value from more than a minute ahead says that a clock was stepped back: its age is unknown, so it is
 * stale. In a visit that is over nothing is live and nothing stale: it is the record.
 */
export function valueState(
  session: SessionState,
  protocol: Protocol,
  at: Instant,
  nowMs: number,
  { isPressure = false }: { readonly isPressure?: boolean } = {},
): ValueState {
  if (isOver(session.phase)) return 'fresh';
  const atMs = toMs(at);
  if (atMs > nowMs + AHEAD_TOLERANCE_MS) return 'stale';
  return nowMs >= liveUntilMs(session, protocol, atMs, isPressure) ? 'stale' : 'fresh';
}

function liveUntilMs(session: SessionState, protocol: Protocol, atMs: number, isPressure: boolean): number {
  const { beforeWithinMin } = protocol.vitals;
  const course = drugCourse(session);
  if (course === undefined) return readingTimes(atMs, { everyMin: beforeWithinMin, graceMin: 0 }).overdueAtMs;
  const fromMs = Math.max(atMs, course.startMs);
  return isPressure
    ? pressureTimes(session, course, protocol, fromMs).overdueAtMs
    : signTimes(session, course, protocol, fromMs, readingAfter(session, fromMs)).overdueAtMs;
}

/**
 * When (ms) the reading after one at `fromMs` is due: after the interval, but for a fixed reading of the protocol that comes first
 * and for which the one at `fromMs` was too early. Source: clinical tables "Protocols to seed" (after 15 and 30 min the next at 40).
 */
export function dueAfter(fromMs: number, everyMin: number, { startMs }: DrugCourse, { vitals }: Protocol): number {
  const fixed = vitals.fixed
    .filter(({ fromMin }) => fromMs < startMs + fromMin * MINUTE_MS)
    .map(({ atMin }) => startMs + atMin * MINUTE_MS);
  return Math.min(fromMs + everyMin * MINUTE_MS, ...fixed);
}

const intervalNow = (session: SessionState, course: DrugCourse, protocol: Protocol, fromMs: number): Interval => ({
  everyMin: everyMinNow(session, course, protocol, fromMs),
  graceMin: protocol.vitals.graceMin,
});

/** The present moment of a visit is before or after the end of its infusion by its phase, whatever the clocks say. */
function everyMinNow({ phase }: SessionState, course: DrugCourse, protocol: Protocol, fromMs: number): number {
  const nowMs = phase === 'infusing' || phase === 'paused' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return everyMinAt(course, protocol, fromMs, nowMs);
}

/** The drug's course as far as readings are timed by it. */
export interface DrugCourse {
  readonly startMs: number;
  /** When a running infusion ended; an injection or a spray has no end. */
  readonly endMs: number;
  readonly isInfusion: boolean;
}

/** Absent before the drug. */
export function drugCourse(session: SessionState): DrugCourse | undefined {
  const drugAt = firstDrugAt(session);
  if (drugAt === undefined) return undefined;
  const end = endOfDrug(session);
  return {
    startMs: toMs(drugAt),
    endMs: end === undefined ? Number.POSITIVE_INFINITY : toMs(end),
    isInfusion: entriesOf(session, 'infusion-started').length > 0,
  };
}

/**
 * The interval in minutes of a reading counted from `fromMs`, as it was at `nowMs`. An infusion is watched closely until it ends;
 * an injection or a spray, which has no end, for the protocol's duration as if it had.
 */
export function everyMinAt(course: DrugCourse, protocol: Protocol, fromMs: number, nowMs: number): number {
  const isActing = course.isInfusion ? nowMs <= course.endMs : fromMs - course.startMs < protocol.durationMin * MINUTE_MS;
  return isActing ? protocol.vitals.duringEveryMin : protocol.vitals.recoveryEveryMin;
}

/** When (ms) the last of the drug was in: the end of the infusion or the last dose, whichever came later. Absent while it runs and before. */
export function drugOverMs(session: SessionState): number | undefined {
  const end = endOfDrug(session);
  if (end === undefined && entriesOf(session, 'infusion-started').length > 0) return undefined;
  const moments = entriesOf(session, 'dose-given').map(({ happenedAt }) => toMs(happenedAt));
  if (end !== undefined) moments.push(toMs(end));
  return moments.length === 0 ? undefined : Math.max(...moments);
}

function endOfDrug(session: SessionState): Instant | undefined {
  return (entriesOf(session, 'infusion-ended')[0] ?? entriesOf(session, 'session-aborted')[0])?.happenedAt;
}

/** When the observation after the drug began, by the protocol: at the end, or at the first or last dose. */
export function observationSince(session: SessionState, protocol: Protocol): Instant | undefined {
  const end = endOfDrug(session);
  // By when they were given: a dose may be recorded late.
  const doses = entriesOf(session, 'dose-given').toSorted((a, b) => (a.happenedAt < b.happenedAt ? -1 : 1));
  switch (protocol.recovery.clockFrom) {
    case 'first-dose':
      return doses[0]?.happenedAt ?? end;
    case 'last-dose':
      return doses.at(-1)?.happenedAt ?? end;
    case 'end':
      return end ?? doses.at(-1)?.happenedAt;
  }
}

/** Whole minutes observed so far and required; `undefined` before observation began. */
export function observation(
  session: SessionState,
  protocol: Protocol,
  nowMs: number,
): { readonly minutes: number; readonly requiredMin: number } | undefined {
  const since = observationSince(session, protocol);
  if (since === undefined) return undefined;
  return { minutes: Math.max(0, Math.floor((nowMs - toMs(since)) / MINUTE_MS)), requiredMin: protocol.recovery.requiredMin };
}
