import { z } from 'zod';
import { CursorInvalid, type HistoryPage, type HistoryQuery, type HistorySort } from '../store.ts';
import type { Connection } from './connection.ts';
import { ROW_COLUMNS, type StoredHistory, toHistoryRow } from './history-columns.ts';
import { type Where, whereOf } from './history-where.ts';

/** Column and index of each sort. */
const SORTS = {
  plannedStart: ['planned_start', 'history_by_start'],
  patient: ['patient_key', 'history_by_patient'],
  indication: ['indication', 'history_by_indication'],
  chair: ['chair_label', 'history_by_chair'],
  durationMin: ['duration_min', 'history_by_duration'],
  deliveredMg: ['delivered_mg', 'history_by_delivered'],
  maxSystolic: ['max_systolic', 'history_by_systolic'],
  minSpo2: ['min_spo2', 'history_by_spo2'],
  alarms: ['alarms', 'history_by_alarms'],
  onTimePercent: ['on_time_percent', 'history_by_on_time'],
  score: ['score', 'history_by_score'],
  status: ['status', 'history_by_status'],
} as const satisfies Record<HistorySort, readonly [string, string]>;

/** Up to this many matches are fetched and sorted; with more, walking the sort's own index meets a page of them soon. */
const FEW_MATCHES = 2000;

const cursorSchema = z.tuple([z.string(), z.union([z.string(), z.number(), z.null()]), z.string()]);
type Cursor = z.infer<typeof cursorSchema>;
type Found = StoredHistory & { readonly sortValue: string | number | null };

/** One page of the history table. Rows whose sorted value is missing come last in either direction. */
export function historyPage(connection: Connection, query: HistoryQuery): HistoryPage {
  const sort = query.sort ?? '-plannedStart';
  const limit = Math.min(500, Math.max(1, query.limit ?? 50));
  const cursor = query.cursor === undefined ? undefined : parseCursor(query.cursor, sort);
  const where = whereOf(connection, query);
  const total = count(connection, where);
  const found = total === 0 ? [] : walk(connection, { where, sort, cursor, total, limit: limit + 1 });
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page.map(({ sortValue: _, ...row }) => toHistoryRow(row)),
    next: last === undefined || found.length <= limit ? null : writeCursor([sort, last.sortValue, last.sessionId]),
    total,
  };
}

function count(connection: Connection, where: Where): number {
  const hint = where.sql === '1' ? '' : `INDEXED BY ${where.index}`;
  const sql = `SELECT count(*) FROM history ${hint} WHERE ${where.sql}`;
  return (
    connection
      .prepare<(string | number)[], number>(sql)
      .pluck()
      .get(...where.params) ?? 0
  );
}

interface Walk {
  readonly where: Where;
  readonly sort: string;
  readonly cursor: Cursor | undefined;
  readonly total: number;
  readonly limit: number;
}

/** Rows with a value in order, then those without: two plain index walks instead of one that SQLite cannot resume. */
function walk(connection: Connection, { where, sort, cursor, total, limit }: Walk): Found[] {
  const descending = sort.startsWith('-');
  const [column, sortIndex] = SORTS[(descending ? sort.slice(1) : sort) as HistorySort];
  const index = total <= FEW_MATCHES ? where.index : sortIndex;
  const [direction, beyond] = descending ? ['DESC', '<'] : ['ASC', '>'];
  const [, value, id] = cursor ?? [];
  const ask = (condition: string, order: string, params: readonly (string | number)[], rows: number): Found[] =>
    connection
      .prepare<(string | number)[], Found>(
        `SELECT ${ROW_COLUMNS}, ${column} AS sortValue FROM history INDEXED BY ${index}
         WHERE ${condition} AND ${where.sql} ORDER BY ${order} LIMIT ?`,
      )
      .all(...params, ...where.params, rows);

  const found: Found[] = [];
  if (value !== null) {
    const [after, params] =
      value === undefined || id === undefined ? ['1', []] : [`(${column}, session_id) ${beyond} (?, ?)`, [value, id]];
    found.push(...ask(`${column} IS NOT NULL AND ${after}`, `${column} ${direction}, session_id ${direction}`, params, limit));
  }
  if (found.length < limit) {
    const [after, params] = value === null && id !== undefined ? [`session_id ${beyond} ?`, [id]] : ['1', []];
    found.push(...ask(`${column} IS NULL AND ${after}`, `session_id ${direction}`, params, limit - found.length));
  }
  return found;
}

function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** Throws `CursorInvalid` for text that was not made by `writeCursor`, or for another sort. */
function parseCursor(text: string, sort: string): Cursor {
  try {
    const cursor = cursorSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    if (cursor[0] === sort) return cursor;
  } catch {
    // Falls through: whatever it is, it is no cursor.
  }
  throw new CursorInvalid('This is not a cursor of this list');
}
