import { outcomesOf } from '../clinic/outcomes-of.ts';
import { accept, type Decision, refuse } from '../log/refusal.ts';
import { alarmText } from '../session/alarm-text.ts';
import { entriesOf } from '../session/entries.ts';
import type { NewSessionEvent } from '../session/events.ts';
import { type CommandOf, fact, newFact } from '../session/fact.ts';
import { isOver, isPresent } from '../session/occupancy.ts';
import { renumbered } from '../session/plan-order.ts';
import type { SessionState } from '../session/state.ts';
import { unansweredAlarms } from '../session/unanswered.ts';
import { toMs } from '../units.ts';
import { protocolFor } from '../vitals/own-limits.ts';
import type { DecideContext } from './context.ts';
import { tooEarly } from './decide-infusion.ts';
import { missingForDischarge } from './discharge.ts';
import type { DischargeCheck } from './discharge-check.ts';
import { wrongPhase } from './wrong-phase.ts';

type Decided = Decision<NewSessionEvent>;

/** VISIT25: with nothing missing, or by a physician with a reason; what was missing then is kept. */
export function decideDischarge(session: SessionState, command: CommandOf<'discharge'>, context: DecideContext): Decided {
  if (session.phase !== 'recovering' && session.phase !== 'infused') return wrongPhase(session, 'VISIT25', 'Discharge');
  const protocol = protocolFor(context.clinic, session);
  if (protocol === undefined) return refuse('unknown-protocol', 'VISIT25', 'There is no such protocol.');
  const missing = missingForDischarge(session, protocol, toMs(command.at), outcomesOf(context.clinic, session.patientId));
  const { override } = command.data;
  if (override !== undefined && context.actor.role !== 'physician')
    return refuse('not-allowed', 'VISIT25', 'Only a physician may discharge against the criteria.');
  if (missing.length > 0 && override === undefined)
    return refuse('not-ready-for-discharge', 'VISIT25', `Not ready for discharge: ${missing.map(textOf).join('; ')}.`);
  const unseen = missing.filter(({ id }) => override?.missing?.includes(id) === false);
  if (unseen.length > 0)
    return refuse('stale-override', 'VISIT42', `This is open too, and was not shown: ${unseen.map(textOf).join('; ')}.`);
  return fact(session.id, 'discharged', command.at, {
    ...command.data,
    missing: missing.map(({ id }) => id),
    ...(missing.length === 0 ? {} : { open: missing.map(textOf) }),
  });
}

const textOf = ({ label, why }: DischargeCheck): string => (why === undefined ? label : `${label} (${why})`);

/** VISIT26: ends a visit of a patient who is here. */
export function decideAbort(session: SessionState, command: CommandOf<'abort-session'>): Decided {
  if (!isPresent(session)) return wrongPhase(session, 'VISIT26', 'Aborting');
  return tooEarly(session, command.at) ?? fact(session.id, 'session-aborted', command.at, command.data);
}

/** VISIT27: takes a visit off the list before any drug was given. Those of its plan that come after it go one back (VISIT60). */
export function decideCancel(session: SessionState, command: CommandOf<'cancel-session'>, context: DecideContext): Decided {
  if (session.phase !== 'scheduled' && session.phase !== 'checked-in') return wrongPhase(session, 'VISIT27', 'Cancelling');
  const plan = session.planId === undefined ? undefined : context.clinic.plans.get(session.planId);
  const others = plan === undefined ? [] : context.visitsOfPlan(plan.id).filter(({ id }) => id !== session.id);
  return accept(
    newFact(session.id, 'session-cancelled', command.at, command.data),
    ...renumbered(others, plan?.doneBefore ?? 0).map(({ id, ...number }) => newFact(id, 'infusion-numbered', command.at, number)),
  );
}

/** VISIT28: after the visit; charted by whoever gave care, then reviewed by a physician; each once. The password was checked before. */
export function decideSign(session: SessionState, command: CommandOf<'sign-record'>, context: DecideContext): Decided {
  if (!isOver(session.phase)) return wrongPhase(session, 'VISIT28', 'Signing');
  const unanswered = unansweredAlarms(session);
  if (unanswered.length > 0)
    return refuse(
      'alarm-unanswered',
      'VISIT62',
      `Not signed: nobody has answered ${unanswered.map((alarm) => alarmText(alarm)).join('; ')}.`,
    );
  const { meaning } = command.data;
  const signed = entriesOf(session, 'record-signed').map(({ data }) => data.meaning);
  if (signed.includes(meaning)) return refuse('already-signed', 'VISIT28', 'This record has been signed already.');
  if (meaning === 'reviewed' && context.actor.role !== 'physician')
    return refuse('not-allowed', 'VISIT28', 'Only a physician may review.');
  if (meaning === 'reviewed' && !signed.includes('charted'))
    return refuse('sign-charted-first', 'VISIT28', 'The nurse signs first.');
  return fact(session.id, 'record-signed', command.at, { meaning, streamPosition: session.streamPosition });
}
