import { type Day, dayAt } from '../../shared/clinic/calendar-day.ts';
import { MINUTE_MS } from '../../shared/units.ts';
import { median } from '../../shared/views/median.ts';
import type { HistoryFilter, HistorySummary } from '../../shared/wire/history.ts';
import type { NumberColumn } from './column.ts';
import type { Connection } from './connection.ts';
import { rowsMatching } from './history-filter.ts';
import type { HistoryIndex } from './history-index.ts';

/** A chair is open this long on a day with at least one visit. */
const OPEN_MINUTES = 10 * 60;
const QUARTER_HOUR_MS = 15 * MINUTE_MS;
const BUCKETS = 10;
const BUCKET_SECONDS = 30;

/** Tiles and small charts over the visits that the filter finds. */
export function historySummary(connection: Connection, index: HistoryIndex, filter: HistoryFilter): HistorySummary {
  const rows = [...rowsMatching(connection, index, filter)];
  const byDay = rowsByDay(index, rows, timeZone(connection));
  const seconds = rows.flatMap((row) => index.acknowledgements.get(row) ?? []);
  const recovery = rows.map((row) => index.recoveryMin.at(row)).filter((minutes) => minutes !== null);
  const openMin = byDay.size * (filter.chair === undefined ? chairsInUse(connection) : 1) * OPEN_MINUTES;
  return {
    sessions: rows.length,
    vitalsOnTimePercent: percent(sum(index.vitalsOnTime, rows), sum(index.vitalsDue, rows)),
    alarmsPerSession: rows.length === 0 ? null : sum(index.alarms, rows) / rows.length,
    acknowledgeSecondsMedian: median(seconds),
    recoveryMinMedian: median(recovery),
    chairUtilisationPercent: percent(sum(index.chairMin, rows), openMin),
    days: [...byDay].map(([day, ofDay]) => ({
      day,
      sessions: ofDay.length,
      vitalsOnTimePercent: percent(sum(index.vitalsOnTime, ofDay), sum(index.vitalsDue, ofDay)),
      alarmsHigh: sum(index.alarmsHigh, ofDay),
      alarmsMedium: sum(index.alarmsMedium, ofDay),
      alarmsLow: sum(index.alarmsLow, ofDay),
    })),
    acknowledgeBuckets: shares(seconds),
  };
}

function sum(column: NumberColumn, rows: readonly number[]): number {
  return rows.reduce((total, row) => total + (column.at(row) ?? 0), 0);
}

function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : (100 * part) / whole;
}

/** Rows by the day of their planned start in the clinic's time zone, oldest first. */
function rowsByDay(index: HistoryIndex, rows: readonly number[], zone: string): Map<Day, number[]> {
  // Asking the calendar is what takes time here, and no time zone begins a day within a quarter of an hour.
  const dayOf = new Map<number, Day>();
  const days = new Map<Day, number[]>();
  for (const row of rows) {
    const start = index.plannedStart.raw(row);
    const quarter = Math.floor(start / QUARTER_HOUR_MS);
    const day = dayOf.get(quarter) ?? dayAt(start, zone);
    dayOf.set(quarter, day);
    const ofDay = days.get(day);
    if (ofDay === undefined) days.set(day, [row]);
    else ofDay.push(row);
  }
  return new Map([...days].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function timeZone(connection: Connection): string {
  const zone = connection
    .prepare<[], string>(
      `SELECT json_extract(data, '$.timeZone') FROM events WHERE stream >= 'clinic/' AND stream < 'clinic0' ORDER BY position DESC LIMIT 1`,
    )
    .pluck()
    .get();
  return zone ?? 'UTC';
}

/** Chairs that are not retired. */
function chairsInUse(connection: Connection): number {
  const chairs = connection
    .prepare<[], number>(
      `SELECT count(*) FROM events AS put WHERE stream >= 'chair/' AND stream < 'chair0' AND json_extract(data, '$.state') <> 'retired'
         AND stream_position = (SELECT max(stream_position) FROM events WHERE stream = put.stream)`,
    )
    .pluck()
    .get();
  return chairs ?? 0;
}

/** Share (0…1) of the times in each half minute; all from 4:30 on are in the last. Empty when there is none. */
function shares(seconds: readonly number[]): number[] {
  if (seconds.length === 0) return [];
  const counts = new Array<number>(BUCKETS).fill(0);
  for (const one of seconds) {
    const bucket = Math.min(BUCKETS - 1, Math.floor(one / BUCKET_SECONDS));
    counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
  return counts.map((count) => count / seconds.length);
}
