import { addDays, dayAt } from '../clinic/calendar-day.ts';
import { CLINIC_EVENT_ROWS } from '../clinic/changes.ts';
import type { NewClinicEvent } from '../clinic/events.ts';
import { type Formats, formatsOf, METRIC } from '../clinic/formats.ts';
import { LIMITS } from '../clinic/limit-names.ts';
import { OUTER_LIMITS } from '../clinic/outer-limits.ts';
import type { Protocol } from '../clinic/protocol.ts';
import { type ClinicState, protocolOf } from '../clinic/state.ts';
import { accept, type Decision, refuse } from '../log/refusal.ts';
import { limitedRow } from '../session/alarm-sign.ts';
import { entriesOf } from '../session/entries.ts';
import type { NewSessionEvent } from '../session/events.ts';
import { type CommandOf, newFact } from '../session/fact.ts';
import { isOver } from '../session/occupancy.ts';
import { boundsOf, type OwnLimits, ownLimitsFrom } from '../session/own-limits.ts';
import { shownValue, withUnit } from '../session/shown-sign.ts';
import type { SessionState } from '../session/state.ts';
import { type Instant, toMs } from '../units.ts';
import { withOwnLimits } from '../vitals/own-limits.ts';
import type { DecideContext } from './context.ts';
import { areCrossed } from './decide-protocol.ts';
import { wrongPhase } from './wrong-phase.ts';

/** For how long limits of a patient may be set at once, in days: a physician looks at them again at least once a year. */
const LONGEST_DAYS = 366;

/**
 * VISIT61, ALARM70: a physician, with a reason, while the visit is not over; within what a limit can be. ALARM71: with a day they are
 * kept with the patient too, in the same write.
 */
export function decideLimits(
  session: SessionState,
  command: CommandOf<'set-limits'>,
  { clinic, actor, now }: DecideContext,
): Decision<NewSessionEvent | NewClinicEvent> {
  if (isOver(session.phase)) return wrongPhase(session, 'VISIT61', 'Setting limits');
  if (actor.role !== 'physician') return refuse('not-allowed', 'VISIT61', 'Only a physician may set limits for a patient.');
  const protocol = protocolOf(clinic, session.protocolId, session.protocolVersion);
  if (protocol === undefined) return refuse('unknown-protocol', 'VISIT61', 'There is no such protocol.');
  const why = limitsObjection(command.data.limits, protocol, formatsOf(clinic.clinic));
  if (why !== undefined) return refuse('limits-not-possible', 'ALARM70', why);
  const { until = 'visit' } = command.data;
  const said = newFact(session.id, 'limits-set', command.at, command.data);
  if (until === 'visit') return accept<NewSessionEvent | NewClinicEvent>(said);
  const today = todayOf(clinic, now);
  if (until < today || until > addDays(today, LONGEST_DAYS))
    return refuse('limits-not-possible', 'ALARM71', 'The last day is today or later, and within a year.');
  const kept = { id: session.patientId, ...command.data, until, by: actor.id };
  const { event: type, version } = CLINIC_EVENT_ROWS['patient-limits-set'];
  return accept<NewSessionEvent | NewClinicEvent>(said, {
    ...{ stream: `patient/${session.patientId}`, type, version },
    happenedAt: command.at,
    data: kept,
  });
}

/**
 * ALARM71: the limits with which a visit begins, where a physician set any for this patient until a day that is not over. Of a protocol
 * that has not all of them, those that it has; none that it could not have.
 */
export function broughtLimits(session: SessionState, at: Instant, { clinic }: DecideContext): NewSessionEvent | undefined {
  const kept = clinic.patients.get(session.patientId)?.ownLimits;
  const protocol = protocolOf(clinic, session.protocolId, session.protocolVersion);
  if (kept === undefined || protocol === undefined || entriesOf(session, 'limits-set').length > 0) return undefined;
  if (kept.until < todayOf(clinic, at)) return undefined;
  const limits = limitsWithin(kept.limits, protocol);
  if (boundsOf(limits).length === 0 || limitsObjection(limits, protocol, METRIC) !== undefined) return undefined;
  return newFact(session.id, 'limits-set', at, { ...kept, limits });
}

const todayOf = ({ clinic }: ClinicState, now: Instant) => dayAt(toMs(now), clinic?.timeZone ?? 'UTC');

/** What of these limits moves one that the protocol has. */
function limitsWithin(limits: OwnLimits, protocol: Protocol): OwnLimits {
  const fitting = boundsOf(limits).filter(({ name, purpose, side }) => protocol.limits[name][purpose]?.[side] !== undefined);
  return ownLimitsFrom(fitting);
}

/**
 * Why a patient cannot have these limits, in words, or `undefined`: each moves a limit that the protocol has, stays within the outer
 * bounds, and none passes another.
 */
function limitsObjection(limits: OwnLimits, protocol: Protocol, formats: Formats): string | undefined {
  for (const { name, purpose, side, value } of boundsOf(limits)) {
    const { label } = limitedRow(name);
    if (protocol.limits[name][purpose]?.[side] === undefined) return `${label}: the protocol has no such limit to change.`;
    const [least, most] = OUTER_LIMITS[name];
    if (value < least || value > most)
      return `${label}: a limit lies between ${shownValue(name, least, formats)} and ${withUnit(name, most, formats)}.`;
  }
  const { limits: effective } = withOwnLimits(protocol, limits);
  const crossed = LIMITS.find(({ name }) => areCrossed(effective[name]));
  return crossed === undefined ? undefined : `${crossed.label}: the limits would cross each other.`;
}
