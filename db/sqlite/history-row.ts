import { dayAt } from '../../shared/clinic/calendar-day.ts';
import { folded } from '../../shared/clinic/folded.ts';
import type { ClinicState } from '../../shared/clinic/state.ts';
import { entriesOf } from '../../shared/session/entries.ts';
import { isOver } from '../../shared/session/occupancy.ts';
import type { SessionState } from '../../shared/session/state.ts';
import { unansweredAlarms } from '../../shared/session/unanswered.ts';
import { type Id, MINUTE_MS, toMs } from '../../shared/units.ts';
import { acknowledgementSeconds, summarizeSession } from '../../shared/views/session-summary.ts';
import { flagsOf } from './history-flags.ts';
import type { history } from './schema.ts';

/** A row of the table `history`: no booleans. */
export type StoredHistory = typeof history.$inferSelect;

/**
 * Raise it whenever a row comes out otherwise than before (another column, another folding of names): rows are then rebuilt from
 * the events at the next start.
 */
export const HISTORY_SHAPE = 3;

/** A visit as one row. Pure: it comes out the same when it is rebuilt years later. */
export function toStored(state: SessionState, clinic: ClinicState): StoredHistory {
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
    patientKey: folded(row.patientName),
    day: dayAt(toMs(row.plannedStart), timeZoneOf(clinic)),
    flags: flagsOf(row, unansweredAlarms(state).length),
  };
}

/** The zone that the days of history are counted in. */
export function timeZoneOf(clinic: ClinicState): string {
  return clinic.clinic?.timeZone ?? 'UTC';
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
