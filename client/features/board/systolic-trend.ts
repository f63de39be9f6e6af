import type { Protocol } from '../../../shared/clinic/protocol.ts';
import { orderOf } from '../../../shared/dosing/delivered.ts';
import type { SessionState } from '../../../shared/session/state.ts';
import { MINUTE_MS, toMs } from '../../../shared/units.ts';
import { baselineOf, bloodPressures, firstDrugAt } from '../../../shared/vitals/latest.ts';

export interface SystolicTrend {
  readonly points: readonly { readonly x: number; readonly value: number }[];
  readonly baseline?: number;
  readonly limits: { readonly low: number; readonly high: number };
  readonly range: { readonly min: number; readonly max: number };
  readonly said: string;
}

/** Room before the start for the baseline, and after the planned end. */
const BEFORE_MS = 5 * MINUTE_MS;
const AFTER_MS = 10 * MINUTE_MS;

/**
 * Systolic from the baseline on, over the planned time. The scale is fixed by the limits (12 below the lower, 40 above the
 * upper, in mmHg), never by the readings: two cards can be compared, and no limit is scaled away.
 */
export function systolicTrend(session: SessionState, protocol: Protocol): SystolicTrend {
  const { low = 90, high = 160 } = protocol.limits.systolic.medium ?? {};
  const baseline = baselineOf(session);
  const readings = bloodPressures(session).filter(({ at }) => baseline === undefined || at >= baseline.at);
  const startMs = toMs(firstDrugAt(session) ?? readings[0]?.at ?? session.plannedStart);
  const lastMs = toMs(readings.at(-1)?.at ?? session.plannedStart);
  const fromMs = startMs - BEFORE_MS;
  const toEndMs = Math.max(startMs + (orderOf(session)?.durationMin ?? protocol.durationMin) * MINUTE_MS + AFTER_MS, lastMs);
  const values = readings.map(({ systolic }) => systolic);
  return {
    points: readings.map(({ at, systolic }) => ({
      x: Math.min(1, Math.max(0, (toMs(at) - fromMs) / (toEndMs - fromMs))),
      value: systolic,
    })),
    ...(baseline === undefined ? {} : { baseline: baseline.systolic }),
    limits: { low, high },
    range: { min: low - 12, max: high + 40 },
    said: `Systolic trend: ${values.join(', ')}; ${baseline === undefined ? 'no baseline' : `baseline ${baseline.systolic}`}; limits ${low} to ${high}`,
  };
}
