import { fitsItsRow } from '../shared/wire/event-fits.ts';
import { readEvent } from '../shared/wire/read-event.ts';
import { type StoredEvent, toRecorded } from './chain.ts';
import type { SpelledEvent } from './store.ts';

/**
 * An event as this version understands what is stored: older data in the present shape, what it cannot read as `unknown`. The
 * row stays as it is, and so does its hash.
 */
export function readRow(row: StoredEvent): SpelledEvent {
  const stored = toRecorded(row);
  const event = readEvent(stored, fitsItsRow);
  // What is understood otherwise than it is stored has a text of its own.
  return event === stored
    ? stored
    : Object.defineProperty({ ...event, json: '' }, 'json', { value: JSON.stringify(event), enumerable: false });
}
