import type { NewEvent, Recorded } from '../log/event.ts';
import type { KnownEventType, SessionEventData, SessionEventType } from './said/all.ts';

export type SessionEvent = { [T in SessionEventType]: Recorded<T, SessionEventData[T]> }[SessionEventType];
export type NewSessionEvent = { [T in KnownEventType]: NewEvent<T, SessionEventData[T]> }[KnownEventType];

/** Whether an event, read by `readEvent`, belongs to a visit. */
export function isSessionEvent<E extends Recorded>(event: E): event is E & SessionEvent {
  return event.stream.startsWith('session/');
}
