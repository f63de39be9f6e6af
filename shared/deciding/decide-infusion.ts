import { outcomesOf } from '../clinic/outcomes-of.ts';
import { isStanding } from '../clinic/standing-medicines.ts';
import { deliveredMg, orderOf, WHOLE_TO } from '../dosing/delivered.ts';
import { dosesGiven, SAME_DOSE_MS, sameDoseOf, sameMedicationOf } from '../dosing/doses.ts';
import { type Decision, refuse } from '../log/refusal.ts';
import { entriesOf } from '../session/entries.ts';
import type { NewSessionEvent } from '../session/events.ts';
import { type CommandOf, fact } from '../session/fact.ts';
import { isOver } from '../session/occupancy.ts';
import type { AnyEntry, SessionState } from '../session/state.ts';
import { MINUTE_MS, toMs } from '../units.ts';
import { protocolFor } from '../vitals/own-limits.ts';
import { allergyRefused, moreRefused } from './allergies.ts';
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
  return (
    notReady(session, command.at, context) ??
    rateRefused(session, command.data, context) ??
    fact(session.id, 'infusion-started', command.at, command.data)
  );
}

function notReady(session: SessionState, at: string, context: DecideContext) {
  const protocol = protocolFor(context.clinic, session);
  if (protocol === undefined) return refuse('unknown-protocol', 'VISIT11', 'There is no such protocol.');
  const missing = missingBeforeStart(
    session,
    protocol,
    toMs(at),
    outcomesOf(context.clinic, session.patientId),
    context.clinic.patients.get(session.patientId)?.allergies,
  );
  if (missing.length === 0) return undefined;
  const open = missing.map(({ label, why }) => (why === undefined ? label : `${label} (${why})`));
  return refuse('not-ready', 'VISIT11', `Not ready to start. Open: ${open.join('; ')}.`);
}

/** How far a rate may be from the ordered one without a reason, and how many times the ordered one only a physician sets. */
const WITHOUT_REASON = 0.1;
const MOST_TIMES = 2;

/** DOSE23: far from the order a rate needs a reason, and more than twice it a physician. */
function rateRefused(
  session: SessionState,
  { rateMlPerHour, reason }: { readonly rateMlPerHour: number; readonly reason?: string | undefined },
  { actor }: DecideContext,
) {
  const ordered = orderOf(session)?.rateMlPerHour;
  if (ordered === undefined || ordered === 0) return undefined;
  const times = rateMlPerHour / ordered;
  if (times > MOST_TIMES && actor.role !== 'physician')
    return refuse(
      'rate-needs-physician',
      'DOSE23',
      `${rateMlPerHour} mL/h is more than twice the ordered ${ordered} mL/h. Only a physician may set that.`,
    );
  // What a tenth of a whole number is in binary must not decide.
  if (Math.abs(times - 1) > WITHOUT_REASON + 1e-9 && reason === undefined)
    return refuse('rate-needs-reason', 'DOSE23', `The order says ${ordered} mL/h. Say why it is ${rateMlPerHour} mL/h.`);
  return undefined;
}

/** VISIT12: a running infusion only. DOSE30: no faster against an allergy; slower always. */
export function decideRate(session: SessionState, command: CommandOf<'change-rate'>, context: DecideContext): Decided {
  if (session.phase !== 'infusing') return wrongPhase(session, 'VISIT12', 'Changing the rate');
  const isMore = command.data.rateMlPerHour > (lastRate(session) ?? 0);
  return (
    tooEarly(session, command.at) ??
    (isMore ? moreRefused(session, context) : undefined) ??
    rateRefused(session, command.data, context) ??
    fact(session.id, 'rate-changed', command.at, command.data)
  );
}

/** VISIT13: a running infusion only; a paused one can't be paused again. */
export function decidePause(session: SessionState, command: CommandOf<'pause-infusion'>): Decided {
  if (session.phase !== 'infusing') return wrongPhase(session, 'VISIT13', 'Pausing');
  return tooEarly(session, command.at) ?? fact(session.id, 'infusion-paused', command.at, command.data);
}

/** VISIT14, VISIT44: a paused infusion only, at the rate from before the pause unless another is said; with what it was paused for seen to be over. */
export function decideResume(session: SessionState, command: CommandOf<'resume-infusion'>, context: DecideContext): Decided {
  if (session.phase !== 'paused') return wrongPhase(session, 'VISIT14', 'Resuming');
  const protocol = protocolFor(context.clinic, session);
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
  return (
    tooEarly(session, command.at) ??
    moreRefused(session, context) ??
    rateRefused(session, { rateMlPerHour, reason: override?.reason ?? 'as before the pause' }, context) ??
    fact(session.id, 'infusion-resumed', command.at, { rateMlPerHour, ...against })
  );
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
  return (
    tooEarly(session, command.at) ??
    amountRefused(session, command) ??
    fact(session.id, 'infusion-ended', command.at, command.data)
  );
}

