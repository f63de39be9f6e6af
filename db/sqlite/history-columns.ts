import type { SessionSummary } from '../../shared/views/session-summary.ts';
import type { history } from './schema.ts';

/** A row of the table `history` as the driver takes and gives it: no booleans. */
export type StoredHistory = typeof history.$inferSelect;
type Extra = Exclude<keyof StoredHistory, keyof SessionSummary>;

/** Columns that a `SessionSummary` has. */
const SHOWN = {
  sessionId: true,
  patientId: true,
  patientName: true,
  mrn: true,
  indication: true,
  infusionNumber: true,
  infusionsPlanned: true,
  protocolId: true,
  chairId: true,
  chairLabel: true,
  nurseId: true,
  nurseName: true,
  status: true,
  plannedStart: true,
  startedAt: true,
  endedAt: true,
  dischargedAt: true,
  durationMin: true,
  recoveryMin: true,
  orderedMg: true,
  deliveredMg: true,
  maxSystolic: true,
  maxDiastolic: true,
  minSpo2: true,
  alarmsHigh: true,
  alarmsMedium: true,
  alarmsLow: true,
  acknowledgeSeconds: true,
  vitalsDue: true,
  vitalsOnTime: true,
  score: true,
  stoppedEarly: true,
  overridden: true,
  corrected: true,
  chartedBy: true,
  reviewedBy: true,
} as const satisfies Record<keyof SessionSummary, true>;

/** Columns for renames, boards and tiles only. */
const EXTRA = {
  chartedById: true,
  reviewedById: true,
  overSince: true,
  chairMin: true,
  acknowledgements: true,
} as const satisfies Record<Extra, true>;

/**
 * `[name in code, name in SQL]` of each column. Not asked of the Drizzle schema, which only lends its types (see `migrate.ts`);
 * a test holds the two against each other.
 */
export const HISTORY_COLUMNS: readonly (readonly [string, string])[] = Object.keys({ ...SHOWN, ...EXTRA }).map((key) => [
  key,
  key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
]);

/** What to SELECT for a `SessionSummary`. */
export const ROW_COLUMNS = HISTORY_COLUMNS.filter(([key]) => Object.hasOwn(SHOWN, key))
  .map(([key, name]) => `${name} AS ${key}`)
  .join(', ');

/** A stored row as the world sees it. */
export function toHistoryRow(stored: Omit<StoredHistory, Extra>): SessionSummary {
  const { status, stoppedEarly, overridden, corrected, ...rest } = stored;
  return {
    ...rest,
    status: status as SessionSummary['status'],
    stoppedEarly: stoppedEarly === 1,
    overridden: overridden === 1,
    corrected: corrected === 1,
  };
}
