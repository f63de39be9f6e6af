import { entriesOf } from '../session/entries.ts';
import type { SessionEventData } from '../session/said/all.ts';
import type { SessionState } from '../session/state.ts';
import { toMs } from '../units.ts';

/** A fact that stands in the way of a step: a value beyond a bound, an answer, a result. */
export type Fact = NonNullable<SessionEventData['check-overridden']['seen']>[number];

/**
 * Whether a physician has gone on against each of these facts. An override holds for what was seen when it was given: the same
 * value or a better one on the same side, the very answer, the very result. What is newer and worse, or of another kind, it does not cover.
 * `sinceMs`: only what was overridden from then on counts.
 */
export function isCovered(
  session: SessionState,
  item: string,
  facts: readonly Fact[],
  sinceMs = Number.NEGATIVE_INFINITY,
): boolean {
  const seen = entriesOf(session, 'check-overridden').flatMap(({ data, happenedAt }) =>
    data.item === item && toMs(happenedAt) >= sinceMs ? (data.seen ?? []) : [],
  );
  return facts.length > 0 && facts.every((fact) => seen.some((one) => covers(one, fact)));
}

function covers(seen: Fact, fact: Fact): boolean {
  if (seen.what !== fact.what || seen.bound !== fact.bound) return false;
  if (typeof seen.value === 'number' && typeof fact.value === 'number')
    return fact.bound === 'low' ? fact.value >= seen.value : fact.value <= seen.value;
  return seen.value === fact.value && seen.eventId === fact.eventId;
}
