import type { LimitName } from '../clinic/limit-names.ts';
import type { Protocol } from '../clinic/protocol.ts';
import { type AlarmSign, alarmSignOf, LIMITED_SCALES, LIMITED_SIGNS, limitedRow } from '../session/alarm-sign.ts';
import { growthOf } from '../session/growing-list.ts';
import type { Alarm, AnyEntry, SessionState } from '../session/state.ts';
import type { Id } from '../units.ts';
import { assess, type OutsideLimit } from '../vitals/assess.ts';
import { percentChange } from '../vitals/change.ts';
import { type BloodPressure, baselineOf, bloodPressures, latestOf, type Measured, measurementsOf } from '../vitals/latest.ts';
import { protocolThen } from '../vitals/own-limits.ts';
import type { WantedAlarm } from './wanted-alarm.ts';

const CHANGE = 'systolicChangePercent';
const WATCHED = [...LIMITED_SIGNS, ...LIMITED_SCALES].filter((name) => limitedRow(name).limits.alarms);
const NAMES: readonly LimitName[] = [...WATCHED, CHANGE];

/** What makes a limit alarm one alarm: the number, and the side on which it is outside. */
export const limitKey = (of: string | undefined, bound: 'low' | 'high'): string => `limit/${of}/${bound}`;

/** The side of an alarm; one from before alarms had a side has it by its numbers. */
export const boundOf = ({ bound, value = 0, limit = 0 }: Pick<Alarm, 'bound' | 'value' | 'limit'>): 'low' | 'high' =>
  bound ?? (value < limit ? 'low' : 'high');

/**
 * Alarms of values outside the clinical limits, one of each number and side. What the newest value says is wanted while it says
 * so; what an earlier one said that nobody was told of, since it was entered late, corrected, or followed within the same moment, is
 * wanted once, marked as late. Missing values raise nothing here. `protocol`: as it was published; own limits are put in here.
 */
export function limitAlarms(session: SessionState, protocol: Protocol): WantedAlarm[] {
  const inForce = protocolThen(protocol, session);
  const now = NAMES.flatMap((name) => {
    const newest = newestOf(session, name);
    const outside = newest === undefined ? undefined : outsideOf(name, newest.value, inForce);
    return newest === undefined || outside === undefined ? [] : [alarmOf(name, newest, outside)];
  });
  return [...now, ...untold(session, protocol)];
}

function outsideOf(name: LimitName, value: number, { limits }: Protocol): OutsideLimit | undefined {
  const found = assess(name, value, limits);
  return typeof found === 'string' ? undefined : found;
}

function newestOf(session: SessionState, name: LimitName): Measured | undefined {
  if (name !== CHANGE) return latestOf(session, name);
  const last = bloodPressures(session).at(-1);
  return last === undefined ? undefined : changeOf(session, last);
}

function changeOf(session: SessionState, { systolic, at, eventId }: BloodPressure): Measured | undefined {
  const baseline = baselineOf(session);
  const value = baseline === undefined || at <= baseline.at ? undefined : percentChange(systolic, baseline.systolic);
  return value === undefined ? undefined : { value, at, eventId };
}

function seriesOf(session: SessionState, name: LimitName): readonly Measured[] {
  if (name !== CHANGE) return measurementsOf(session, name);
  return bloodPressures(session).flatMap((one) => changeOf(session, one) ?? []);
}

/** A value that was followed by another before anybody looked: by its number and its entry. */
interface Overtaken {
  readonly name: LimitName;
  readonly eventId: Id;
  /** It is judged by the limits that were in force when it was recorded. */
  readonly position: number;
}

interface Looked {
  readonly protocol: Protocol;
  /** So many entries were looked at. */
  readonly length: number;
  /** Those of them that nobody has been told of. */
  readonly untold: readonly Overtaken[];
}

/** Remembered of a growing visit, so that each reading is looked at once; a correction looks at all of them again. */
const looked = new WeakMap<object, Looked>();

