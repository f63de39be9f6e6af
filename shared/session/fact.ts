import { accept, type Decision, refuse } from '../log/refusal.ts';
import type { Instant } from '../units.ts';
import type { SessionCommand, SessionCommandType } from './commands.ts';
import type { NewSessionEvent, SessionEventData, SessionEventType } from './events.ts';
import type { Phase, SessionState } from './state.ts';

/** The decision to append one fact of a visit. */
export function fact<T extends SessionEventType>(
  sessionId: string,
  type: T,
  at: Instant,
  data: SessionEventData[T],
): Decision<NewSessionEvent> {
  return accept(newFact(sessionId, type, at, data));
}

/** One fact of a visit, first version of its type. */
export function newFact<T extends SessionEventType>(
  sessionId: string,
  type: T,
  at: Instant,
  data: SessionEventData[T],
): NewSessionEvent {
  return { stream: `session/${sessionId}`, type, version: 1, happenedAt: at, data } as unknown as NewSessionEvent;
}

/** One kind of command. */
export type CommandOf<T extends SessionCommandType> = Extract<SessionCommand, { type: T }>;

const WORDS: Readonly<Record<Phase, string>> = {
  scheduled: 'the patient is not checked in yet',
  'checked-in': 'the infusion has not been started',
  infusing: 'the infusion is running',
  paused: 'the infusion is paused',
  infused: 'the infusion has ended',
  recovering: 'the patient is in recovery',
  discharged: 'the patient has been discharged',
  aborted: 'the visit was aborted',
  cancelled: 'the visit was cancelled',
};

/** The refusal for a command at the wrong point of the visit; says where the visit stands. */
export function wrongPhase(session: SessionState, rule: string, action: string) {
  return refuse('wrong-phase', rule, `${action} is not possible now: ${WORDS[session.phase]}.`);
}
