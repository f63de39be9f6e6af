import type { Recorded } from '../../shared/log/event.ts';
import { isSessionEvent } from '../../shared/session/events.ts';
import { EVENT_ROWS, type SessionEventData, type SessionEventType } from '../../shared/session/said/all.ts';

/** Reference data that says nothing of a patient and holds no free text. */
const SHOWN: ReadonlySet<string> = new Set(['clinic-set-up', 'clinic-changed', 'chair-put', 'bay-put', 'protocol-published']);

/** What else a display may have of reference data: fields by name. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  'patient-put': ['id'],
  'plan-put': ['id', 'patientId'],
  'staff-put': ['id', 'initials', 'role', 'active'],
};

/**
 * An event as a wall display may have it: the envelope as it is, so that positions stay without gaps, and the data
 * withheld unless it is known to hold no name and no free text.
 */
export function forDisplay(event: Recorded): Recorded {
  if (isSessionEvent(event)) return { ...event, data: shown(event.type, event.data) };
  if (SHOWN.has(event.type)) return event;
  const fields = Object.entries(event.data ?? {});
  return { ...event, data: Object.fromEntries(fields.filter(([field]) => FIELDS[event.type]?.includes(field) ?? false)) };
}

function shown<T extends SessionEventType>(type: T, data: SessionEventData[T]): unknown {
  const { display } = EVENT_ROWS[type];
  if (typeof display === 'function') return display(data);
  return display === 'whole' ? data : {};
}
