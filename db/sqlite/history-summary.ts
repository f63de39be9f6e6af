import { median } from '../../shared/views/session-summary.ts';
import type { HistoryFilter, HistorySummary } from '../store.ts';
import type { Connection } from './connection.ts';
import { type Where, whereOf } from './history-where.ts';

/** A chair is open this long on a day with at least one visit. */
const OPEN_MINUTES = 10 * 60;
const BUCKETS = 10;
const BUCKET_SECONDS = 30;

interface Sums {
  readonly sessions: number;
  readonly due: number;
  readonly onTime: number;
  readonly high: number;
  readonly medium: number;
  readonly low: number;
}

/** Tiles and small charts over the visits that the filter finds. */
export function historySummary(connection: Connection, filter: HistoryFilter): HistorySummary {
  const where = whereOf(connection, filter);
  const days = daysOf(connection, where);
  const all = days.reduce((sum, day) => plus(sum, day.sums), NOTHING);
  const seconds = acknowledgements(connection, where);
  const { recovery, chairMin, chairs } = totals(connection, where);
  const openMin = days.length * (filter.chair === undefined ? chairs : 1) * OPEN_MINUTES;
  return {
    sessions: all.sessions,
    vitalsOnTimePercent: percent(all.onTime, all.due),
    alarmsPerSession: all.sessions === 0 ? null : (all.high + all.medium + all.low) / all.sessions,
    acknowledgeSecondsMedian: median(seconds),
    recoveryMinMedian: recovery,
    chairUtilisationPercent: percent(chairMin, openMin),
    days: days.map(({ day, sums }) => ({
      day,
      sessions: sums.sessions,
      vitalsOnTimePercent: percent(sums.onTime, sums.due),
      alarmsHigh: sums.high,
      alarmsMedium: sums.medium,
      alarmsLow: sums.low,
    })),
    acknowledgeBuckets: shares(seconds),
  };
}

const NOTHING: Sums = { sessions: 0, due: 0, onTime: 0, high: 0, medium: 0, low: 0 };

function plus(a: Sums, b: Sums): Sums {
  return {
    sessions: a.sessions + b.sessions,
    due: a.due + b.due,
    onTime: a.onTime + b.onTime,
    high: a.high + b.high,
    medium: a.medium + b.medium,
    low: a.low + b.low,
  };
}

function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : (100 * part) / whole;
}

/** Sums per planned start (few different ones) in SQL, then per day of the clinic's time zone here: SQLite knows no zones. */
function daysOf(connection: Connection, where: Where): { readonly day: string; readonly sums: Sums }[] {
  const rows = connection
    .prepare<(string | number)[], Sums & { readonly start: string }>(
      `SELECT substr(planned_start, 1, 16) AS start, count(*) AS sessions, sum(vitals_due) AS due, sum(vitals_on_time) AS onTime,
         sum(alarms_high) AS high, sum(alarms_medium) AS medium, sum(alarms_low) AS low
       FROM history WHERE ${where.sql} GROUP BY 1 ORDER BY 1`,
    )
    .all(...where.params);
  const dayOf = new Intl.DateTimeFormat('en-CA', {
    timeZone: timeZone(connection),
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const days = new Map<string, Sums>();
  for (const row of rows) {
    const day = dayOf.format(new Date(`${row.start}Z`));
    days.set(day, plus(days.get(day) ?? NOTHING, row));
  }
  return [...days].map(([day, sums]) => ({ day, sums }));
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

function totals(connection: Connection, where: Where): { recovery: number | null; chairMin: number; chairs: number } {
  const row = connection
    .prepare<(string | number)[], { recovery: number | null; chairMin: number | null }>(
      `SELECT median(recovery_min) AS recovery, sum(chair_min) AS chairMin FROM history WHERE ${where.sql}`,
    )
    .get(...where.params);
  const chairs = connection
    .prepare<[], number>(
      `SELECT count(*) FROM events AS put WHERE stream >= 'chair/' AND stream < 'chair0' AND json_extract(data, '$.state') <> 'retired'
         AND stream_position = (SELECT max(stream_position) FROM events WHERE stream = put.stream)`,
    )
    .pluck()
    .get();
  return { recovery: row?.recovery ?? null, chairMin: row?.chairMin ?? 0, chairs: chairs ?? 0 };
}

/** Every acknowledgement time of the visits found, in seconds. */
function acknowledgements(connection: Connection, where: Where): number[] {
  const lists = connection
    .prepare<(string | number)[], string>(
      `SELECT acknowledgements FROM history WHERE acknowledgements IS NOT NULL AND ${where.sql}`,
    )
    .pluck();
  const seconds: number[] = [];
  for (const list of lists.iterate(...where.params)) seconds.push(...(JSON.parse(list) as number[]));
  return seconds;
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
