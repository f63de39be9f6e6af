import type { HistoryOrder, HistoryPage, HistoryQuery, HistorySort } from '../../shared/wire/history.ts';
import { CursorInvalid } from '../store.ts';
import { and, asc, type Column, count, desc, eq, gt, isNull, lt, or, type Queries, type SQL, sql } from './drizzle.ts';
import { rowsFor, rowsThatPass } from './history-filter.ts';
import { SHOWN, toShown } from './history-shown.ts';
import { history } from './schema.ts';

/** Sort, and the sorted value and session id of the last row given out. */
type Cursor = readonly [sort: string, value: string | number | null, id: string];

/** One page of the history table: missing values come last in either direction, equal ones are ordered by session id. */
export function historyPage(db: Queries, query: HistoryQuery): HistoryPage {
  const sort = query.sort ?? '-plannedStart';
  const limit = Math.min(500, Math.max(1, query.limit ?? 50));
  const column = sortedBy(sort);
  const down = sort.startsWith('-');
  const passes = rowsThatPass(db, query);
  const from = rowsFor(query);
  const rest = query.cursor === undefined ? undefined : isAfter(column, down, parseCursor(query.cursor, sort));
  const first = db
    .select({ id: sql<string>`${history.sessionId}`, value: sql<string | number | null>`${column}` })
    .from(from)
    .where(and(passes, rest))
    .orderBy(down ? desc(column) : sql`${column} ASC NULLS LAST`, down ? desc(history.sessionId) : asc(history.sessionId))
    .limit(limit + 1)
    .all();
  const total = db.select({ rows: count() }).from(from).where(passes).get()?.rows ?? 0;
  const page = first.slice(0, limit);
  const last = page.at(-1);
  // Whole rows are read one by one: only these leave the index.
  const read = db
    .select(SHOWN)
    .from(history)
    .where(eq(history.sessionId, sql.placeholder('id')))
    .prepare();
  return {
    rows: page.flatMap(({ id }) => read.all({ id })).map(toShown),
    next: last === undefined || first.length <= limit ? null : writeCursor([sort, last.value, last.id]),
    total,
  };
}

/** What stands in the index under the name of each sort. */
const SORTED = {
  plannedStart: history.plannedStart,
  patient: history.patientKey,
  indication: history.indication,
  chair: history.chairLabel,
  durationMin: history.durationMin,
  deliveredMg: history.deliveredMg,
  maxSystolic: history.maxSystolic,
  minSpo2: history.minSpo2,
  alarms: sql`(${history.alarmsHigh} + ${history.alarmsMedium} + ${history.alarmsLow})`,
  onTimePercent: sql`(100.0 * ${history.vitalsOnTime} / nullif(${history.vitalsDue}, 0))`,
  score: history.score,
  status: history.status,
} as const satisfies Record<HistorySort, Column | SQL>;

function sortedBy(sort: HistoryOrder): Column | SQL {
  const name = sort.replace(/^-/, '');
  if (!isSort(name)) throw new Error('No such sort');
  return SORTED[name];
}

function isSort(name: string): name is HistorySort {
  return Object.hasOwn(SORTED, name);
}

/** What comes after the last row given out. */
function isAfter(column: Column | SQL, down: boolean, [, value, id]: Cursor): SQL | undefined {
  const further = down ? lt : gt;
  const behind = further(history.sessionId, id);
  if (value === null) return and(isNull(column), behind);
  return or(further(sql`${column}`, value), and(eq(sql`${column}`, value), behind), isNull(column));
}

function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** Throws `CursorInvalid` for text that was not made by `writeCursor`, or for another sort. */
function parseCursor(text: string, sort: string): Cursor {
  try {
    const cursor: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (isCursor(cursor) && cursor[0] === sort) return cursor;
  } catch {
    // Falls through: whatever it is, it is no cursor.
  }
  throw new CursorInvalid('This is not a cursor of this list');
}

/** By hand instead of with zod, which the worker would have to load for this alone. */
function isCursor(value: unknown): value is Cursor {
  if (!Array.isArray(value) || value.length !== 3) return false;
  const [sort, last, id]: unknown[] = value;
  return (
    typeof sort === 'string' && typeof id === 'string' && (last === null || typeof last === 'string' || typeof last === 'number')
  );
}
