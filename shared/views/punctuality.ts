import type { Protocol } from '../clinic/protocol.ts';
import { growthOf } from '../session/growing-list.ts';
import type { SessionState } from '../session/state.ts';
import { MINUTE_MS, toMs } from '../units.ts';
import { type BloodPressure, bloodPressures, firstDrugAt } from '../vitals/latest.ts';
import { observationSince } from '../vitals/schedule.ts';

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
  const drugAt = firstDrugAt(session);
  if (drugAt === undefined) return { due: 0, onTime: 0 };
  const since = observationSince(session, protocol);
  const sinceMs = since === undefined ? Number.POSITIVE_INFINITY : toMs(since);
  const pressures = bloodPressures(session);
  const walked = { ...goOn(pressures, { protocol, drugMs: toMs(drugAt), sinceMs }) };
  for (; walked.length < pressures.length; walked.length++) {
    const atMs = pressures[walked.length]?.atMs;
    if (atMs !== undefined) count(walked, atMs);
  }
  walks.set(growthOf(pressures), walked);
  return { due: walked.due, onTime: walked.onTime };
}

/** What readings are counted by. */
interface Measure {
  readonly protocol: Protocol;
  readonly drugMs: number;
  readonly sinceMs: number;
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
    before.drugMs === measure.drugMs &&
    before.sinceMs === measure.sinceMs;
  return same ? before : { ...measure, length: 0, due: 0, onTime: 0, fromMs: measure.drugMs };
}

function count(walk: Walk, atMs: number): void {
  if (atMs <= walk.drugMs) return;
  const { duringEveryMin, recoveryEveryMin, graceMin } = walk.protocol.vitals;
  const intervalMs = (atMs > walk.sinceMs ? recoveryEveryMin : duringEveryMin) * MINUTE_MS;
  const gapMs = atMs - walk.fromMs;
  const inTime = gapMs <= intervalMs + graceMin * MINUTE_MS;
  walk.due += inTime ? 1 : Math.max(1, Math.floor(gapMs / intervalMs));
  walk.onTime += inTime ? 1 : 0;
  walk.fromMs = atMs;
}
