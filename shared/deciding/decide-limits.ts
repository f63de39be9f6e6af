import { LIMITS } from '../clinic/limit-names.ts';
import { OUTER_LIMITS } from '../clinic/outer-limits.ts';
import type { Protocol } from '../clinic/protocol.ts';
import { protocolOf } from '../clinic/state.ts';
import { type Decision, refuse } from '../log/refusal.ts';
import type { NewSessionEvent } from '../session/events.ts';
import { type CommandOf, fact } from '../session/fact.ts';
import { isOver } from '../session/occupancy.ts';
import { boundsOf, type OwnLimits } from '../session/own-limits.ts';
import type { SessionState } from '../session/state.ts';
import { withOwnLimits } from '../vitals/own-limits.ts';
import type { DecideContext } from './context.ts';
import { areCrossed } from './decide-protocol.ts';
import { wrongPhase } from './wrong-phase.ts';

/** VISIT61, ALARM70: a physician, with a reason, while the visit is not over; within what a limit can be. */
export function decideLimits(
  session: SessionState,
  command: CommandOf<'set-limits'>,
  { clinic, actor }: DecideContext,
): Decision<NewSessionEvent> {
  if (isOver(session.phase)) return wrongPhase(session, 'VISIT61', 'Setting limits');
  if (actor.role !== 'physician') return refuse('not-allowed', 'VISIT61', 'Only a physician may set limits for a patient.');
  const protocol = protocolOf(clinic, session.protocolId, session.protocolVersion);
  if (protocol === undefined) return refuse('unknown-protocol', 'VISIT61', 'There is no such protocol.');
  const why = limitsObjection(command.data.limits, protocol);
  if (why !== undefined) return refuse('limits-not-possible', 'ALARM70', why);
  return fact(session.id, 'limits-set', command.at, command.data);
}

/**
 * Why a patient cannot have these limits, in words, or `undefined`: each moves a limit that the protocol has, stays within the outer
 * bounds, and none passes another.
 */
function limitsObjection(limits: OwnLimits, protocol: Protocol): string | undefined {
  for (const { name, purpose, side, value } of boundsOf(limits)) {
    const { label, unit } = LIMITS.find((one) => one.name === name) ?? { label: name, unit: '' };
    if (protocol.limits[name][purpose]?.[side] === undefined) return `${label}: the protocol has no such limit to change.`;
    const [least, most] = OUTER_LIMITS[name];
    if (value < least || value > most) return `${label}: a limit lies between ${least} and ${most} ${unit}.`;
  }
  const { limits: effective } = withOwnLimits(protocol, limits);
  const crossed = LIMITS.find(({ name }) => areCrossed(effective[name]));
  return crossed === undefined ? undefined : `${crossed.label}: the limits would cross each other.`;
}
