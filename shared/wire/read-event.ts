import { CLINIC_EVENT_ROWS } from '../clinic/changes.ts';
import type { Recorded } from '../log/event.ts';
import { type ReadableRow, readBy } from '../log/unknown-event.ts';
import { EVENT_ROWS } from '../session/said/all.ts';

const ROWS: ReadonlyMap<string, ReadableRow> = new Map(
  [...Object.values(EVENT_ROWS), ...Object.values(CLINIC_EVENT_ROWS)].map((row) => [row.event, row]),
);

/**
 * An event that came from elsewhere, as this version understands it; what it does not, as `unknown` with its envelope. Done once
 * at each edge; whatever lies behind one may trust what `isSessionEvent` and `isClinicEvent` say. Never throws.
 * @param fits whether data is that of its type. A browser leaves that to its server, which has the same number of the wire
 *   and so the same rows, and withholds data from displays.
 */
export function readEvent<E extends Recorded>(event: E, fits: (type: string, data: unknown) => boolean = isObject): E {
  return readBy(event, ROWS.get(event.type), (data) => fits(event.type, data)) as E;
}

function isObject(_: string, data: unknown): boolean {
  return typeof data === 'object' && data !== null;
}
