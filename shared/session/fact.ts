import type { NewEvent } from '../log/event.ts';
import { accept, type Decision } from '../log/refusal.ts';
import type { Instant } from '../units.ts';
import type { SessionCommand } from './commands.ts';
import type { NewSessionEvent } from './events.ts';
import { EVENT_ROWS, type KnownEventType, type SessionCommandType, type SessionEventData } from './said/all.ts';

/** The decision to append one fact of a visit. */
export function fact<T extends KnownEventType>(
  sessionId: string,
  type: T,
  at: Instant,
  data: SessionEventData[T],
): Decision<NewSessionEvent> {
  return accept(newFact(sessionId, type, at, data));
}

/** One fact of a visit, in the present version of its type. */
export function newFact<T extends KnownEventType>(
  sessionId: string,
  type: T,
  at: Instant,
  data: SessionEventData[T],
): NewSessionEvent {
  return {
    stream: `session/${sessionId}`,
    type,
    version: EVENT_ROWS[type].version,
    happenedAt: at,
    data,
  } as unknown as NewSessionEvent;
}

/** What a decision makes of the visit itself, without what it makes of the patient and of other visits. */
export function factsOfVisit(sessionId: string, decision: Decision<NewEvent>): Decision<NewSessionEvent> {
  if (!decision.ok) return decision;
  return accept(...decision.events.filter((event): event is NewSessionEvent => event.stream === `session/${sessionId}`));
}

/** One kind of command. */
export type CommandOf<T extends SessionCommandType> = Extract<SessionCommand, { type: T }>;
