import { z } from 'zod';
import { daySchema, idSchema } from '../../../shared/unit-schemas.ts';
import { HISTORY_FLAGS, HISTORY_STATUSES, type HistoryOrder, historyOrderSchema } from '../../../shared/wire/history.ts';
import { type Period, RANGES } from './period.ts';

/** What an address that says nothing of it means. */
export const DEFAULT_SORT: HistoryOrder = '-plannedStart';
export const DEFAULT_STATUS = 'finished';

/** A part of an address that makes no sense is left out: the rest of it still counts. */
const lenient = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);

/**
 * The filters as they stand in the address bar, so that an address can be sent to somebody else. What is looked for by
 * name is not among them: an address stays in logs and browsers, and a name has no business there.
 */
const searchSchema = z.object({
  range: lenient(z.enum(RANGES)),
  /** Days of the clinic, both included; they count instead of the range. */
  from: lenient(daySchema),
  to: lenient(daySchema),
  staff: lenient(idSchema),
  chartedBy: lenient(idSchema),
  reviewedBy: lenient(idSchema),
  chair: lenient(idSchema),
  patient: lenient(idSchema),
  indication: lenient(z.string().min(1).max(40)),
  protocol: lenient(idSchema),
  status: lenient(z.enum(['all', ...HISTORY_STATUSES])),
  flag: lenient(z.enum(HISTORY_FLAGS)),
  sort: lenient(historyOrderSchema),
  /** The visit that the drawer shows. */
  session: lenient(idSchema),
});
export type HistorySearch = Defined<z.infer<typeof searchSchema>>;

type Defined<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

/** Reads the address bar. */
export function readSearch(search: Record<string, unknown>): HistorySearch {
  const given = Object.entries(searchSchema.parse(search)).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given);
}

/** The filters that narrow the list, the period aside. */
export const NARROWING = ['staff', 'chartedBy', 'reviewedBy', 'chair', 'patient', 'indication', 'protocol', 'flag'] as const;

/** The question to the server: query of `/api/history`, its summary and its export. Days are days of the clinic. */
export function historyQuery(search: HistorySearch, period: Period, words: string): URLSearchParams {
  const query = new URLSearchParams();
  const { from, to } = period;
  if (from !== undefined) query.set('from', from);
  if (to !== undefined) query.set('to', to);
  for (const name of NARROWING) {
    const value = search[name];
    if (value !== undefined) query.set(name, value);
  }
  const status = search.status ?? DEFAULT_STATUS;
  if (status !== 'all') query.set('status', status);
  if (words.trim() !== '') query.set('q', words.trim());
  return query;
}
