import { inSentence } from '../clinic/in-sentence.ts';
import { accept, type Decision, refuse } from '../log/refusal.ts';
import type { NewSessionEvent } from '../session/events.ts';
import { type CommandOf, fact, newFact } from '../session/fact.ts';
import { isOver } from '../session/occupancy.ts';
import type { SessionState } from '../session/state.ts';
import { protocolFor } from '../vitals/own-limits.ts';
import { ALLERGIES_ITEM } from './allergies.ts';
import type { DecideContext } from './context.ts';
import { broughtLimits } from './decide-limits.ts';
import { wrongPhase } from './wrong-phase.ts';

type Decided = Decision<NewSessionEvent>;

/**
 * VISIT4: once, and never into two visits. The planned chair is taken along when it is free, the patient's own limits (ALARM71), and the
 * last dose, which an order is held against (DOSE31).
 */
export function decideCheckIn(session: SessionState, command: CommandOf<'check-in'>, context: DecideContext): Decided {
  if (session.phase !== 'scheduled') return wrongPhase(session, 'VISIT4', 'Checking in');
  const other = context.activeSessionOfPatient(session.patientId);
  if (other !== undefined && other !== session.id)
    return refuse('patient-in-other-session', 'VISIT4', 'This patient has another visit that has not ended.');
  const last = context.lastDose === undefined ? {} : { lastDose: context.lastDose };
  const checkedIn = newFact(session.id, 'checked-in', command.at, { ...command.data, ...last });
  const brought = broughtLimits(session, command.at, context);
  const own = brought === undefined ? [] : [brought];
  const planned = session.plannedChairId;
  if (session.chairId !== undefined || planned === undefined || refuseChair(session, planned, context) !== undefined)
    return accept(checkedIn, ...own);
  return accept(checkedIn, newFact(session.id, 'chair-assigned', command.at, { chairId: planned }), ...own);
}

/** VISIT5: a chair never holds two. */
export function decideChair(session: SessionState, command: CommandOf<'assign-chair'>, context: DecideContext): Decided {
  if (isOver(session.phase) || session.phase === 'recovering') return wrongPhase(session, 'VISIT5', 'Assigning a chair');
  return refuseChair(session, command.data.chairId, context) ?? fact(session.id, 'chair-assigned', command.at, command.data);
}

function refuseChair(session: SessionState, chairId: string, context: DecideContext) {
  const chair = context.clinic.chairs.get(chairId);
  if (chair === undefined || chair.state === 'retired') return refuse('unknown-chair', 'VISIT5', 'There is no such chair.');
  if (chair.state === 'out-of-use') return refuse('chair-not-available', 'VISIT5', `Chair ${chair.label} is out of use.`);
  const holder = context.holderOfChair(chairId);
  if (holder !== undefined && holder !== session.id)
    return refuse('chair-occupied', 'VISIT5', `Chair ${chair.label} is taken by another visit.`);
  return undefined;
}

/** VISIT6: to a nurse or a physician of the clinic. */
export function decideHandOver(session: SessionState, command: CommandOf<'hand-over'>, context: DecideContext): Decided {
  if (isOver(session.phase) || session.phase === 'scheduled') return wrongPhase(session, 'VISIT6', 'Handing over');
  const nurse = context.clinic.staff.get(command.data.nurseId);
  if (nurse === undefined || !nurse.active || (nurse.role !== 'nurse' && nurse.role !== 'physician'))
    return refuse('unknown-staff', 'VISIT6', 'There is no such nurse.');
  return fact(session.id, 'handed-over', command.at, command.data);
}

/** VISIT7: only checks of the protocol; "not applicable" only where it may be. An answer may be given again until the start. */
export function decideAnswer(session: SessionState, command: CommandOf<'answer-checklist'>, context: DecideContext): Decided {
  if (session.phase !== 'scheduled' && session.phase !== 'checked-in')
    return wrongPhase(session, 'VISIT7', 'Answering the checklist');
  const protocol = protocolFor(context.clinic, session);
  const item = protocol?.checklist.find(({ id }) => id === command.data.item);
  if (item === undefined) return refuse('unknown-checklist-item', 'VISIT7', 'The protocol has no such check.');
  if (command.data.answer === 'not-applicable' && !item.mayNotApply)
    return refuse('unknown-checklist-item', 'VISIT7', `"${item.label}" has to be answered with yes or no.`);
  const { answer, note } = command.data;
  const asked = answer === 'no' ? undefined : item.asks?.[answer];
  if (asked !== undefined && note === undefined)
    return refuse('answer-incomplete', 'VISIT54', `"${item.label}": ${inSentence(asked.label)} has to be said.`);
  if (
    item.id === ALLERGIES_ITEM &&
    command.data.answer === 'yes' &&
    context.clinic.patients.get(session.patientId)?.allergies === undefined
  )
    return refuse('allergies-not-recorded', 'VISIT49', 'Record which allergies there are, or that none is known.');
  return fact(session.id, 'checklist-answered', command.at, command.data);
}

/** VISIT10: by somebody other than its author; again when the first check has aged or was at another chair. */
export function decideConfirm(session: SessionState, command: CommandOf<'confirm-order'>, context: DecideContext): Decided {
  if (session.phase !== 'checked-in') return wrongPhase(session, 'VISIT10', 'Confirming the order');
  const written = session.entries.findLast((entry) => entry.type === 'order-written');
  if (written === undefined) return refuse('wrong-phase', 'VISIT10', 'There is no order to confirm.');
  if (written.actor.id === context.actor.id)
    return refuse('same-person', 'VISIT10', 'A colleague has to check the order: its author cannot.');
  const chair = session.chairId === undefined ? {} : { chairId: session.chairId };
  return fact(session.id, 'order-confirmed', command.at, { orderEventId: written.eventId, ...chair });
}
