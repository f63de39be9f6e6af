import { entriesOf } from '../../../shared/session/entries.ts';
import type { SessionEventType } from '../../../shared/session/said/all.ts';
import type { SessionState } from '../../../shared/session/state.ts';
import { MINUTE_MS, toMs } from '../../../shared/units.ts';
import { firstDrugAt } from '../../../shared/vitals/latest.ts';

/** When (ms) the drug was first given, or `undefined`. */
export function drugMs(session: SessionState): number | undefined {
  const at = firstDrugAt(session);
  return at === undefined ? undefined : toMs(at);
}

/** Minutes from the drug to `atMs`; 0 before the drug. */
export function minuteOf(session: SessionState, atMs: number): number {
  const from = drugMs(session);
  return from === undefined ? 0 : (atMs - from) / MINUTE_MS;
}

/** When (ms) an entry of a type was last typed, or `undefined`. */
export function lastTypedMs(session: SessionState, type: SessionEventType): number | undefined {
  const entry = session.entries.findLast((one) => one.type === type);
  return entry === undefined ? undefined : toMs(entry.recordedAt);
}

/** When (ms) anything was last typed by a person. */
export function lastEntryMs(session: SessionState): number {
  const entry = session.entries.findLast(({ actor }) => actor.role !== 'system');
  return toMs(entry?.recordedAt ?? session.plannedStart);
}

export function has(session: SessionState, type: SessionEventType): boolean {
  return session.entries.some((entry) => entry.type === type);
}

/** Entries of a type after the drug was first given, in log order. */
export function sinceDrug<T extends 'vitals-recorded' | 'observation-recorded'>(session: SessionState, type: T) {
  const from = firstDrugAt(session);
  return from === undefined ? [] : entriesOf(session, type).filter(({ happenedAt }) => happenedAt > from);
}
