import { type Decision, refuse } from '../log/refusal.ts';
import type { NewSessionEvent } from '../session/events.ts';
import { type CommandOf, fact } from '../session/fact.ts';
import { isOver } from '../session/occupancy.ts';
import type { SessionState } from '../session/state.ts';
import { wrongPhase } from './wrong-phase.ts';

/**
 * VISIT50, VISIT51: what was done in an emergency, from the check-in to the end of the visit; an adverse event also afterwards, since a
 * patient may tell of it from home.
 */
export function decideEmergency(
  session: SessionState,
  command: CommandOf<'record-emergency'> | CommandOf<'report-adverse-event'>,
): Decision<NewSessionEvent> {
  if (session.phase === 'scheduled' || session.phase === 'cancelled') return wrongPhase(session, 'VISIT50', 'An entry');
  if (command.type === 'record-emergency')
    return isOver(session.phase) && command.at > session.phaseSince
      ? wrongPhase(session, 'VISIT50', 'An entry with a time after the end of the visit')
      : fact(session.id, 'emergency-recorded', command.at, command.data);
  const { symptomEventId } = command.data;
  const symptom = session.entries.find(({ eventId }) => eventId === symptomEventId);
  if (symptomEventId !== undefined && symptom?.type !== 'symptom-recorded')
    return refuse('unknown-entry', 'VISIT51', 'There is no such symptom in this visit.');
  return fact(session.id, 'adverse-event-reported', command.at, command.data);
}