/** The worst of each stretch outside on one side, where no alarm of that stretch was as bad; the newest value speaks for itself. */
function untold(session: SessionState, protocol: Protocol): WantedAlarm[] {
  const growth = growthOf(session.entries);
  const { length } = session.entries;
  const known = looked.get(growth);
  const goesOn = known !== undefined && known.protocol === protocol && known.length <= length;
  const open = [...(goesOn ? known.untold : []), ...session.entries.slice(goesOn ? known.length : 0).flatMap(numbersOf)];
  const wanted = new Map<string, WantedAlarm>();
  const still = open.filter(({ name, eventId, position }) => {
    const alarm =
      newestOf(session, name)?.eventId === eventId
        ? undefined
        : lateAlarm(session, name, eventId, protocolThen(protocol, session, position));
    if (alarm !== undefined) wanted.set(alarm.key, alarm);
    return alarm !== undefined;
  });
  looked.set(growth, { protocol, length, untold: still });
  return [...wanted.values()];
}

/** What an entry measured or observed, by name; a blood pressure also says how far it is from the baseline. */
function numbersOf({ type, data, eventId, position, struck }: AnyEntry): Overtaken[] {
  if (struck !== undefined || (type !== 'vitals-recorded' && type !== 'observation-recorded')) return [];
  const has = (name: LimitName) => (name === CHANGE ? 'systolic' in data : name in data);
  return NAMES.flatMap((name) => (has(name) ? [{ name, eventId, position }] : []));
}

/** What should have been said of a value that is not the newest, unless it was. */
function lateAlarm(session: SessionState, name: LimitName, eventId: Id, protocol: Protocol): WantedAlarm | undefined {
  const found = worstAround(session, name, eventId, protocol);
  if (found === undefined) return undefined;
  const { worst, outside, causes } = found;
  if (newestOf(session, name)?.eventId === worst.eventId || isTold(session, name, worst, outside, causes)) return undefined;
  return { ...alarmOf(name, worst, outside), key: lateKey(name, worst.eventId), late: true };
}

interface Stretch {
  readonly worst: Measured;
  readonly outside: OutsideLimit;
  /** The entries of the stretch. */
  readonly causes: ReadonlySet<Id>;
}

/** The stretch outside on one side that a value belongs to; `undefined` where it is within. */
function worstAround(session: SessionState, name: LimitName, eventId: Id, protocol: Protocol): Stretch | undefined {
  const series = seriesOf(session, name);
  const place = series.findLastIndex((one) => one.eventId === eventId);
  const here = series[place];
  const bound = here === undefined ? undefined : outsideOf(name, here.value, protocol)?.bound;
  if (here === undefined || bound === undefined) return undefined;
  const isIn = (one: Measured | undefined) => one !== undefined && outsideOf(name, one.value, protocol)?.bound === bound;
  let from = place;
  let to = place;
  while (isIn(series[from - 1])) from -= 1;
  while (isIn(series[to + 1])) to += 1;
  const stretch = series.slice(from, to + 1);
  const worst = stretch.reduce((bad, one) => (isBeyond(bound, one.value, bad.value) ? one : bad), here);
  const outside = outsideOf(name, worst.value, protocol);
  return outside === undefined ? undefined : { worst, outside, causes: new Set(stretch.map((one) => one.eventId)) };
}

export const lateKey = (of: string | undefined, causeEventId: Id | undefined): string => `late/${of}/${causeEventId}`;

function isTold(
  session: SessionState,
  name: LimitName,
  worst: Measured,
  { bound }: OutsideLimit,
  causes: ReadonlySet<Id>,
): boolean {
  return session.alarms.some(
    (alarm) =>
      alarm.of === name &&
      alarm.causeEventId !== undefined &&
      causes.has(alarm.causeEventId) &&
      boundOf(alarm) === bound &&
      !isBeyond(bound, shown(worst.value), alarm.value ?? worst.value),
  );
}

const isBeyond = (bound: 'low' | 'high', value: number, than: number): boolean => (bound === 'low' ? value < than : value > than);

/** Percent is shown with one decimal; whole numbers stay whole. */
const shown = (value: number): number => Math.round(value * 10) / 10;

function alarmOf(of: LimitName, { value, eventId }: Measured, { priority, limit, bound }: OutsideLimit): WantedAlarm {
  const sign: AlarmSign = of === CHANGE ? 'bloodPressure' : alarmSignOf(of);
  const key = limitKey(of, bound);
  return { key, kind: 'limit', sign, of, bound, priority, value: shown(value), limit, causeEventId: eventId, occasion: eventId };
}
