import type { ClinicState } from '../../shared/clinic/state.ts';
import { entriesOf } from '../../shared/session/entries.ts';
import { isOver } from '../../shared/session/occupancy.ts';
import type { SessionState } from '../../shared/session/state.ts';
import { type Id, MINUTE_MS, toMs } from '../../shared/units.ts';
import { acknowledgementSeconds, summarizeSession } from '../../shared/views/session-summary.ts';
import type { StoredHistory } from './history-columns.ts';

/** A visit as one row. Pure: it comes out the same when it is rebuilt years later. */
export function toHistory(state: SessionState, clinic: ClinicState): StoredHistory {
  const row = summarizeSession(state, clinic);
  const times = acknowledgementSeconds(state.alarms);
  return {
    ...row,
    stoppedEarly: Number(row.stoppedEarly),
    overridden: Number(row.overridden),
    corrected: Number(row.corrected),
    chartedById: signerOf(state, 'charted'),
    reviewedById: signerOf(state, 'reviewed'),
    overSince: isOver(state.phase) ? state.phaseSince : null,
    chairMin: chairMinutes(state),
    acknowledgements: times.length === 0 ? null : JSON.stringify(times),
  };
}

function signerOf(state: SessionState, meaning: 'charted' | 'reviewed'): Id | null {
  return entriesOf(state, 'record-signed').find(({ data }) => data.meaning === meaning)?.actor.id ?? null;
}

/** What empties the chair; only one of the last three can be, and after the first. */
const LEAVING = ['moved-to-recovery', 'discharged', 'session-aborted', 'session-cancelled'] as const;

/** Minutes from check-in to leaving the chair (for recovery, or for good); null while it is not left or was never taken. */
function chairMinutes(state: SessionState): number | null {
  const taken = entriesOf(state, 'checked-in')[0]?.happenedAt;
  const left = LEAVING.map((type) => entriesOf(state, type)[0]).find((entry) => entry !== undefined)?.happenedAt;
  if (taken === undefined || left === undefined || state.chairId === undefined) return null;
  return Math.max(0, (toMs(left) - toMs(taken)) / MINUTE_MS);
}
