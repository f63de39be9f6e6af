import type { Id } from '../../shared/units.ts';
import { CursorInvalid, HISTORY_SORTS, type HistoryPage, type HistoryQuery, type HistorySort } from '../store.ts';
import type { NumberColumn, TextColumn } from './column.ts';
import type { Connection } from './connection.ts';
import { ROW_COLUMNS, type StoredHistory, toHistoryRow } from './history-columns.ts';
import { rowsMatching } from './history-filter.ts';
import type { HistoryIndex } from './history-index.ts';

/** Sort, and the sorted value and session id of the last row given out. */
type Cursor = readonly [sort: string, value: string | number | null, id: string];

/** One page of the history table: missing values come last in either direction, equal ones are ordered by session id. */
export function historyPage(connection: Connection, index: HistoryIndex, query: HistoryQuery): HistoryPage {
  const sort = query.sort ?? '-plannedStart';
  const limit = Math.min(500, Math.max(1, query.limit ?? 50));
  const cursor = query.cursor === undefined ? undefined : parseCursor(query.cursor, sort);
  const matches = rowsMatching(connection, index, query);
  const column = index[columnOf(sort)];
  const descending = sort.startsWith('-');
  const order = orderOf(index, column, descending ? -1 : 1);
  const after = cursor === undefined ? undefined : (row: number) => order.toPlace(row, cursor[1], cursor[2]) > 0;
  // Rows stand roughly in the order of time: begun at the right end, the usual sort finds its page at once.
  const first = firstOf(descending ? matches.toReversed() : matches, limit + 1, order.compare, after);
  const page = first.slice(0, limit);
  const last = page.at(-1);
  const read = connection.prepare<[Id], StoredHistory>(`SELECT ${ROW_COLUMNS} FROM history WHERE session_id = ?`);
  return {
    rows: page.flatMap((row) => read.all(index.idOf(row))).map(toHistoryRow),
    next: last === undefined || first.length <= limit ? null : writeCursor([sort, column.at(last), index.idOf(last)]),
    total: matches.length,
  };
}

function columnOf(sort: string) {
  const name = HISTORY_SORTS.find((known) => known === sort.replace(/^-/, ''));
  if (name === undefined) throw new Error('No such sort');
  return COLUMNS[name];
}

const COLUMNS = {
  plannedStart: 'plannedStart',
  patient: 'patientKey',
  indication: 'indication',
  chair: 'chairLabel',
  durationMin: 'durationMin',
  deliveredMg: 'deliveredMg',
  maxSystolic: 'maxSystolic',
  minSpo2: 'minSpo2',
  alarms: 'alarms',
  onTimePercent: 'onTimePercent',
  score: 'score',
  status: 'status',
} as const satisfies Record<HistorySort, keyof HistoryIndex>;

function orderOf(index: HistoryIndex, column: NumberColumn | TextColumn, direction: 1 | -1) {
  /** Where a row stands to a place in the order: before (negative), at it (0), after. */
  function toPlace(row: number, value: string | number | null, id: Id): number {
    const own = column.at(row);
    if (own !== value) {
      if (own === null) return 1;
      if (value === null) return -1;
      return own < value ? -direction : direction;
    }
    const ownId = index.idOf(row);
    if (ownId === id) return 0;
    return ownId < id ? -direction : direction;
  }
  return { toPlace, compare: (a: number, b: number) => toPlace(a, column.at(b), index.idOf(b)) };
}

type Compare = (a: number, b: number) => number;

/** The first `count` rows in order, in one pass: only what beats the worst kept so far is sorted in. */
function firstOf(rows: readonly number[], count: number, compare: Compare, wanted?: (row: number) => boolean): number[] {
  const kept: number[] = [];
  for (const row of rows) {
    if (wanted !== undefined && !wanted(row)) continue;
    const worst = kept.at(-1);
    if (kept.length === count && worst !== undefined && compare(row, worst) >= 0) continue;
    if (kept.length === count) kept.pop();
    kept.splice(insertionPoint(kept, row, compare), 0, row);
  }
  return kept;
}

function insertionPoint(sorted: readonly number[], row: number, compare: Compare): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const there = sorted[middle];
    if (there !== undefined && compare(there, row) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
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
