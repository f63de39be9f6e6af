import { assertNever } from '../assert-never.ts';
import type { NewClinicEvent } from '../clinic/events.ts';
import { protocolOf } from '../clinic/state.ts';
import { accept, type Decision, refuse } from '../log/refusal.ts';
import type { ScheduleSession, SessionCommand } from '../session/commands.ts';
import { entriesOf } from '../session/entries.ts';
import type { NewSessionEvent } from '../session/events.ts';
import { fact, newFact } from '../session/fact.ts';
import { placed } from '../session/plan-order.ts';
import { COMMAND_ROWS } from '../session/said/all.ts';
import type { SessionState } from '../session/state.ts';
import { MINUTE_MS, toMs } from '../units.ts';
import type { DecideContext } from './context.ts';
import { decideCorrection, decideStrike } from './decide-corrections.ts';
import { decideEmergency } from './decide-emergency.ts';
import { decideAbort, decideCancel, decideDischarge, decideSign } from './decide-ending.ts';
import {
  decideDose,
  decideEnd,
  decideMedication,
  decidePause,
  decideRate,
  decideResume,
  decideStart,
} from './decide-infusion.ts';
import { decideLimits } from './decide-limits.ts';
import { decideAcknowledge, decideAnswerCall, decideCall, decideEntry } from './decide-observing.ts';
import { decideOrder } from './decide-order.ts';
import { decideOverride } from './decide-override.ts';
import { decideAnswer, decideChair, decideCheckIn, decideConfirm, decideHandOver } from './decide-preparing.ts';
import { decideCriterion, decideRecovery, decideScore } from './decide-recovery.ts';

/** How far ahead of the server's clock a tap may be. */
const FUTURE_MS = MINUTE_MS;

/**
 * Decides on a new visit (rule VISIT1). The protocol's version is fixed here; the place in the series follows the dates, and so
 * others of the plan may move on (VISIT60).
 */
export function decideSchedule(
  existing: SessionState | undefined,
  command: ScheduleSession,
  context: DecideContext,
): Decision<NewSessionEvent> {
  const { patientId, protocolId, planId, chairId } = command.data;
  const { clinic } = context;
  if (existing !== undefined) return refuse('session-exists', 'VISIT1', 'This visit has been scheduled already.');
  if (isFuture(command.at, context)) return future();
  if (!clinic.patients.has(patientId)) return refuse('unknown-patient', 'VISIT1', 'There is no such patient.');
  const protocol = protocolOf(clinic, protocolId);
  if (protocol === undefined) return refuse('unknown-protocol', 'VISIT1', 'There is no such protocol.');
  const plan = planId === undefined ? undefined : clinic.plans.get(planId);
  if (planId !== undefined && plan?.patientId !== patientId)
    return refuse('unknown-plan', 'VISIT1', 'This patient has no such plan.');
  if (chairId !== undefined && !clinic.chairs.has(chairId)) return refuse('unknown-chair', 'VISIT1', 'There is no such chair.');
  const data = { ...command.data, protocolVersion: protocol.version };
  if (plan === undefined) return fact(command.sessionId, 'session-scheduled', command.at, data);
  const { plannedStart } = command.data;
  const { infusionNumber, moved } = placed(
    { id: command.sessionId, plannedStart },
    context.visitsOfPlan(plan.id),
    plan.doneBefore,
  );
  const series = { infusionNumber, infusionsPlanned: plan.infusions, indication: plan.indication };
  return accept(
    newFact(command.sessionId, 'session-scheduled', command.at, { ...data, ...series }),
    ...moved.map(({ id, ...number }) => newFact(id, 'infusion-numbered', command.at, number)),
  );
}

/**
 * Decides on everything else that can be said of a visit: facts to append, or a refusal with its rule. Facts of the visit come first; one
 * that holds for later visits too is the patient's.
 * Pure. The caller has checked the command's schema and the role; the author and override rules are checked here.
 */
export function decideSession(
  session: SessionState,
  command: SessionCommand,
  context: DecideContext,
): Decision<NewSessionEvent | NewClinicEvent> {
  if (command.patientId !== session.patientId)
    return refuse('wrong-patient', 'VISIT2', 'This visit belongs to another patient. Nothing was stored.');
  if (isFuture(command.at, context)) return future();
  if (isBeforeArrival(session, command))
    return refuse('before-check-in', 'VISIT34', 'That is before the patient was checked in. Set the time later.');
  switch (command.type) {
    case 'check-in':
      return decideCheckIn(session, command, context);
    case 'assign-chair':
      return decideChair(session, command, context);
    case 'hand-over':
      return decideHandOver(session, command, context);
    case 'answer-checklist':
      return decideAnswer(session, command, context);
    case 'override-check':
      return decideOverride(session, command, context);
    case 'set-limits':
      return decideLimits(session, command, context);
    case 'write-order':
      return decideOrder(session, command, context);
    case 'confirm-order':
      return decideConfirm(session, command, context);
    case 'start-infusion':
      return decideStart(session, command, context);
    case 'change-rate':
      return decideRate(session, command, context);
    case 'pause-infusion':
      return decidePause(session, command);
    case 'resume-infusion':
      return decideResume(session, command, context);
    case 'end-infusion':
      return decideEnd(session, command);
    case 'give-dose':
      return decideDose(session, command, context);
    case 'give-medication':
      return decideMedication(session, command, context);
    case 'record-vitals':
    case 'record-observation':
    case 'record-symptom':
    case 'add-note':
      return decideEntry(session, command, context);
    case 'record-emergency':
    case 'report-adverse-event':
      return decideEmergency(session, command);
    case 'call-physician':
      return decideCall(session, command);
    case 'answer-call':
      return decideAnswerCall(session, command);
    case 'acknowledge-alarm':
      return decideAcknowledge(session, command);
    case 'move-to-recovery':
      return decideRecovery(session, command, context);
    case 'score-discharge':
      return decideScore(session, command);
    case 'answer-criterion':
      return decideCriterion(session, command, context);
    case 'discharge':
      return decideDischarge(session, command, context);
    case 'abort-session':
      return decideAbort(session, command);
    case 'cancel-session':
      return decideCancel(session, command, context);
    case 'correct-entry':
      return decideCorrection(session, command, context);
    case 'strike-entry':
      return decideStrike(session, command, context);
    case 'sign-record':
      return decideSign(session, command, context);
    default:
      return assertNever(command);
  }
}

/** How far apart the clocks of two tablets may be. */
const CLOCKS_MS = MINUTE_MS;

/** What is seen of a patient and given to one is seen and given in the clinic; notes may tell of earlier. */
function isBeforeArrival(session: SessionState, { type, at }: SessionCommand): boolean {
  const arrived = entriesOf(session, 'checked-in')[0];
  return arrived !== undefined && COMMAND_ROWS[type].atTheChair && toMs(at) < toMs(arrived.happenedAt) - CLOCKS_MS;
}

function isFuture(at: string, { now }: DecideContext): boolean {
  return toMs(at) > toMs(now) + FUTURE_MS;
}

function future() {
  return refuse('happened-in-the-future', 'VISIT3', 'The time is in the future. Please check it.');
}
