import type { SessionSummary } from '../../shared/views/session-summary.ts';
import type { HistoryFilter } from '../../shared/wire/history.ts';

/** A bit for each flag that history is filtered by. */
export const FLAG_BITS = {
  'alarm-high': 1,
  'alarm-medium': 2,
  overdue: 4,
  corrected: 8,
  'stopped-early': 16,
  override: 32,
  unsigned: 64,
  'adverse-event': 128,
  unanswered: 256,
} as const satisfies Record<NonNullable<HistoryFilter['flag']>, number>;

/** The flags of a visit, added up; `unanswered`: how many of its high alarms and calls nobody has answered. */
export function flagsOf(row: SessionSummary, unanswered: number): number {
  const took = row.status === 'discharged' || row.status === 'aborted';
  return (
    (row.alarmsHigh > 0 ? FLAG_BITS['alarm-high'] : 0) |
    (row.alarmsMedium > 0 ? FLAG_BITS['alarm-medium'] : 0) |
    (row.vitalsOnTime < row.vitalsDue ? FLAG_BITS.overdue : 0) |
    (row.corrected ? FLAG_BITS.corrected : 0) |
    (row.stoppedEarly ? FLAG_BITS['stopped-early'] : 0) |
    (row.overridden ? FLAG_BITS.override : 0) |
    (row.adverseEvents > 0 ? FLAG_BITS['adverse-event'] : 0) |
    (unanswered > 0 ? FLAG_BITS.unanswered : 0) |
    // Both signatures are wanted once the visit has taken place; a cancelled one has nothing to sign.
    (took && (row.chartedBy === null || row.reviewedBy === null) ? FLAG_BITS.unsigned : 0)
  );
}