/** Less than this share of the order is not a whole infusion. */
const WHOLE_FROM = 0.9;

/** DOSE24: a complete infusion has the order in, and what went in is never more than was there: the volume says what it was. */
function amountRefused(session: SessionState, { at, data }: CommandOf<'end-infusion'>) {
  const order = orderOf(session);
  if (order === undefined) return undefined;
  const mg = data.volumeMl === undefined ? deliveredMg(session, toMs(at)) : data.volumeMl * order.concentrationMgPerMl;
  if (mg > WHOLE_TO * order.doseMg)
    return refuse(
      'more-than-ordered',
      'DOSE24',
      data.volumeMl === undefined
        ? `By the rate ${mg.toFixed(1)} of ${order.doseMg} mg would be in. Say how many mL the pump gave, or set the time back to when the bag was empty.`
        : `${data.volumeMl} mL are ${mg.toFixed(1)} mg: more than the ordered ${order.doseMg} mg.`,
    );
  if (data.outcome === 'completed' && mg < WHOLE_FROM * order.doseMg)
    return refuse(
      'not-completed',
      'DOSE24',
      `Only ${mg.toFixed(1)} of ${order.doseMg} mg are in. Choose Stopped early and say why, or how many mL the pump gave.`,
    );
  return undefined;
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
  const blocked = session.phase === 'checked-in' ? notReady(session, command.at, context) : moreRefused(session, context);
  if (blocked !== undefined) return blocked;
  const { route, doseMg } = command.data;
  const wrong = doseRefused(session, command, context);
  if (wrong !== undefined) return wrong;
  const twin = sameDoseOf(session, { route, doseMg, at: command.at });
  return twin !== undefined ? sameDose() : fact(session.id, 'dose-given', command.at, command.data);
}

/** A device may be this much too early: a nurse counts minutes, not seconds. */
const EARLY_MS = 30_000;

/** DOSE25: by the route of the order; devices one by one, apart, and none after the last. */
function doseRefused(session: SessionState, { at, data }: CommandOf<'give-dose'>, { clinic }: DecideContext) {
  const protocol = protocolFor(clinic, session);
  const order = orderOf(session);
  if (protocol === undefined || order === undefined) return undefined;
  if (data.route !== order.route) return refuse('route-differs', 'DOSE25', 'The order is for another route.');
  if (protocol.device === undefined) return undefined;
  const { next } = dosesGiven(session, protocol);
  if (next === undefined) return refuse('more-than-ordered', 'DOSE25', 'All devices of the order have been given.');
  if (data.doseMg !== protocol.device.mg)
    return refuse('order-not-of-protocol', 'DOSE25', `A device gives ${protocol.device.mg} mg.`);
  const everyMs = protocol.device.everyMin * MINUTE_MS - EARLY_MS;
  const tooClose = entriesOf(session, 'dose-given').some(
    ({ happenedAt }) => Math.abs(toMs(happenedAt) - toMs(at)) >= SAME_DOSE_MS && Math.abs(toMs(happenedAt) - toMs(at)) < everyMs,
  );
  return tooClose
    ? refuse('too-early', 'DOSE25', `Devices are ${protocol.device.everyMin} min apart. Please wait until it is time.`)
    : undefined;
}

/**
 * VISIT18: the same medicine at the same dose within two minutes is stopped. DOSE28: nothing that the patient is allergic to, but on a
 * physician's word with a reason.
 */
export function decideMedication(session: SessionState, command: CommandOf<'give-medication'>, context: DecideContext): Decided {
  if (session.phase === 'scheduled' || session.phase === 'cancelled') return wrongPhase(session, 'VISIT18', 'Giving a medicine');
  const allergic = allergyRefused(session, command.data, context);
  if (allergic !== undefined) return allergic;
  const unordered = orderMissing(session, command.data, context);
  if (unordered !== undefined) return unordered;
  const { drug, dose, unit } = command.data;
  const twin = sameMedicationOf(session, { drug, dose, unit, at: command.at });
  return twin !== undefined ? sameDose() : fact(session.id, 'medication-given', command.at, command.data);
}

/** DOSE29: what does not stand on the protocol's list is given by a physician, or on the order of one, named. */
function orderMissing(
  session: SessionState,
  { drug, order }: CommandOf<'give-medication'>['data'],
  { clinic, actor }: DecideContext,
) {
  const protocol = protocolFor(clinic, session);
  if (actor.role === 'physician' || protocol === undefined || isStanding(protocol, drug)) return undefined;
  const by = order === undefined ? undefined : clinic.staff.get(order.by);
  return by?.active === true && by.role === 'physician'
    ? undefined
    : refuse('order-needed', 'DOSE29', 'This medicine is not on the protocol’s list. Say which physician ordered it, and how.');
}

function sameDose() {
  return refuse('same-dose-just-given', 'VISIT18', 'The same dose was recorded less than two minutes ago. Was it given twice?');
}
