import { entriesOf } from '../session/evolve.ts';
import type { SessionState } from '../session/state.ts';
import type { Id, Instant } from '../units.ts';
import type { Scale, Sign } from './signs.ts';

/** One measured number. A sign without one was not measured: there is no zero and no empty reading. */
export interface Measured {
  readonly value: number;
  readonly at: Instant;
  readonly eventId: Id;
}

/** Measurements of a sign in order of when they happened; struck entries are left out, corrected ones are as corrected. */
export function seriesOf(session: SessionState, sign: Sign): Measured[] {
  const series: Measured[] = [];
  for (const { data, happenedAt: at, eventId } of entriesOf(session, 'vitals-recorded')) {
    const value = data[sign];
    if (value !== undefined) series.push({ value, at, eventId });
  }
  return byTime(series);
}

/** Observations on a scale in order of when they happened. */
export function scaleSeriesOf(session: SessionState, scale: Scale): Measured[] {
  const series: Measured[] = [];
  for (const { data, happenedAt: at, eventId } of entriesOf(session, 'observation-recorded')) {
    const value = data[scale];
    if (value !== undefined) series.push({ value, at, eventId });
  }
  return byTime(series);
}

/** The newest measurement of a sign, or `undefined` when it was never measured. */
export function latestOf(session: SessionState, sign: Sign): Measured | undefined {
  return seriesOf(session, sign).at(-1);
}

/** The newest observation on a scale, or `undefined` when it was never observed. */
export function latestScaleOf(session: SessionState, scale: Scale): Measured | undefined {
  return scaleSeriesOf(session, scale).at(-1);
}

/** A blood pressure is always both numbers of one reading. */
export interface BloodPressure {
  readonly systolic: number;
  readonly diastolic: number;
  readonly at: Instant;
  readonly eventId: Id;
}

/** A visit's state never changes, so what was worked out of one holds for as long as somebody keeps it. */
const known = new WeakMap<SessionState, readonly BloodPressure[]>();

/** Blood pressures in order of when they happened. */
export function bloodPressures(session: SessionState): readonly BloodPressure[] {
  const before = known.get(session);
  if (before !== undefined) return before;
  const series: BloodPressure[] = [];
  for (const { data, happenedAt: at, eventId } of entriesOf(session, 'vitals-recorded')) {
    if (data.systolic !== undefined && data.diastolic !== undefined)
      series.push({ systolic: data.systolic, diastolic: data.diastolic, at, eventId });
  }
  byTime(series);
  known.set(session, series);
  return series;
}

/** The blood pressure the change is counted from: the last one at or before the drug was first given; before that, the newest. */
export function baselineOf(session: SessionState): BloodPressure | undefined {
  const start = firstDrugAt(session);
  const all = bloodPressures(session);
  return start === undefined ? all.at(-1) : all.findLast((reading) => reading.at <= start);
}

/** When the drug was first given: the start of the infusion or the first dose. */
export function firstDrugAt(session: SessionState): Instant | undefined {
  return session.entries.find(
    (entry) => entry.type === 'infusion-started' || (entry.type === 'dose-given' && entry.struck === undefined),
  )?.happenedAt;
}

function byTime<M extends { readonly at: Instant }>(series: M[]): M[] {
  return series.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
