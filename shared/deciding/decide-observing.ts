import { assertNever } from '../assert-never.ts';
import { type Decision, refuse } from '../log/refusal.ts';
import { entriesOf } from '../session/entries.ts';
import type { NewSessionEvent } from '../session/events.ts';
import { type CommandOf, fact } from '../session/fact.ts';
import { isOver, isPresent } from '../session/occupancy.ts';
import { openCall } from '../session/open-call.ts';
import { SIGN_NAMES } from '../session/signs.ts';
import type { SessionState } from '../session/state.ts';
import { MINUTE_MS, toMs } from '../units.ts';
import type { DecideContext } from './context.ts';
import { wrongPhase } from './wrong-phase.ts';

type Decided = Decision<NewSessionEvent>;

/**
 * VISIT19: from the check-in on. After the visit only what happened before its end can still be said (it is marked as late);
 * a note can be added at any time.
 */
export function decideEntry(
  session: SessionState,
  command: CommandOf<'record-vitals'> | CommandOf<'record-observation'> | CommandOf<'record-symptom'> | CommandOf<'add-note'>,
  { actor }: Pick<DecideContext, 'actor'>,
): Decided {
  if (command.type !== 'add-note') {
    if (session.phase === 'scheduled' || session.phase === 'cancelled') return wrongPhase(session, 'VISIT19', 'An entry');
    if (isOver(session.phase) && command.at > session.phaseSince)
      return wrongPhase(session, 'VISIT19', 'An entry with a time after the end of the visit');
  }
  switch (command.type) {
    case 'record-vitals':
      if (isSaidByAnother(session, command, actor.id))
        return refuse(
          'same-reading-just-recorded',
          'VISIT53',
          'A colleague recorded the same reading less than a minute ago. Clear yours, or change its time if it is another one.',
        );
      return fact(session.id, 'vitals-recorded', command.at, command.data);
    case 'record-observation':
      return fact(session.id, 'observation-recorded', command.at, command.data);
    case 'record-symptom':
      return fact(session.id, 'symptom-recorded', command.at, command.data);
    case 'add-note':
      return fact(session.id, 'note-added', command.at, command.data);
    default:
      return assertNever(command);
  }
}

/** Two people who say the same numbers within this time most likely say one reading twice, as with doses. */
const SAME_READING_MS = MINUTE_MS;

/** VISIT53: every number that both have is the same, and there is more than one, or a pressure. */
function isSaidByAnother(session: SessionState, { at, data }: CommandOf<'record-vitals'>, actorId: string): boolean {
  return entriesOf(session, 'vitals-recorded').some((entry) => {
    if (entry.actor.id === actorId || Math.abs(toMs(entry.happenedAt) - toMs(at)) >= SAME_READING_MS) return false;
    const both = SIGN_NAMES.filter((sign) => data[sign] !== undefined && entry.data[sign] !== undefined);
    return both.length > 1 && both.every((sign) => data[sign] === entry.data[sign]);
  });
}

/** VISIT20: one open call at a time. */
export function decideCall(session: SessionState, command: CommandOf<'call-physician'>): Decided {
  if (!isPresent(session)) return wrongPhase(session, 'VISIT20', 'Calling the physician');
  if (openCall(session) !== undefined) return refuse('call-already-open', 'VISIT20', 'The physician has been called already.');
  return fact(session.id, 'physician-called', command.at, command.data);
}

/** VISIT20: an answer names the open call. */
export function decideAnswerCall(session: SessionState, command: CommandOf<'answer-call'>): Decided {
  const call = openCall(session);
  if (call === undefined) return refuse('no-open-call', 'VISIT20', 'There is no open call.');
  return fact(session.id, 'call-answered', command.at, { callEventId: call.eventId });
}

/** VISIT21: names the alarm and what was seen of it; one that has worsened since is not acknowledged by an old tap. */
export function decideAcknowledge(session: SessionState, command: CommandOf<'acknowledge-alarm'>): Decided {
  const { alarmId, position } = command.data;
  const alarm = session.alarms.find((one) => one.alarmId === alarmId);
  if (alarm === undefined || alarm.cleared !== undefined)
    return refuse('unknown-alarm', 'VISIT21', 'This alarm is not active any more.');
  if (alarm.kind === 'call')
    return refuse(
      'call-needs-answer',
      'ALARM62',
      'A call for the physician is answered by a physician; it cannot be acknowledged.',
    );
  if (alarm.acknowledged !== undefined)
    return refuse('already-acknowledged', 'VISIT21', 'Somebody has acknowledged this alarm already.');
  if (position < alarm.position)
    return refuse('stale-acknowledgement', 'VISIT21', 'The alarm has changed since it was shown. Please look again.');
  return fact(session.id, 'alarm-acknowledged', command.at, command.data);
}
