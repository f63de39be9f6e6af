import type { Bounds, Protocol, SignLimits } from '../../../shared/clinic/protocol.ts';
import { infusionProgress } from '../../../shared/dosing/delivered.ts';
import { SIGNS, type Sign, signRow } from '../../../shared/session/signs.ts';
import type { SessionState } from '../../../shared/session/state.ts';
import { MINUTE_MS, toMs } from '../../../shared/units.ts';
import { assessAgainst } from '../../../shared/vitals/assess.ts';
import { baselineOf, bloodPressures, firstDrugAt, seriesOf } from '../../../shared/vitals/latest.ts';
import { LANES, type LaneName } from './lane-scale.ts';
import { type TrendMarker, trendMarkers } from './trend-markers.ts';

/** One reading on a lane. `outside`: beyond an alarm limit, so that its point looks different. */
export interface TrendPoint {
  readonly atMs: number;
  readonly value: number;
  /** The lower number of a blood pressure. */
  readonly low?: number;
  readonly outside?: 'high' | 'medium';
}

/** One vital sign on the shared time axis. */
export interface TrendLane {
  readonly name: LaneName;
  readonly label: string;
  /** Points in order of time, cut wherever readings are missing: a line is drawn within a run only. */
  readonly runs: readonly (readonly TrendPoint[])[];
  /** Medium alarm limits: drawn solid, and never scaled away. */
  readonly limits: Bounds;
  readonly baseline?: number;
  /** What the lane spans, in the sign's unit. */
  readonly from: number;
  readonly to: number;
}

/** All that the trend of one visit shows. Times in ms since the epoch. */
export interface Trend {
  readonly fromMs: number;
  readonly toMs: number;
  readonly lanes: readonly TrendLane[];
  readonly markers: readonly TrendMarker[];
  /** Upright lines with a word: the start, and the end (planned or real). */
  readonly startedMs?: number;
  readonly endMs?: number;
  readonly ended: boolean;
}

/** The trend of a visit at a moment: everything that was measured, its limits, its events, and the time still to come. */
export function trendOf(session: SessionState, protocol: Protocol, nowMs: number): Trend {
  const progress = infusionProgress(session, nowMs);
  const drugAt = firstDrugAt(session);
  const endedMs = progress?.endedAt === undefined ? undefined : toMs(progress.endedAt);
  const endMs = endedMs ?? (progress?.projectedEnd === undefined ? undefined : toMs(progress.projectedEnd));
  const gapMs = (atMs: number) => {
    const { duringEveryMin, recoveryEveryMin } = protocol.vitals;
    return 2 * MINUTE_MS * (endedMs !== undefined && atMs > endedMs ? recoveryEveryMin : duringEveryMin);
  };
  const points = new Map(LANES.map(({ name, sign }) => [name, pointsOf(session, protocol, sign)]));
  const markers = trendMarkers(session);
  const times = [...[...points.values()].flat(), ...markers].map(({ atMs }) => atMs);
  const over = session.phase === 'discharged' || session.phase === 'aborted' || session.phase === 'cancelled';
  const shown = [...times, ...(drugAt === undefined ? [] : [toMs(drugAt)]), ...(over ? [] : [nowMs])];
  const firstMs = Math.min(...shown, ...(shown.length === 0 ? [nowMs] : []));
  const lastMs = Math.max(...shown, ...(shown.length === 0 ? [nowMs] : []), ...(endMs === undefined ? [] : [endMs]));
  return {
    fromMs: firstMs - 4 * MINUTE_MS,
    toMs: Math.max(lastMs + (over ? 3 : 6) * MINUTE_MS, firstMs + 40 * MINUTE_MS),
    lanes: LANES.map((row) => laneOf(row, points.get(row.name) ?? [], session, protocol, gapMs)),
    markers,
    ...(drugAt === undefined ? {} : { startedMs: toMs(drugAt) }),
    ...(endMs === undefined ? {} : { endMs }),
    ended: endedMs !== undefined,
  };
}

function pointsOf(session: SessionState, { limits }: Protocol, sign: Sign): TrendPoint[] {
  if (signRow(sign).pair === 'bloodPressure')
    return bloodPressures(session).map(({ systolic, diastolic, at }) => ({
      atMs: toMs(at),
      value: systolic,
      low: diastolic,
      ...outside(worst(assessAgainst(systolic, limits.systolic), assessAgainst(diastolic, limits.diastolic))),
    }));
  return seriesOf(session, sign).map(({ value, at }) => ({
    atMs: toMs(at),
    value,
    ...outside(assessAgainst(value, limitsOf(limits, sign))),
  }));
}

function laneOf(
  { name, sign, span: [least, most], margin, above }: (typeof LANES)[number],
  points: readonly TrendPoint[],
  session: SessionState,
  protocol: Protocol,
  gapMs: (atMs: number) => number,
): TrendLane {
  const limits = limitsOf(protocol.limits, sign).medium ?? {};
  const baseline = name === 'bloodPressure' ? baselineOf(session)?.systolic : undefined;
  const values = points.flatMap(({ value, low }) => (low === undefined ? [value] : [value, low]));
  const marks = [limits.low, limits.high, baseline].filter((mark) => mark !== undefined);
  return {
    name,
    label: name === 'bloodPressure' ? 'Blood pressure' : SIGNS[sign].label,
    runs: runsOf(points, gapMs),
    limits,
    ...(baseline === undefined ? {} : { baseline }),
    from: Math.min(least, ...[...values, ...marks].map((value) => value - margin)),
    to: Math.max(most, ...(above ? [...values, ...marks].map((value) => value + margin) : [])),
  };
}

/** A sign that a protocol knows nothing of has no limits. */
function limitsOf(limits: Readonly<Partial<Record<Sign, SignLimits>>>, sign: Sign): SignLimits {
  return limits[sign] ?? {};
}

/** Cuts a series where the next reading is further away than `gapMs` says: what was not measured is not drawn. */
export function runsOf(points: readonly TrendPoint[], gapMs: (atMs: number) => number): TrendPoint[][] {
  const runs: TrendPoint[][] = [];
  let before: TrendPoint | undefined;
  for (const point of points) {
    const run = runs.at(-1);
    if (run === undefined || before === undefined || point.atMs - before.atMs > gapMs(before.atMs)) runs.push([point]);
    else run.push(point);
    before = point;
  }
  return runs;
}

type Assessed = ReturnType<typeof assessAgainst>;

function outside(assessed: Assessed): { readonly outside?: 'high' | 'medium' } {
  return typeof assessed === 'object' ? { outside: assessed.priority } : {};
}

function worst(one: Assessed, other: Assessed): Assessed {
  if (typeof one !== 'object') return other;
  return typeof other === 'object' && other.priority === 'high' ? other : one;
}
