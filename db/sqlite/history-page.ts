import type { Id } from '../../shared/units.ts';
import { HISTORY_SORTS, type HistoryPage, type HistoryQuery, type HistorySort } from '../../shared/wire/history.ts';
import { CursorInvalid } from '../store.ts';
import { type IdKey, idKey, type NumberColumn, type TextColumn } from './column.ts';
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
  const order = orderOf(index, column, sort.startsWith('-') ? -1 : 1);
  const rest = cursor === undefined ? matches : matches.filter((row) => order.compare(row, cursor.place) > 0);
  const first = firstOf(rest, limit + 1, order);
  const page = first.slice(0, limit);
  const last = page.at(-1);
  const read = connection.prepare<[Id], StoredHistory>(`SELECT ${ROW_COLUMNS} FROM history WHERE session_id = ?`);
  return {
    rows: page.flatMap((row) => read.all(index.id.at(row))).map(toHistoryRow),
    next: last === undefined || first.length <= limit ? null : writeCursor([sort, column.at(last), index.id.at(last)]),
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

/** A place in the order: the sorted value and the id of a row that stands there, or stood. */
interface Place {
  readonly value: string | number | null;
  readonly key: IdKey;
}

interface Order {
  /** Where a row stands to a place: before (negative), at it (0), after. */
  compare(row: number, place: Place): number;
  placeOf(row: number): Place;
}

function orderOf(index: HistoryIndex, column: NumberColumn | TextColumn, direction: 1 | -1): Order {
  return {
    compare(row, { value, key }) {
      const own = column.at(row);
      if (own === value) return direction * index.id.compare(row, key);
      if (own === null) return 1;
      if (value === null) return -1;
      return own < value ? -direction : direction;
    },
    placeOf: (row) => ({ value: column.at(row), key: index.id.key(row) }),
  };
}

/** Rows that are read one after another: far enough apart, each would be fetched from memory by itself. */
const BLOCK = 1024;

/**
 * The first `count` rows in order, in one pass: only what beats the worst kept so far is sorted in. Block after block is taken
 * from all over the table: it stands roughly in the order of time, and begun at the wrong end each row would beat all before.
 */
function firstOf(rows: Int32Array, count: number, { compare, placeOf }: Order): number[] {
  const kept: number[] = [];
  let worst: Place | undefined;
  const blocks = Math.ceil(rows.length / BLOCK);
  const leap = leapOver(blocks);
  for (let seen = 0, block = 0; seen < blocks; seen++, block = (block + leap) % blocks)
    for (const row of rows.subarray(block * BLOCK, (block + 1) * BLOCK)) {
      if (worst !== undefined && compare(row, worst) >= 0) continue;
      if (kept.length === count) kept.pop();
      const own = placeOf(row);
      const place = insertionPoint(kept, (there) => compare(there, own) < 0);
      kept.splice(place, 0, row);
      const last = kept.at(-1);
      if (kept.length === count && last !== undefined) worst = placeOf(last);
    }
  return kept;
}

/** A step that meets each of `length` blocks once before it is back: about the golden section of them, with no divisor in common. */
function leapOver(length: number): number {
  const common = (a: number, b: number): number => (b === 0 ? a : common(b, a % b));
  let leap = Math.max(1, Math.round(length * 0.618));
  while (common(leap, length) > 1) leap += 1;
  return leap;
}

/** Number of rows at the front that come before. */
function insertionPoint(sorted: readonly number[], comesBefore: (row: number) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const there = sorted[middle];
    if (there !== undefined && comesBefore(there)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** Throws `CursorInvalid` for text that was not made by `writeCursor`, or for another sort. */
function parseCursor(text: string, sort: string): { readonly place: Place } {
  try {
    const cursor: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (isCursor(cursor) && cursor[0] === sort) return { place: { value: cursor[1], key: idKey(cursor[2]) } };
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
