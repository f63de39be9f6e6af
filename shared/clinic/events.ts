import type { NewEvent, Recorded } from '../log/event.ts';
import type { UnknownData } from '../log/unknown-event.ts';
import { CLINIC_STREAMS, type ClinicEventData, type ClinicEventType } from './changes.ts';

export type ClinicEvent =
  | { [T in ClinicEventType]: Recorded<T, ClinicEventData[T]> }[ClinicEventType]
  | Recorded<'unknown', UnknownData>;
export type NewClinicEvent = { [T in ClinicEventType]: NewEvent<T, ClinicEventData[T]> }[ClinicEventType];

/** Whether an event, read by `readEvent`, belongs to the clinic's reference data rather than to a visit. */
export function isClinicEvent<E extends Recorded>(event: E): event is E & ClinicEvent {
  return CLINIC_STREAMS.has(event.stream.slice(0, event.stream.indexOf('/')));
}
