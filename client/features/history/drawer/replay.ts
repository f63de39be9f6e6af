import { deliveredMg, infusionProgress, orderOf } from '../../../../shared/dosing/delivered.ts';
import type { SessionState } from '../../../../shared/session/state.ts';
import { MINUTE_MS, toMs } from '../../../../shared/units.ts';
import { bloodPressures, firstDrugAt, seriesOf } from '../../../../shared/vitals/latest.ts';

/** What was known of a value at a moment of a visit, and how old it was then. `undefined`: not measured until then. */
export interface ThenValue {
  readonly text: string;
  readonly ageMin: number;
}

/** A visit at one of its moments, as the record tells it now: corrected values, struck ones left out, nothing of later. */
export interface Moment {
  readonly pressure: ThenValue | undefined;
  readonly heartRate: ThenValue | undefined;
  readonly spo2: ThenValue | undefined;
  /** `undefined` before anything was given. */
  readonly deliveredMg: number | undefined;
  readonly orderedMg: number | undefined;
  /** `22 min into infusion` */
  readonly words: string;
}

export function momentOf(session: SessionState, atMs: number): Moment {
  const drugAt = firstDrugAt(session);
  const given = drugAt !== undefined && toMs(drugAt) <= atMs;
  const last = <M extends { readonly at: string }>(
    series: readonly M[],
    text: (measured: M) => string,
  ): ThenValue | undefined => {
    const found = series.findLast(({ at }) => toMs(at) <= atMs);
    return found === undefined ? undefined : { text: text(found), ageMin: Math.floor((atMs - toMs(found.at)) / MINUTE_MS) };
  };
  return {
    pressure: last(bloodPressures(session), ({ systolic, diastolic }) => `${systolic}/${diastolic}`),
    heartRate: last(seriesOf(session, 'heartRate'), ({ value }) => String(value)),
    spo2: last(seriesOf(session, 'spo2'), ({ value }) => String(value)),
    deliveredMg: given ? deliveredMg(session, atMs) : undefined,
    orderedMg: orderOf(session)?.doseMg,
    words: wordsOf(session, atMs),
  };
}

function wordsOf(session: SessionState, atMs: number): string {
  const drugAt = firstDrugAt(session);
  if (drugAt === undefined) return 'nothing was given';
  const minutes = (from: string) => Math.floor((atMs - toMs(from)) / MINUTE_MS);
  const before = Math.ceil((toMs(drugAt) - atMs) / MINUTE_MS);
  if (before > 0) return `${before} min before the start`;
  const progress = infusionProgress(session, atMs);
  if (progress === undefined) return `${minutes(drugAt)} min after the first dose`;
  const { endedAt } = progress;
  return endedAt !== undefined && toMs(endedAt) <= atMs
    ? `${minutes(endedAt)} min after the end`
    : `${minutes(drugAt)} min into infusion`;
}

/** From the check-in to the last thing that was said of the patient; signatures come when the patient is gone. */
export function spanOf(session: SessionState): { readonly fromMs: number; readonly toMs: number } {
  const times = session.entries
    .filter(({ type, struck }) => type !== 'session-scheduled' && type !== 'record-signed' && struck === undefined)
    .map(({ happenedAt }) => toMs(happenedAt));
  const planned = toMs(session.plannedStart);
  return { fromMs: Math.min(...times, ...(times.length === 0 ? [planned] : [])), toMs: Math.max(planned, ...times) };
}

/** Where a replay begins: with the drug, or with the visit when none was given. */
export function beginsAt(session: SessionState): number {
  const drugAt = firstDrugAt(session);
  return drugAt === undefined ? spanOf(session).fromMs : toMs(drugAt);
}
