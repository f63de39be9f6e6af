import type { Recorded } from '../shared/log/event.ts';
import { fitsItsRow } from '../shared/wire/event-fits.ts';
import { readEvent } from '../shared/wire/read-event.ts';
import { type StoredEvent, toRecorded } from './chain.ts';

/**
 * An event as this version understands what is stored: older data in the present shape, what it cannot read as `unknown`. The
 * row stays as it is, and so does its hash.
 */
export function readRow(row: StoredEvent): Recorded {
  return readEvent(toRecorded(row), fitsItsRow);
}
