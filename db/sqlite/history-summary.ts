import { median } from '../../shared/views/median.ts';
import type { HistoryFilter, HistorySummary } from '../../shared/wire/history.ts';
import { and, count, isNotNull, type Queries, sql } from './drizzle.ts';
import { rowsFor, rowsThatPass } from './history-filter.ts';
import { events, history } from './schema.ts';

/** A chair is open this long on a day with at least one visit. */
const OPEN_MINUTES = 10 * 60;
const BUCKETS = 10;
const BUCKET_SECONDS = 30;

/** Tiles and small charts over the visits that the filter finds. */
export function historySummary(db: Queries, filter: HistoryFilter): HistorySummary {
  const passes = rowsThatPass(db, filter);
  const from = rowsFor(filter);
  const days = db
    .select({
      day: sql<string>`${history.day}`,
      sessions: count(),
      due: total(history.vitalsDue),
      onTime: total(history.vitalsOnTime),
      alarmsHigh: total(history.alarmsHigh),
      alarmsMedium: total(history.alarmsMedium),
      alarmsLow: total(history.alarmsLow),
      chairMin: total(history.chairMin),
    })
    .from(from)
    .where(passes)
    .groupBy(history.day)
    .orderBy(history.day)
    .all();
  const recovery = db
    .select({ minutes: sql<number>`${history.recoveryMin}` })
    .from(from)
    .where(and(passes, isNotNull(history.recoveryMin)))
    .all();
  const seconds = db
    .select({ times: sql<string>`${history.acknowledgements}` })
    .from(from)
    .where(and(passes, isNotNull(history.acknowledgements)))
    .all()
    .flatMap(({ times }) => JSON.parse(times) as number[]);
  const sum = (of: 'sessions' | 'due' | 'onTime' | 'alarmsHigh' | 'alarmsMedium' | 'alarmsLow' | 'chairMin') =>
    days.reduce((all, day) => all + day[of], 0);
  const sessions = sum('sessions');
  const openMin = days.length * (filter.chair === undefined ? chairsInUse(db) : 1) * OPEN_MINUTES;
  return {
    sessions,
    vitalsOnTimePercent: percent(sum('onTime'), sum('due')),
    alarmsPerSession: sessions === 0 ? null : (sum('alarmsHigh') + sum('alarmsMedium') + sum('alarmsLow')) / sessions,
    acknowledgeSecondsMedian: median(seconds),
    recoveryMinMedian: median(recovery.map(({ minutes }) => minutes)),
    chairUtilisationPercent: percent(sum('chairMin'), openMin),
    days: days.map(({ day, sessions: ofDay, due, onTime, alarmsHigh, alarmsMedium, alarmsLow }) => ({
      day,
      sessions: ofDay,
      vitalsOnTimePercent: percent(onTime, due),
      alarmsHigh,
      alarmsMedium,
      alarmsLow,
    })),
    acknowledgeBuckets: shares(seconds),
  };
}

/** The sum of a column, 0 of nothing. */
function total(
  column: (typeof history)['vitalsDue' | 'vitalsOnTime' | 'alarmsHigh' | 'alarmsMedium' | 'alarmsLow' | 'chairMin'],
) {
  return sql<number>`total(${column})`;
}

function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : (100 * part) / whole;
}

/** Chairs that are not retired. */
function chairsInUse(db: Queries): number {
  const { chairs } = db.get<{ chairs: number }>(
    sql`SELECT count(*) AS chairs FROM ${events} AS put WHERE stream >= 'chair/' AND stream < 'chair0'
          AND json_extract(data, '$.state') <> 'retired'
          AND stream_position = (SELECT max(stream_position) FROM ${events} WHERE stream = put.stream)`,
  );
  return chairs;
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
