import type { Protocol } from '../../../shared/clinic/protocol.ts';
import type { SessionState } from '../../../shared/session/state.ts';
import type { Instant } from '../../../shared/units.ts';
import { freshness } from '../../../shared/vitals/freshness.ts';
import type { ValueState } from '../../components/value.tsx';

/** Whether a reading may still be taken as live: until it is overdue by the protocol's interval of the present phase. */
export function valueState(session: SessionState, { vitals }: Protocol, at: Instant, nowMs: number): ValueState {
  const before = session.phase === 'scheduled' || session.phase === 'checked-in';
  const during = session.phase === 'infusing' || session.phase === 'paused';
  const everyMin = before ? vitals.beforeWithinMin : during ? vitals.duringEveryMin : vitals.recoveryEveryMin;
  const { state } = freshness(at, { everyMin, graceMin: before ? 0 : vitals.graceMin }, nowMs);
  return state === 'overdue' || state === 'stale' ? 'stale' : 'fresh';
}
