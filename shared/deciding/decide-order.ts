import type { Protocol } from '../clinic/protocol.ts';
import { rateFault, workOutOrder } from '../dosing/order.ts';
import { type Decision, refuse } from '../log/refusal.ts';
import { entriesOf } from '../session/entries.ts';
import type { NewSessionEvent } from '../session/events.ts';
import { type CommandOf, fact } from '../session/fact.ts';
import type { SessionState } from '../session/state.ts';
import { protocolFor } from '../vitals/own-limits.ts';
import { isAllergyOpen } from './allergies.ts';
import type { DecideContext } from './context.ts';
import { wrongPhase } from './wrong-phase.ts';

type WriteOrder = CommandOf<'write-order'>;

/**
 * VISIT9, DOSE3: worked out from the weight of the check-in; no weight, no dose per kg. DOSE20–DOSE22: what the protocol gives, at a
 * rate that a pump can run at, and never beyond its ceiling. A new order replaces the last one and wants a new check.
 */
export function decideOrder(session: SessionState, command: WriteOrder, context: DecideContext): Decision<NewSessionEvent> {
  if (session.phase !== 'checked-in' && !(session.phase === 'scheduled' && command.data.doseMg !== undefined))
    return wrongPhase(session, session.phase === 'scheduled' ? 'DOSE3' : 'VISIT9', 'Writing an order');
  const protocol = protocolFor(context.clinic, session);
  if (protocol === undefined) return refuse('unknown-protocol', 'VISIT9', 'There is no such protocol.');
  const other = notOfProtocol(command.data, protocol);
  if (other !== undefined) return refuse('order-not-of-protocol', 'DOSE21', other);
  if (isAllergyOpen(session, context.clinic.patients.get(session.patientId)?.allergies, protocol.drug))
    return refuse(
      'allergy-recorded',
      'DOSE28',
      `An allergy to ${protocol.drug} or its class is recorded. Go on against it in the checklist first, with a reason.`,
    );
  const weightKg = entriesOf(session, 'checked-in').at(-1)?.data.weightKg;
  const worked = workOutOrder(command.data, weightKg);
  if (worked === undefined) return refuse('weight-missing', 'DOSE3', 'A dose per kilogram needs today’s weight.');
  const perKg = weightKg === undefined ? command.data.doseMgPerKg : worked.doseMg / weightKg;
  if (perKg !== undefined && perKg > protocol.ceilingMgPerKg && protocol.doseChoicesMg === undefined)
    return refuse(
      'dose-too-high',
      'DOSE22',
      `${worked.doseMg} mg are ${perKg.toFixed(2)} mg/kg; the protocol never gives more than ${protocol.ceilingMgPerKg} mg/kg.`,
    );
  const fault = protocol.route === 'iv' ? rateFault(worked.doseMg, command.data) : undefined;
  if (fault !== undefined) return refuse('rate-not-possible', 'DOSE20', fault);
  const weight = command.data.doseMgPerKg === undefined || weightKg === undefined ? {} : { weightKg };
  return fact(session.id, 'order-written', command.at, { ...command.data, ...worked, ...weight });
}

/** What of an order is not what the protocol gives, in a sentence. */
function notOfProtocol(data: WriteOrder['data'], protocol: Protocol): string | undefined {
  const { drug, route, concentrationsMgPerMl, doseChoicesMg } = protocol;
  if (data.drug.trim().toLowerCase() !== drug.toLowerCase()) return `The protocol gives ${drug}, not ${data.drug}.`;
  if (data.route !== route) return `The protocol gives ${drug} by another route.`;
  if (!concentrationsMgPerMl.includes(data.concentrationMgPerMl))
    return `The protocol has no strength of ${data.concentrationMgPerMl} mg/mL.`;
  if (doseChoicesMg !== undefined && (data.doseMg === undefined || !doseChoicesMg.includes(data.doseMg)))
    return `The protocol gives ${doseChoicesMg.join(' or ')} mg.`;
  return undefined;
}
