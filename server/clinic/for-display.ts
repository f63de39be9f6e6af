import { CLINIC_EVENT_ROWS, type ClinicEventData, type ClinicEventType } from '../../shared/clinic/changes.ts';
import { isClinicEvent } from '../../shared/clinic/events.ts';
import type { Recorded } from '../../shared/log/event.ts';
import { isSessionEvent } from '../../shared/session/events.ts';
import { EVENT_ROWS, type SessionEventData, type SessionEventType } from '../../shared/session/said/all.ts';

/**
 * An event as a wall display may have it: the envelope as it is, so that positions stay without gaps, and the data
 * withheld unless its row says that it holds no name and no free text.
 */
export function forDisplay(event: Recorded): Recorded {
  if (isSessionEvent(event)) return withData(event, ofVisit(event.type, event.data));
  if (isClinicEvent(event) && event.type !== 'unknown') return withData(event, ofClinic(event.type, event.data));
  return withData(event, {});
}

/** What a display may have whole is the same event, not a copy: its text need not be spelled again. */
function withData(event: Recorded, data: unknown): Recorded {
  return data === event.data ? event : { ...event, data };
}

function ofVisit<T extends SessionEventType>(type: T, data: SessionEventData[T]): unknown {
  // Of what has no row nothing is known to be harmless.
  return Object.hasOwn(EVENT_ROWS, type) ? shown(EVENT_ROWS[type].display, data) : {};
}

function ofClinic<T extends ClinicEventType>(type: T, data: ClinicEventData[T]): unknown {
  return shown(CLINIC_EVENT_ROWS[type].display, data);
}

function shown<D>(display: 'whole' | 'nothing' | ((data: D) => unknown), data: D): unknown {
  if (typeof display === 'function') return display(data);
  return display === 'whole' ? data : {};
}
