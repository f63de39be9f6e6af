import { assertNever } from '../assert-never.ts';
import { dayAt } from '../clinic/calendar-day.ts';
import { CLINIC_COMMAND_ROWS } from '../clinic/changes.ts';
import type { ClinicCommand } from '../clinic/commands.ts';
import type { NewClinicEvent } from '../clinic/events.ts';
import type { Chair, Clinic, Outcome, Patient, Plan, Staff } from '../clinic/records.ts';
import { type ClinicState, protocolOf } from '../clinic/state.ts';
import type { ProblemCode } from '../log/problems.ts';
import { accept, type Decision, refuse } from '../log/refusal.ts';
import { validateOutcome } from '../scores/outcome-scale.ts';
import { OUTCOME_SCALES } from '../scores/outcome-scales.ts';
import { type Instant, MINUTE_MS, toMs } from '../units.ts';
import { checkProtocol } from './decide-protocol.ts';

/** Why not, or `undefined` when nothing speaks against it. */
type Objection = { readonly code: ProblemCode; readonly rule: string; readonly detail: string } | undefined;

/**
 * What a change to the clinic's reference data makes: one event with the whole new record, or why not. Pure. A record that is
 * put again unchanged is accepted: it says that somebody confirmed it. Who may send what is decided before.
 */
export function decideClinic(
  state: ClinicState,
  command: ClinicCommand,
  context: { readonly now: Instant },
): Decision<NewClinicEvent> {
  const objection = objectionTo(state, command, context.now);
  if (objection !== undefined) return refuse(objection.code, objection.rule, objection.detail);
  const { event, stream, version } = CLINIC_COMMAND_ROWS[command.type];
  const since =
    command.type === 'put-chair' ? { since: sinceOf(state.chairs.get(command.data.id), command.data, context.now) } : {};
  const { was: _, ...said } = { was: undefined, ...command.data };
  const data = { ...said, ...since };
  // The row names the event whose data this is, which the compiler cannot follow.
  return accept({ stream: `${stream}/${data.id}`, type: event, version, happenedAt: command.at, data } as NewClinicEvent);
}

/** Since when a chair is in its state: a new label does not make cleaning begin again. */
function sinceOf(before: Chair | undefined, after: { readonly state: Chair['state'] }, now: Instant): Instant {
  return before?.state === after.state ? (before.since ?? now) : now;
}

function objectionTo(state: ClinicState, command: ClinicCommand, now: Instant): Objection {
  if (command.type !== 'set-up-clinic' && state.clinic === undefined)
    return { code: 'clinic-not-set-up', rule: 'CLIN4', detail: 'Set the clinic up first.' };
  switch (command.type) {
    case 'set-up-clinic':
      if (state.clinic !== undefined || state.staff.size > 0)
        return { code: 'already-set-up', rule: 'CLIN4', detail: 'The clinic has been set up already.' };
      return unknownTimeZone(command.data);
    case 'change-clinic':
      return unchangeable(state.clinic, command.data) ?? unknownTimeZone(command.data);
    case 'put-chair':
      return labelTaken(state.chairs, command.data, 'chair');
    case 'put-bay':
      return labelTaken(state.bays, command.data, 'bay');
    case 'put-staff':
      return usernameTaken(state, command.data) ?? lastAdministrator(state, command.data);
    case 'put-patient':
      return (
        birthObjection(state.clinic, command.data, now) ??
        (isTaken(state.patients, command.data, ({ mrn }) => mrn)
          ? { code: 'mrn-taken', rule: 'CLIN9', detail: 'Another patient has this record number.' }
          : undefined)
      );
    case 'record-allergies':
      return saidMeanwhile('CLIN21', state.patients.get(command.data.id), 'allergies', command.data.was);
    case 'record-conditions':
      return saidMeanwhile('CLIN22', state.patients.get(command.data.id), 'conditions', command.data.was);
    case 'put-plan':
      return planObjection(state, command.data);
    case 'publish-protocol':
      return checkProtocol(state.protocols.get(command.data.id) ?? [], command.data);
    case 'record-outcome':
      return outcomeObjection(state, command.data, now);
    default:
      return assertNever(command);
  }
}

/** The greatest age that a date of birth is taken with, in years. */
const OLDEST_YEARS = 130;

function birthObjection(clinic: Clinic | undefined, { dateOfBirth }: Patient, now: Instant): Objection {
  const today = dayAt(toMs(now), clinic?.timeZone ?? 'UTC');
  const earliest = `${Number(today.slice(0, 4)) - OLDEST_YEARS}${today.slice(4)}`;
  if (dateOfBirth >= earliest && dateOfBirth <= today) return undefined;
  const detail = dateOfBirth > today ? 'The date of birth is in the future.' : `Nobody is older than ${OLDEST_YEARS} years.`;
  return { code: 'date-of-birth-not-possible', rule: 'CLIN24', detail };
}

