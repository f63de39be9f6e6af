import { outcomesOf } from '../clinic/outcomes-of.ts';
import type { Protocol } from '../clinic/protocol.ts';
import { type Decision, refuse } from '../log/refusal.ts';
import type { NewSessionEvent } from '../session/events.ts';
import { type CommandOf, fact } from '../session/fact.ts';
import { isPresent } from '../session/occupancy.ts';
import type { SessionState } from '../session/state.ts';
import { toMs } from '../units.ts';
import { drugOverMs } from '../vitals/due.ts';
import { protocolFor } from '../vitals/own-limits.ts';
import { ALLERGY_CHECK } from './allergies.ts';
import type { DecideContext } from './context.ts';
import type { Fact } from './overrides.ts';
import { BASELINE_CHECK, readyChecks } from './readiness.ts';
import { openSuicidality, SUICIDALITY_CHECK } from './suicidality.ts';
import { wrongPhase } from './wrong-phase.ts';

/** What is decided while the patient is here; the other checks are for the start alone. */
const ANY_TIME: readonly string[] = [SUICIDALITY_CHECK, ALLERGY_CHECK];

/**
 * VISIT8, VISIT42: a physician, with a reason, against what stands in the way now; never the order, its second check or the chair,
 * and never what was not measured. What stood in the way is kept with it: it holds for that alone.
 */
export function decideOverride(
  session: SessionState,
  command: CommandOf<'override-check'>,
  context: DecideContext,
): Decision<NewSessionEvent> {
  const { item, position } = command.data;
  const isHere = ANY_TIME.includes(item) ? isPresent(session) : session.phase === 'checked-in';
  if (!isHere) return wrongPhase(session, 'VISIT8', 'Overriding a check');
  if (context.actor.role !== 'physician') return refuse('not-allowed', 'VISIT8', 'Only a physician may override a check.');
  const protocol = protocolFor(context.clinic, session);
  if (protocol === undefined || !isOverridable(item, protocol))
    return refuse('unknown-checklist-item', 'VISIT8', 'The protocol has no such check.');
  const seen = [...factsOf(session, item, protocol, command.at, context)];
  if (seen.length === 0)
    return refuse(
      'nothing-to-override',
      'VISIT42',
      'There is nothing to override: nothing was measured or answered against the start.',
    );
  if (position !== undefined && seen.some(({ eventId }) => isAfter(session, eventId, position)))
    return refuse('stale-override', 'VISIT42', 'Something was recorded since this was shown. Please look again.');
  return fact(session.id, 'check-overridden', command.at, { ...command.data, seen });
}

function isOverridable(item: string, { checklist }: Protocol): boolean {
  return [BASELINE_CHECK, SUICIDALITY_CHECK, ALLERGY_CHECK].includes(item) || checklist.some(({ id }) => id === item);
}

function factsOf(
  session: SessionState,
  item: string,
  protocol: Protocol,
  at: string,
  { clinic }: DecideContext,
): readonly Fact[] {
  const results = outcomesOf(clinic, session.patientId);
  if (item === SUICIDALITY_CHECK) return openSuicidality(session, results, drugOverMs(session));
  const { allergies } = clinic.patients.get(session.patientId) ?? {};
  return readyChecks(session, protocol, toMs(at), results, allergies).find(({ id }) => id === item)?.facts ?? [];
}

function isAfter({ entries }: SessionState, eventId: string | undefined, position: number): boolean {
  return entries.some((entry) => entry.eventId === eventId && entry.position > position);
}
