import type { ClinicState } from '../../shared/clinic/state.ts';
import type { SessionEvent } from '../../shared/session/events.ts';
import type { AnyEntry, SessionState } from '../../shared/session/state.ts';
import { type Cell, csvLine } from './csv.ts';

const HEADER = [
  'position',
  'event',
  'happened at',
  'recorded at',
  'by',
  'role',
  'field',
  'recorded value',
  'value now',
  'corrected at',
  'corrected by',
  'struck because',
];

/**
 * A visit as CSV: one line for each value of each event, in log order, as it was recorded, beside what it is now when it was
 * corrected. Corrections and strikes stand there as events of their own too.
 */
export function sessionCsv(events: readonly SessionEvent[], session: SessionState, clinic: ClinicState): string {
  const entries = new Map(session.entries.map((entry) => [entry.eventId, entry]));
  const nameOf = (id: string) => clinic.staff.get(id)?.name ?? id;
  const lines = events.flatMap((event) => eventLines(event, entries.get(event.id), nameOf));
  return [csvLine(HEADER), ...lines].join('');
}

function eventLines(event: SessionEvent, entry: AnyEntry | undefined, nameOf: (id: string) => string): string[] {
  // What this version cannot show is still written out as it stands in the log.
  const { type, data } = event.type === 'unknown' ? event.data : event;
  const recorded = flatten(data);
  const correction = entry?.corrections.at(-1);
  const now = correction === undefined ? undefined : flatten(entry?.data);
  const fields = new Set([...recorded.keys(), ...(now?.keys() ?? [])]);
  const start: Cell[] = [event.position, type, event.happenedAt, event.recordedAt, nameOf(event.actor.id), event.actor.role];
  const end: Cell[] = [correction?.at, correction === undefined ? undefined : nameOf(correction.by.id), entry?.struck?.reason];
  if (fields.size === 0) return [csvLine([...start, '', '', '', ...end])];
  return [...fields].map((field) => csvLine([...start, field, recorded.get(field), now?.get(field), ...end]));
}

/** Values by dotted path: `escort.name`, `identifiers.0`. */
function flatten(data: unknown, path = '', into = new Map<string, Cell>()): Map<string, Cell> {
  if (typeof data === 'object' && data !== null)
    for (const [key, value] of Object.entries(data)) flatten(value, path === '' ? key : `${path}.${key}`, into);
  else if (typeof data === 'string' || typeof data === 'number' || typeof data === 'boolean') into.set(path, data);
  return into;
}
