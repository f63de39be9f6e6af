import type { Protocol } from '../clinic/protocol.ts';
import type { SessionState } from '../session/state.ts';
import { MINUTE_MS, toMs } from '../units.ts';
import { bloodPressures, firstDrugAt } from '../vitals/latest.ts';
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
  const drugMs = toMs(drugAt);
  const sinceMs = since === undefined ? Number.POSITIVE_INFINITY : toMs(since);
  let [due, onTime, fromMs] = [0, 0, drugMs];
  for (const { atMs } of bloodPressures(session)) {
    if (atMs <= drugMs) continue;
    const { duringEveryMin, recoveryEveryMin, graceMin } = protocol.vitals;
    const intervalMs = (atMs > sinceMs ? recoveryEveryMin : duringEveryMin) * MINUTE_MS;
    const gapMs = atMs - fromMs;
    const inTime = gapMs <= intervalMs + graceMin * MINUTE_MS;
    due += inTime ? 1 : Math.max(1, Math.floor(gapMs / intervalMs));
    onTime += inTime ? 1 : 0;
    fromMs = atMs;
  }
  return { due, onTime };
}
