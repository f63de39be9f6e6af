import type { Protocol } from '../clinic/protocol.ts';
import { growthOf } from '../session/growing-list.ts';
import type { SessionState } from '../session/state.ts';
import { MINUTE_MS } from '../units.ts';
import { type DrugCourse, drugCourse, dueAfter, everyMinAt, readingTimes } from '../vitals/due.ts';
import { type BloodPressure, bloodPressures } from '../vitals/latest.ts';

/** How many readings fell due in a visit, and how many of them came before they were overdue. */
export interface Punctuality {
  readonly due: number;
  readonly onTime: number;
}

/**
 * Readings on time from the start of the drug to the last reading: the gap before each must not exceed the interval of its
 * phase plus the grace. A gap that should have held more readings counts each of them as missed.
 */
export function vitalsPunctuality(session: SessionState, protocol: Protocol): Punctuality {
  const course = drugCourse(session);
  if (course === undefined) return { due: 0, onTime: 0 };
  const pressures = bloodPressures(session);
  const walked = { ...goOn(pressures, { protocol, ...course }) };
  for (; walked.length < pressures.length; walked.length++) {
    const atMs = pressures[walked.length]?.atMs;
    if (atMs !== undefined) count(walked, atMs);
  }
  walks.set(growthOf(pressures), walked);
  return { due: walked.due, onTime: walked.onTime };
}

/** What readings are counted by. */
interface Measure extends DrugCourse {
  readonly protocol: Protocol;
}

/** How far the readings of a visit have been counted. */
interface Walk extends Measure {
  length: number;
  due: number;
  onTime: number;
  fromMs: number;
}

const walks = new WeakMap<object, Walk>();

/** The walk so far, while it counts by the same measure and only readings at its end were added; else a new one. */
function goOn(pressures: readonly BloodPressure[], measure: Measure): Walk {
  const before = walks.get(growthOf(pressures));
  const same =
    before !== undefined &&
    before.length <= pressures.length &&
    before.protocol === measure.protocol &&
    before.startMs === measure.startMs &&
    before.endMs === measure.endMs &&
    before.isInfusion === measure.isInfusion;
  return same ? before : { ...measure, length: 0, due: 0, onTime: 0, fromMs: measure.startMs };
}

function count(walk: Walk, atMs: number): void {
  if (atMs <= walk.startMs) return;
  const everyMin = everyMinAt(walk, walk.protocol, walk.fromMs, atMs);
  const { protocol, fromMs } = walk;
  const dueMs = dueAfter(fromMs, everyMin, walk, protocol);
  const inTime = atMs <= readingTimes(fromMs, { everyMin, graceMin: protocol.vitals.graceMin }, dueMs).overdueAtMs;
  walk.due += inTime ? 1 : Math.max(1, Math.floor((atMs - walk.fromMs) / (everyMin * MINUTE_MS)));
  walk.onTime += inTime ? 1 : 0;
  walk.fromMs = atMs;
}
