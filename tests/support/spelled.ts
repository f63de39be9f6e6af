import type { SpelledEvent } from '../../db/store.ts';
import { canonicalJson } from '../../shared/log/canonical-json.ts';
import type { Recorded } from '../../shared/log/event.ts';

/** An event as a store hands it out: with its text at hand, which is no member of its own. */
export function spelled(event: Recorded): SpelledEvent {
  const json = canonicalJson(event);
  return Object.defineProperty({ ...event, json }, 'json', { value: json, enumerable: false });
}
