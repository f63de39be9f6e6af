import { entriesOf, foldEntries } from '../session/entries.ts';
import type { AnyEntry, SessionState } from '../session/state.ts';
import { HOUR_MS, type Instant, MINUTE_MS, toInstant, toMs } from '../units.ts';
import { round } from './order.ts';

/** A stretch at one constant rate. `to` is open while it runs. */
export interface RateSegment {
  readonly fromMs: number;
  readonly toMs?: number;
  readonly rateMlPerHour: number;
}

/** The stretches of an IV infusion in order of time, from start, rate changes, pauses, resumes and the end. */
export const rateSegments: (session: SessionState) => readonly RateSegment[] = foldEntries<readonly RateSegment[]>({
  empty: () => [],
  add(segments, entry) {
    const rate = rateAfter(entry);
    if (rate === undefined) return segments;
    const atMs = toMs(entry.happenedAt);
    const closed = segments.map((segment) => (segment.toMs === undefined ? { ...segment, toMs: atMs } : segment));
    return rate > 0 ? [...closed, { fromMs: atMs, rateMlPerHour: rate }] : closed;
  },
});

/** The pump's rate after an entry, in mL/h: 0 when it stops the flow, `undefined` when it says nothing of it. */
function rateAfter(entry: AnyEntry): number | undefined {
  switch (entry.type) {
    case 'infusion-started':
    case 'rate-changed':
    case 'infusion-resumed':
      return entry.data.rateMlPerHour;
    case 'infusion-paused':
    case 'infusion-ended':
    case 'session-aborted':
      return 0;
    default:
      return undefined;
  }
}

/** Milliseconds the pump has run until `nowMs`. Never negative, whatever the clock did. */
function runningMs(segments: readonly RateSegment[], nowMs: number): number {
  return segments.reduce((sum, { fromMs, toMs: to }) => sum + Math.max(0, Math.min(to ?? nowMs, nowMs) - fromMs), 0);
}

/**
 * When the pump that runs now would have begun had it never been paused: the time since then is the time that it has run.
 * `undefined` while nothing flows.
 */
export function runningSince(session: SessionState): Instant | undefined {
  const segments = rateSegments(session);
  const open = segments.at(-1);
  if (open === undefined || open.toMs !== undefined) return undefined;
  return toInstant(open.fromMs - runningMs(segments.slice(0, -1), open.fromMs));
}

/**
 * Milligrams delivered until `nowMs`: Σ rate × time × concentration over the segments, or what the pump gave, plus doses given at once
 * (IM, nasal) that were not struck. Rounded to 0.01 mg. Source: clinical.md "Dose arithmetic".
 */
export function deliveredMg(session: SessionState, nowMs: number): number {
  const concentration = orderOf(session)?.concentrationMgPerMl ?? 0;
  const byRateMl = rateSegments(session).reduce(
    (sum, { fromMs, toMs: to, rateMlPerHour }) =>
      sum + (rateMlPerHour * Math.max(0, Math.min(to ?? nowMs, nowMs) - fromMs)) / HOUR_MS,
    0,
  );
  const infusedMl = onPumpMl(session, nowMs, byRateMl);
  let dosesMg = 0;
  for (const { data, happenedAt } of entriesOf(session, 'dose-given')) if (toMs(happenedAt) <= nowMs) dosesMg += data.doseMg;
  return round(infusedMl * concentration + dosesMg, 2);
}

/** What the pump gave, in mL: by its own display once the end said so, never more than that before; else what its rates come to. */
function onPumpMl(session: SessionState, nowMs: number, byRateMl: number): number {
  const ended = entriesOf(session, 'infusion-ended')[0];
  const shownMl = ended?.data.volumeMl;
  if (ended === undefined || shownMl === undefined) return byRateMl;
  return toMs(ended.happenedAt) <= nowMs ? shownMl : Math.min(byRateMl, shownMl);
}

/** More than this share of the order says that the pump ran on empty. */
export const WHOLE_TO = 1.05;

/** The order in force: the last one written. */
export function orderOf(session: SessionState) {
  return entriesOf(session, 'order-written').at(-1)?.data;
}

/** Where an IV infusion stands at one moment. */
export interface InfusionProgress {
  readonly startedAt: Instant;
  readonly endedAt?: Instant;
  /** Time the pump has run, pauses left out. */
  readonly runMs: number;
  readonly plannedMs: number;
  readonly deliveredMg: number;
  readonly orderedMg: number;
  /** 0 while paused and after the end. */
  readonly rateMlPerHour: number;
  /** When the ordered dose will be in at the present rate; absent while paused and after the end. */
  readonly projectedEnd?: Instant;
}

/** Progress of the infusion, or `undefined` before the start or without an order. */
export function infusionProgress(session: SessionState, nowMs: number): InfusionProgress | undefined {
  const order = orderOf(session);
  const started = entriesOf(session, 'infusion-started')[0];
  if (order === undefined || started === undefined) return undefined;
  const segments = rateSegments(session);
  const open = segments.at(-1);
  const rateMlPerHour = open !== undefined && open.toMs === undefined ? open.rateMlPerHour : 0;
  const ended = entriesOf(session, 'infusion-ended')[0] ?? entriesOf(session, 'session-aborted')[0];
  const projectedMs = projectedEndMs(session);
  return {
    startedAt: started.happenedAt,
    ...(ended === undefined ? {} : { endedAt: ended.happenedAt }),
    runMs: runningMs(segments, nowMs),
    plannedMs: order.durationMin * MINUTE_MS,
    deliveredMg: deliveredMg(session, nowMs),
    orderedMg: order.doseMg,
    rateMlPerHour,
    ...(projectedMs === undefined ? {} : { projectedEnd: toInstant(projectedMs) }),
  };
}

/** When the ordered dose will have been delivered at the present rate, in ms; `undefined` while nothing flows. Independent of now. */
export function projectedEndMs(session: SessionState): number | undefined {
  const order = orderOf(session);
  const open = rateSegments(session).at(-1);
  if (order === undefined || open === undefined || open.toMs !== undefined) return undefined;
  const remainingMg = Math.max(0, order.doseMg - deliveredMg(session, open.fromMs));
  return open.fromMs + (remainingMg / (open.rateMlPerHour * order.concentrationMgPerMl)) * HOUR_MS;
}
