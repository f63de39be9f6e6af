import { getTableColumns } from 'drizzle-orm';
import type { HistoryFilter, HistoryRow } from '../store.ts';
import { history } from './schema.ts';

/** A row of the table `history` as the driver takes and gives it: no booleans. */
export type StoredHistory = typeof history.$inferSelect;
type Extra = Exclude<keyof StoredHistory, keyof HistoryRow>;

const EXTRA = {
  chartedById: true,
  reviewedById: true,
  patientKey: true,
  alarms: true,
  onTimePercent: true,
  flags: true,
  overSince: true,
  chairMin: true,
  acknowledgements: true,
} as const satisfies Record<Extra, true>;

/** `[name in code, name in SQL]` of each column. */
export const HISTORY_COLUMNS: readonly (readonly [string, string])[] = Object.entries(getTableColumns(history)).map(
  ([key, column]) => [key, column.name] as const,
);

/** What to SELECT for a `HistoryRow`. */
export const ROW_COLUMNS = HISTORY_COLUMNS.filter(([key]) => !Object.hasOwn(EXTRA, key))
  .map(([key, name]) => `${name} AS ${key}`)
  .join(', ');

/** A bit for each flag of the filter, so that one column of one index answers all of them. */
export const FLAG_BITS = {
  'alarm-high': 1,
  'alarm-medium': 2,
  overdue: 4,
  corrected: 8,
  'stopped-early': 16,
  override: 32,
  unsigned: 64,
} as const satisfies Record<NonNullable<HistoryFilter['flag']>, number>;

export function flagsOf(row: HistoryRow): number {
  const took = row.status === 'discharged' || row.status === 'aborted';
  return (
    (row.alarmsHigh > 0 ? FLAG_BITS['alarm-high'] : 0) |
    (row.alarmsMedium > 0 ? FLAG_BITS['alarm-medium'] : 0) |
    (row.vitalsOnTime < row.vitalsDue ? FLAG_BITS.overdue : 0) |
    (row.corrected ? FLAG_BITS.corrected : 0) |
    (row.stoppedEarly ? FLAG_BITS['stopped-early'] : 0) |
    (row.overridden ? FLAG_BITS.override : 0) |
    // Both signatures are wanted once the visit has taken place; a cancelled one has nothing to sign.
    (took && (row.chartedBy === null || row.reviewedBy === null) ? FLAG_BITS.unsigned : 0)
  );
}

/** A stored row as the world sees it. */
export function toHistoryRow(stored: Omit<StoredHistory, Extra>): HistoryRow {
  const { status, stoppedEarly, overridden, corrected, ...rest } = stored;
  return {
    ...rest,
    status: status as HistoryRow['status'],
    stoppedEarly: stoppedEarly === 1,
    overridden: overridden === 1,
    corrected: corrected === 1,
  };
}

/** Text made comparable: no accents, no capitals. For searching and for sorting names. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
}