/** What another person recorded since the form was opened is not written over. */
function saidMeanwhile<K extends 'allergies' | 'conditions'>(
  rule: string,
  patient: Patient | undefined,
  what: K,
  was: Patient[K],
): Objection {
  if (patient === undefined) return { code: 'unknown-patient', rule, detail: 'There is no such patient.' };
  return JSON.stringify(patient[what]) === JSON.stringify(was)
    ? undefined
    : { code: 'changed-meanwhile', rule, detail: `Somebody else recorded ${what} meanwhile. Please look again.` };
}

function unchangeable(before: Clinic | undefined, after: Clinic): Objection {
  const rule = 'CLIN5';
  const code = 'clinic-cannot-change';
  if (before?.id !== after.id) return { code, rule, detail: 'This log belongs to another clinic.' };
  return before.demo === after.demo
    ? undefined
    : { code, rule, detail: 'A demo clinic stays a demo, and a real one stays real.' };
}

function unknownTimeZone({ timeZone }: Clinic): Objection {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return undefined;
  } catch {
    return { code: 'unknown-time-zone', rule: 'CLIN5', detail: 'There is no such time zone; it looks like Europe/Berlin.' };
  }
}

/** Whether another record has the same word, capitals aside. */
function isTaken<R extends { readonly id: string }>(
  records: ReadonlyMap<string, R>,
  record: R,
  wordOf: (record: R) => string,
): boolean {
  const word = wordOf(record).toLowerCase();
  for (const other of records.values()) if (other.id !== record.id && wordOf(other).toLowerCase() === word) return true;
  return false;
}

function labelTaken(
  places: ReadonlyMap<string, { readonly id: string; readonly label: string; readonly state: string }>,
  place: { readonly id: string; readonly label: string; readonly state: string },
  kind: 'chair' | 'bay',
): Objection {
  if (place.state === 'retired') return undefined;
  const inUse = new Map([...places].filter(([, { state }]) => state !== 'retired'));
  return isTaken(inUse, place, ({ label }) => label)
    ? { code: 'label-taken', rule: 'CLIN6', detail: `Another ${kind} has this label.` }
    : undefined;
}

function usernameTaken(state: ClinicState, staff: Staff): Objection {
  return isTaken(state.staff, staff, ({ username }) => username)
    ? { code: 'username-taken', rule: 'CLIN7', detail: 'Somebody else has, or had, this user name.' }
    : undefined;
}

function lastAdministrator(state: ClinicState, staff: Staff): Objection {
  const administers = (one: Staff | undefined) => one?.active === true && one.role === 'administrator';
  if (!administers(state.staff.get(staff.id)) || administers(staff)) return undefined;
  const another = [...state.staff.values()].some((one) => one.id !== staff.id && administers(one));
  return another
    ? undefined
    : { code: 'last-administrator', rule: 'CLIN8', detail: 'This is the last active administrator. Make another one first.' };
}

function planObjection(state: ClinicState, plan: Plan): Objection {
  const rule = 'CLIN10';
  if (!state.patients.has(plan.patientId)) return { code: 'unknown-patient', rule, detail: 'There is no such patient.' };
  if (otherPatient(state.plans.get(plan.id), plan))
    return { code: 'record-of-other-patient', rule, detail: 'This plan belongs to another patient.' };
  const protocol = protocolOf(state, plan.protocolId);
  if (protocol === undefined) return { code: 'unknown-protocol', rule, detail: 'There is no such protocol.' };
  if (protocol.route !== plan.route)
    return { code: 'route-differs', rule, detail: 'The protocol is for another route than the plan.' };
  const { doseMgPerKg } = plan;
  if (doseMgPerKg === undefined || doseMgPerKg <= protocol.ceilingMgPerKg) return undefined;
  const detail = `${doseMgPerKg} mg/kg: the protocol never gives more than ${protocol.ceilingMgPerKg} mg/kg.`;
  return { code: 'dose-too-high', rule, detail };
}

function outcomeObjection(state: ClinicState, outcome: Outcome, now: Instant): Objection {
  const rule = 'CLIN12';
  if (!state.patients.has(outcome.patientId)) return { code: 'unknown-patient', rule, detail: 'There is no such patient.' };
  if (otherPatient(state.outcomes.get(outcome.id), outcome))
    return { code: 'record-of-other-patient', rule, detail: 'This outcome belongs to another patient.' };
  if (toMs(outcome.takenAt) > toMs(now) + MINUTE_MS)
    return { code: 'happened-in-the-future', rule, detail: 'The scale cannot have been taken in the future.' };
  const wrong = validateOutcome(OUTCOME_SCALES[outcome.scale], outcome.total, outcome.items);
  return wrong === undefined ? undefined : { code: 'outcome-invalid', rule, detail: `${wrong}.` };
}

function otherPatient(before: { readonly patientId: string } | undefined, after: { readonly patientId: string }): boolean {
  return before !== undefined && before.patientId !== after.patientId;
}
