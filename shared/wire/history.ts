import { z } from 'zod';
import { idSchema, instantSchema } from '../unit-schemas.ts';
import type { SessionSummary } from '../views/session-summary.ts';

/** `open`: not over. `finished`: discharged or aborted, so it took place and is over. */
export const HISTORY_STATUSES = ['finished', 'open', 'discharged', 'aborted', 'cancelled'] as const;

/** What may have happened in a visit that a manager looks for. */
export const HISTORY_FLAGS = [
  'alarm-high',
  'alarm-medium',
  'overdue',
  'corrected',
  'stopped-early',
  'override',
  'unsigned',
] as const;

/** Columns that the table can be sorted by. Ties are broken by the visit's id; missing values come last in either direction. */
export const HISTORY_SORTS = [
  'plannedStart',
  'patient',
  'indication',
  'chair',
  'durationMin',
  'deliveredMg',
  'maxSystolic',
  'minSpo2',
  'alarms',
  'onTimePercent',
  'score',
  'status',
] as const;
export type HistorySort = (typeof HISTORY_SORTS)[number];
export type HistoryOrder = HistorySort | `-${HistorySort}`;

/** A column, or with `-` before it the same column downwards. */
export const historyOrderSchema = z.enum([...HISTORY_SORTS, ...HISTORY_SORTS.map((sort): `-${HistorySort}` => `-${sort}`)] as [
  HistoryOrder,
  ...HistoryOrder[],
]);

/** Filters of `GET /api/history`, its summary and its export; all optional, all combined with and. */
export const historyFilterSchema = z.strictObject({
  /** Planned start at or after `from` and before `to`. */
  from: instantSchema.optional(),
  to: instantSchema.optional(),
  staff: idSchema.optional(),
  chair: idSchema.optional(),
  patient: idSchema.optional(),
  indication: z.string().min(1).max(40).optional(),
  protocol: idSchema.optional(),
  status: z.enum(HISTORY_STATUSES).optional(),
  flag: z.enum(HISTORY_FLAGS).optional(),
  /** Words looked for in the patient's name and record number. */
  q: z.string().max(120).optional(),
});
export type HistoryFilter = z.infer<typeof historyFilterSchema>;
export type HistoryStatus = NonNullable<HistoryFilter['status']>;
export type HistoryFlag = NonNullable<HistoryFilter['flag']>;

/** What `GET /api/history` is asked. */
export interface HistoryQuery extends HistoryFilter {
  /** Default `-plannedStart`. */
  readonly sort?: HistoryOrder | undefined;
  /** 1…500, default 50. */
  readonly limit?: number | undefined;
  /** Opaque, from `next` of the page before. */
  readonly cursor?: string | undefined;
}

/** Answer of `GET /api/history`. */
export interface HistoryPage {
  readonly rows: readonly SessionSummary[];
  /** Cursor of the next page; null at the end. */
  readonly next: string | null;
  readonly total: number;
}

/** One day of the clinic's time zone. Days without visits are left out. */
export interface HistoryDay {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly sessions: number;
  readonly vitalsOnTimePercent: number | null;
  readonly alarmsHigh: number;
  readonly alarmsMedium: number;
  readonly alarmsLow: number;
}

/** Answer of `GET /api/history/summary`. Missing is null, never 0. */
export interface HistorySummary {
  readonly sessions: number;
  readonly vitalsOnTimePercent: number | null;
  readonly alarmsPerSession: number | null;
  readonly acknowledgeSecondsMedian: number | null;
  readonly recoveryMinMedian: number | null;
  /** Chair minutes used of chair minutes open (10 h a day with at least one session). */
  readonly chairUtilisationPercent: number | null;
  /** Oldest first. */
  readonly days: readonly HistoryDay[];
  /** Share (0…1) of acknowledgements per half minute, 0–5 min; the last holds all slower ones. Empty when there is none. */
  readonly acknowledgeBuckets: readonly number[];
}
