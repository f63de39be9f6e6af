import { z } from 'zod';
import { daySchema, idSchema, instantSchema } from '../unit-schemas.ts';
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
  'adverse-event',
  'unanswered',
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
  /** Whose visit it was: the nurse it was handed to last. */
  staff: idSchema.optional(),
  /** Who signed that the chart is complete. */
  chartedBy: idSchema.optional(),
  /** The physician who signed the review. */
  reviewedBy: idSchema.optional(),
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

/** What `GET /api/history` is asked. */
export interface HistoryQuery extends HistoryFilter {
  /** Default `-plannedStart`. */
  readonly sort?: HistoryOrder | undefined;
  /** 1…500, default 50. */
  readonly limit?: number | undefined;
  /** Opaque, from `next` of the page before. */
  readonly cursor?: string | undefined;
}

/** One visit on one line. Missing is null, never 0. */
const historyRowSchema = z.object({
  sessionId: idSchema,
  patientId: idSchema,
  patientName: z.string(),
  mrn: z.string(),
  indication: z.string().nullable(),
  infusionNumber: z.int().nullable(),
  infusionsPlanned: z.int().nullable(),
  protocolId: idSchema,
  chairId: idSchema.nullable(),
  chairLabel: z.string().nullable(),
  nurseId: idSchema.nullable(),
  nurseName: z.string().nullable(),
  status: z.enum([
    'scheduled',
    'checked-in',
    'infusing',
    'paused',
    'infused',
    'recovering',
    'discharged',
    'aborted',
    'cancelled',
  ]),
  plannedStart: instantSchema,
  startedAt: instantSchema.nullable(),
  endedAt: instantSchema.nullable(),
  dischargedAt: instantSchema.nullable(),
  durationMin: z.number().nullable(),
  recoveryMin: z.number().nullable(),
  orderedMg: z.number().nullable(),
  deliveredMg: z.number().nullable(),
  maxSystolic: z.number().nullable(),
  maxDiastolic: z.number().nullable(),
  minSpo2: z.number().nullable(),
  alarmsHigh: z.int(),
  alarmsMedium: z.int(),
  alarmsLow: z.int(),
  acknowledgeSeconds: z.number().nullable().describe('Median of this visit’s alarms'),
  vitalsDue: z.int(),
  vitalsOnTime: z.int(),
  score: z.int().nullable(),
  stoppedEarly: z.boolean(),
  overridden: z.boolean(),
  corrected: z.boolean(),
  adverseEvents: z.int(),
  chartedBy: z.string().nullable(),
  reviewedBy: z.string().nullable(),
}) satisfies z.ZodType<SessionSummary>;

/** Answer of `GET /api/history`. */
export const historyPageSchema = z.object({
  rows: z.array(historyRowSchema),
  next: z.string().nullable().describe('Cursor of the next page; null at the end'),
  total: z.int(),
});
export type HistoryPage = Readonly<Omit<z.infer<typeof historyPageSchema>, 'rows'>> & {
  readonly rows: readonly SessionSummary[];
};

/** One day of the clinic's time zone. Days without visits are left out. */
const historyDaySchema = z.object({
  day: daySchema,
  sessions: z.int(),
  vitalsOnTimePercent: z.number().nullable(),
  alarmsHigh: z.int(),
  alarmsMedium: z.int(),
  alarmsLow: z.int(),
});
export type HistoryDay = Readonly<z.infer<typeof historyDaySchema>>;

/** Answer of `GET /api/history/summary`. Missing is null, never 0. */
export const historySummarySchema = z.object({
  sessions: z.int(),
  vitalsOnTimePercent: z.number().nullable(),
  alarmsPerSession: z.number().nullable(),
  acknowledgeSecondsMedian: z.number().nullable(),
  recoveryMinMedian: z.number().nullable(),
  chairUtilisationPercent: z
    .number()
    .nullable()
    .describe('Chair minutes used of chair minutes open (10 h a day with at least one visit)'),
  days: z.array(historyDaySchema).describe('Oldest first'),
  acknowledgeBuckets: z
    .array(z.number())
    .describe(
      'Share (0…1) of acknowledgements per half minute, 0–5 min; the last holds all slower ones. Empty when there is none',
    ),
});
export type HistorySummary = Readonly<z.infer<typeof historySummarySchema>>;
