import { toMs } from '../units.ts';
import { growthOf } from './growing-list.ts';
import type { SessionEventType } from './said/all.ts';
import type { AnyEntry, Entry, SessionState } from './state.ts';

type Visit = Pick<SessionState, 'entries'>;

/** Something worked out of a visit's entries, one after another. */
export interface EntryFold<T> {
  /** What it is of no entry at all. */
  empty(): T;
  /** A copy that `add` may change without changing the one it was made from; not needed of what cannot change. */
  copy?(result: T): T;
  /** What it is with one more entry. */
  add(result: T, entry: AnyEntry): T;
}

/**
 * Remembers what was worked out of a visit's entries, and goes on from there when entries were added: rules and screens may
 * ask as often as they like, and one more entry costs the same however long the visit is. A correction in the middle is worked
 * out again.
 */
export function foldEntries<T>({ empty, copy = (result) => result, add }: EntryFold<T>): (visit: Visit) => T {
  const known = new WeakMap<object, { readonly length: number; readonly result: T }>();
  return ({ entries }) => {
    const growth = growthOf(entries);
    const before = known.get(growth);
    if (before?.length === entries.length) return before.result;
    const goesOn = before !== undefined && before.length < entries.length;
    let result = goesOn ? copy(before.result) : empty();
    for (let place = goesOn ? before.length : 0; place < entries.length; place++) {
      const entry = entries[place];
      if (entry !== undefined) result = add(result, entry);
    }
    known.set(growth, { length: entries.length, result });
    return result;
  };
}

const byType = foldEntries<Map<SessionEventType, readonly AnyEntry[]>>({
  empty: () => new Map(),
  copy: (lists) => new Map(lists),
  add(lists, entry) {
    if (entry.struck === undefined) lists.set(entry.type, [...(lists.get(entry.type) ?? []), entry]);
    return lists;
  },
});

const NONE: readonly AnyEntry[] = [];

/** Entries of one type that were not struck, in log order. */
export function entriesOf<T extends SessionEventType>(visit: Visit, type: T): readonly Entry<T>[] {
  return (byType(visit).get(type) ?? NONE) as unknown as readonly Entry<T>[];
}

/** When the last thing happened, in ms; entries may be recorded late, so it need not be the last one recorded. */
export const lastHappenedMs = foldEntries<number>({
  empty: () => Number.NEGATIVE_INFINITY,
  add: (last, { happenedAt }) => Math.max(last, toMs(happenedAt)),
});
