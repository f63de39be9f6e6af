import { outcomesOf } from '../clinic/outcomes-of.ts';
import { protocolOf } from '../clinic/state.ts';
import { orderOf } from '../dosing/delivered.ts';
import { sameDoseOf, sameMedicationOf } from '../dosing/doses.ts';
import { type Decision, refuse } from '../log/refusal.ts';
import type { NewSessionEvent } from '../session/events.ts';
import { type CommandOf, fact } from '../session/fact.ts';
import { isOver } from '../session/occupancy.ts';
import type { AnyEntry, SessionState } from '../session/state.ts';
import { toMs } from '../units.ts';
import type { DecideContext } from './context.ts';
import { missingBeforeStart } from './readiness.ts';
import { missingForResume } from './resuming.ts';
import { wrongPhase } from './wrong-phase.ts';

type Decided = Decision<NewSessionEvent>;

/** VISIT11: with nothing missing. The baseline is looked at as of the time of the start. */
export function decideStart(session: SessionState, command: CommandOf<'start-infusion'>, context: DecideContext): Decided {
  if (session.phase !== 'checked-in') return wrongPhase(session, 'VISIT11', 'Starting the infusion');
  const order = orderOf(session);
  if (order !== undefined && order.route !== 'iv')
    return refuse('wrong-phase', 'VISIT11', 'The order is not an infusion: record the dose when it is given.');
  return notReady(session, command.at, context) ?? fact(session.id, 'infusion-started', command.at, command.data);
}

function notReady(session: SessionState, at: string, context: DecideContext) {
  const protocol = protocolOf(context.clinic, session.protocolId, session.protocolVersion);
  if (protocol === undefined) return refuse('unknown-protocol', 'VISIT11', 'There is no such protocol.');
  const missing = missingBeforeStart(session, protocol, toMs(at), outcomesOf(context.clinic, session.patientId));
  if (missing.length === 0) return undefined;
  const open = missing.map(({ label, why }) => (why === undefined ? label : `${label} (${why})`));
  return refuse('not-ready', 'VISIT11', `Not ready to start. Open: ${open.join('; ')}.`);
}

/** VISIT12: a running infusion only. */
export function decideRate(session: SessionState, command: CommandOf<'change-rate'>): Decided {
  if (session.phase !== 'infusing') return wrongPhase(session, 'VISIT12', 'Changing the rate');
  return tooEarly(session, command.at) ?? fact(session.id, 'rate-changed', command.at, command.data);
}

/** VISIT13: a running infusion only; a paused one can't be paused again. */
export function decidePause(session: SessionState, command: CommandOf<'pause-infusion'>): Decided {
  if (session.phase !== 'infusing') return wrongPhase(session, 'VISIT13', 'Pausing');
  return tooEarly(session, command.at) ?? fact(session.id, 'infusion-paused', command.at, command.data);
}

/** VISIT14, VISIT44: a paused infusion only, at the rate from before the pause unless another is said; with what it was paused for seen to be over. */
export function decideResume(session: SessionState, command: CommandOf<'resume-infusion'>, context: DecideContext): Decided {
  if (session.phase !== 'paused') return wrongPhase(session, 'VISIT14', 'Resuming');
  const protocol = protocolOf(context.clinic, session.protocolId, session.protocolVersion);
  if (protocol === undefined) return refuse('unknown-protocol', 'VISIT14', 'There is no such protocol.');
  const rateMlPerHour = command.data.rateMlPerHour ?? lastRate(session);
  if (rateMlPerHour === undefined) return wrongPhase(session, 'VISIT14', 'Resuming');
  const { override } = command.data;
  if (override !== undefined && context.actor.role !== 'physician')
    return refuse('not-allowed', 'VISIT44', 'Only a physician may go on against the limits.');
  const open = missingForResume(session, protocol, toMs(command.at));
  if (open.length > 0 && override === undefined)
    return refuse('not-ready-to-resume', 'VISIT44', `Not ready to go on: ${open.join('; ')}.`);
  const against = override === undefined || open.length === 0 ? {} : { override, open };
  return tooEarly(session, command.at) ?? fact(session.id, 'infusion-resumed', command.at, { rateMlPerHour, ...against });
}

function lastRate(session: SessionState): number | undefined {
  for (const entry of session.entries.toReversed())
    if (entry.type === 'infusion-started' || entry.type === 'rate-changed' || entry.type === 'infusion-resumed')
      return entry.data.rateMlPerHour;
  return undefined;
}

/** VISIT15: a running or paused infusion, once. An early stop has a reason. */
export function decideEnd(session: SessionState, command: CommandOf<'end-infusion'>): Decided {
  if (session.phase !== 'infusing' && session.phase !== 'paused') return wrongPhase(session, 'VISIT15', 'Ending the infusion');
  return tooEarly(session, command.at) ?? fact(session.id, 'infusion-ended', command.at, command.data);
}

const FLOW: readonly AnyEntry['type'][] = [
  'infusion-started',
  'rate-changed',
  'infusion-paused',
  'infusion-resumed',
  'infusion-ended',
];

/** VISIT16: what changes the flow is said in the order in which it happened; otherwise delivered mg would be wrong. */
export function tooEarly(session: SessionState, at: string) {
  const last = session.entries.findLast(({ type }) => FLOW.includes(type));
  if (last === undefined || at >= last.happenedAt) return undefined;
  return refuse('out-of-order', 'VISIT16', 'The time is before the last change of the infusion.');
}

/** VISIT17: the first injection or spray needs what a start needs; the same dose within two minutes is stopped. */
export function decideDose(session: SessionState, command: CommandOf<'give-dose'>, context: DecideContext): Decided {
  if (session.phase === 'scheduled' || isOver(session.phase)) return wrongPhase(session, 'VISIT17', 'Giving a dose');
  const blocked = session.phase === 'checked-in' ? notReady(session, command.at, context) : undefined;
  if (blocked !== undefined) return blocked;
  const { route, doseMg } = command.data;
  const twin = sameDoseOf(session, { route, doseMg, at: command.at });
  return twin !== undefined ? sameDose() : fact(session.id, 'dose-given', command.at, command.data);
}

/** VISIT18: the same medicine at the same dose within two minutes is stopped. */
export function decideMedication(session: SessionState, command: CommandOf<'give-medication'>): Decided {
  if (session.phase === 'scheduled' || session.phase === 'cancelled') return wrongPhase(session, 'VISIT18', 'Giving a medicine');
  const { drug, dose, unit } = command.data;
  const twin = sameMedicationOf(session, { drug, dose, unit, at: command.at });
  return twin !== undefined ? sameDose() : fact(session.id, 'medication-given', command.at, command.data);
}

function sameDose() {
  return refuse('same-dose-just-given', 'VISIT18', 'The same dose was recorded less than two minutes ago. Was it given twice?');
}
