import { streamId } from '../../shared/log/event.ts';
import type { SessionEventType } from '../../shared/session/said/all.ts';
import type { Id, Instant } from '../../shared/units.ts';
import { and, eq, gt, gte, inArray, isNull, or, type Queries, sql } from './drizzle.ts';
import { FLAG_BITS } from './history-flags.ts';
import { events, history } from './schema.ts';

/** What ends a visit. */
const ENDINGS: readonly SessionEventType[] = ['discharged', 'session-aborted', 'session-cancelled'];

/**
 * Ids of visits that are not over, ended at or after `since`, or have an alarm that nobody answered: from the rows of history as far as they go, and from the events
 * after `cursor` by what they say themselves, so that no start waits for history.
 */
export function openVisits(db: Queries, { since, cursor }: { readonly since: Instant; readonly cursor: number }): Id[] {
  const rows = db
    .select({ id: history.sessionId })
    .from(history)
    .where(or(isNull(history.overSince), gte(history.overSince, since)))
    .all();
  const begun = db
    .select({ stream: events.stream })
    .from(events)
    .where(and(gt(events.position, cursor), eq(events.type, 'session-scheduled')))
    .all();
  const ended = db
    .select({ stream: events.stream, at: events.happenedAt })
    .from(events)
    .where(and(gt(events.position, cursor), inArray(events.type, [...ENDINGS])))
    .all();
  // An alarm that nobody answered outlives its visit.
  const unanswered = db
    .select({ id: history.sessionId })
    .from(history)
    .where(sql`${history.flags} & ${FLAG_BITS.unanswered} <> 0`)
    .all();
  const alarmed = db
    .select({ stream: events.stream })
    .from(events)
    .where(and(gt(events.position, cursor), inArray(events.type, ['alarm-raised', 'alarm-cleared'])))
    .groupBy(events.stream)
    .having(sql`sum(CASE ${events.type} WHEN 'alarm-raised' THEN 1 ELSE -1 END) > 0`)
    .all();
  const ids = new Set([...rows.map(({ id }) => id), ...begun.map(({ stream }) => streamId(stream))]);
  for (const { stream, at } of ended) {
    if (at < since) ids.delete(streamId(stream));
    else ids.add(streamId(stream));
  }
  for (const { stream } of alarmed) ids.add(streamId(stream));
  for (const { id } of unanswered) ids.add(id);
  return [...ids];
}
