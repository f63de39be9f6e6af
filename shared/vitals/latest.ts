import { entriesOf, foldEntries } from '../session/entries.ts';
import { withOneMore } from '../session/growing-list.ts';
import type { Observation } from '../session/reading-data.ts';
import { ITEM_SCALE_NAMES, type ItemScale, itemsTotal, SCALE_NAMES, type Scale } from '../session/scales.ts';
import { SIGN_NAMES, type Sign } from '../session/signs.ts';
import type { AnyEntry, SessionState } from '../session/state.ts';
import { type Id, type Instant, MINUTE_MS, toMs } from '../units.ts';

/** One measured number. A sign without one was not measured: there is no zero and no empty reading. */
export interface Measured {
  readonly value: number;
  readonly at: Instant;
  readonly eventId: Id;
}

/** What has a newest value: a sign, a scale, or a scale of items by its total. */
export type Observed = Sign | Scale | ItemScale;

/** Measurements of a sign in order of when they happened; struck entries are left out, corrected ones are as corrected. */
export function seriesOf(session: SessionState, sign: Sign): Measured[] {
  const series: Measured[] = [];
  for (const entry of entriesOf(session, 'vitals-recorded')) insert(series, measured(entry, entry.data[sign]));
  return series;
}

/** The newest of each sign and scale: by when it happened, and of two at one moment the one recorded last. */
const newest = foldEntries<Map<Observed, Measured>>({
  empty: () => new Map(),
  copy: (before) => new Map(before),
  add(found, entry) {
    if (entry.struck !== undefined) return found;
    if (entry.type === 'vitals-recorded')
      for (const sign of SIGN_NAMES) keepNewest(found, sign, measured(entry, entry.data[sign]));
    if (entry.type === 'observation-recorded')
      for (const scale of OBSERVED) keepNewest(found, scale, measured(entry, scaleValue(entry.data, scale)));
    return found;
  },
});

const OBSERVED: readonly (Scale | ItemScale)[] = [...SCALE_NAMES, ...ITEM_SCALE_NAMES];

/** The number of a scale, or the total of one of items. */
function scaleValue(data: Observation, scale: Scale | ItemScale): number | undefined {
  const value = data[scale];
  return Array.isArray(value) ? itemsTotal(scale as ItemScale, value) : value;
}

/** The newest measurement of a sign, or observation on a scale; `undefined` when there was none. */
export function latestOf(session: SessionState, name: Observed): Measured | undefined {
  return newest(session).get(name);
}

/** The newest at or before a moment: a step that is said late rests on what was known at its time, not on what came after. */
export function latestBy(session: SessionState, name: Observed, byMs: number): Measured | undefined {
  const last = latestOf(session, name);
  if (last === undefined || toMs(last.at) <= byMs) return last;
  return measurementsOf(session, name).findLast(({ at }) => toMs(at) <= byMs);
}

/** All measurements of a sign, or observations on a scale, in order of when they happened. */
export function measurementsOf(session: SessionState, name: Observed): Measured[] {
  const series: Measured[] = [];
  for (const entry of entriesOf(session, 'vitals-recorded')) insert(series, measured(entry, entry.data[name as Sign]));
  for (const entry of entriesOf(session, 'observation-recorded'))
    insert(series, measured(entry, scaleValue(entry.data, name as Scale)));
  return series;
}

/** A blood pressure is always both numbers of one reading. */
export interface BloodPressure {
  readonly systolic: number;
  readonly diastolic: number;
  readonly at: Instant;
  /** The same moment, in ms. */
  readonly atMs: number;
  readonly eventId: Id;
  /** Place in the log. */
  readonly position: number;
}

/** Blood pressures in order of when they happened. One more that is the latest makes a grown list of the one before. */
export const bloodPressures: (session: SessionState) => readonly BloodPressure[] = foldEntries<readonly BloodPressure[]>({
  empty: () => [],
  add(series, entry) {
    if (entry.type !== 'vitals-recorded' || entry.struck !== undefined) return series;
    const { data, happenedAt: at, eventId, position } = entry;
    const { systolic, diastolic } = data;
    if (systolic === undefined || diastolic === undefined) return series;
    const one = { systolic, diastolic, at, atMs: toMs(at), eventId, position };
    const last = series.at(-1);
    if (last === undefined || last.at <= at) return withOneMore(series, one);
    const late = series.slice();
    insert(late, one);
    return late;
  },
});

/** How far apart the clocks of two devices may be when one goes on from what the other said. */
export const CLOCKS_MS = MINUTE_MS;

/**
 * The blood pressure the change is counted from: the last one at or before the drug was first given, or said before that by a device
 * whose clock is a little ahead; before the drug, the newest.
 */
export function baselineOf(session: SessionState): BloodPressure | undefined {
  const drug = firstDrug(session);
  const all = bloodPressures(session);
  if (drug === undefined) return all.at(-1);
  const startMs = toMs(drug.happenedAt);
  const isBefore = ({ atMs, position }: BloodPressure) =>
    atMs <= startMs || (atMs <= startMs + CLOCKS_MS && position < drug.position);
  const after = all.findIndex((one) => !isBefore(one));
  return after === -1 ? all.at(-1) : all[after - 1];
}

/** When the drug was first given: the start of the infusion or the first dose. */
export function firstDrugAt(session: SessionState): Instant | undefined {
  return firstDrug(session)?.happenedAt;
}

function firstDrug(session: SessionState): AnyEntry | undefined {
  const started = entriesOf(session, 'infusion-started')[0];
  const dose = entriesOf(session, 'dose-given')[0];
  if (started === undefined || dose === undefined) return started ?? dose;
  return started.position < dose.position ? started : dose;
}

function measured({ happenedAt: at, eventId }: AnyEntry, value: number | undefined): Measured | undefined {
  return value === undefined ? undefined : { value, at, eventId };
}

/** Puts one in by when it happened. Nearly every entry is later than all before it. */
function insert<M extends { readonly at: Instant }>(series: M[], one: M | undefined): void {
  if (one === undefined) return;
  let place = series.length;
  for (let before = series[place - 1]; before !== undefined && before.at > one.at; before = series[place - 1]) place -= 1;
  series.splice(place, 0, one);
}

function keepNewest<K>(found: Map<K, Measured>, key: K, one: Measured | undefined): void {
  const before = found.get(key);
  if (one !== undefined && (before === undefined || before.at <= one.at)) found.set(key, one);
}
