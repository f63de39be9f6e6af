import type { NewEvent, Recorded } from '../log/event.ts';
import type { SessionEventData, SessionEventType } from './said/all.ts';

export type SessionEvent = { [T in SessionEventType]: Recorded<T, SessionEventData[T]> }[SessionEventType];
export type NewSessionEvent = { [T in SessionEventType]: NewEvent<T, SessionEventData[T]> }[SessionEventType];

/** Whether a recorded event belongs to a visit. */
export function isSessionEvent(event: Recorded): event is SessionEvent {
  return event.stream.startsWith('session/');
}
