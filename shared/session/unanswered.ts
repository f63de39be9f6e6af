import { activeAlarms } from './evolve-alarms.ts';
import type { Alarm, SessionState } from './state.ts';

/** Whether an alarm waits for a person whatever becomes of its cause: a high one until acknowledged, a call until a physician answers. */
export function isUnanswered({ kind, priority, acknowledged }: Alarm): boolean {
  return kind === 'call' || (priority === 'high' && acknowledged === undefined);
}

/** The high alarms and the call that nobody has answered, oldest first. The end of the visit silences none of them. */
export function unansweredAlarms(session: SessionState): Alarm[] {
  return activeAlarms(session).filter(isUnanswered);
}
