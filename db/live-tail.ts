import type { SpelledEvent } from './store.ts';

/** So many of the newest events stay in memory at least, and twice as many at most: some megabytes. */
const KEPT = 2_000;

/**
 * The newest events of the log, in memory. They are added in the very step in which the head moves and listeners are told, so
 * whoever reads here and listens there misses nothing and hears nothing twice. `head` is where it begins: everything before is read
 * from the log itself.
 */
export function liveTail(head: number, kept = KEPT) {
  /** Position before the first event kept. */
  let from = head;
  let events: SpelledEvent[] = [];
  return {
    add(more: readonly SpelledEvent[]): void {
      for (const event of more) events.push(event);
      if (events.length <= 2 * kept) return;
      from += events.length - kept;
      events = events.slice(-kept);
    },
    /** Events after a position, at most `limit`; undefined when the tail does not reach back so far. */
    after: (position: number, limit: number): readonly SpelledEvent[] | undefined =>
      position < from ? undefined : events.slice(position - from, position - from + limit),
  };
}
