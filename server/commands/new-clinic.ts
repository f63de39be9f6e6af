import type { ClinicCommand } from '../../shared/clinic/commands.ts';
import { defaultProtocols } from '../../shared/clinic/default-protocols.ts';
import type { ClinicEvent, NewClinicEvent } from '../../shared/clinic/events.ts';
import { evolveClinic } from '../../shared/clinic/evolve.ts';
import type { ClinicState } from '../../shared/clinic/state.ts';
import { decideClinic } from '../../shared/deciding/decide-clinic.ts';
import { accept, type Decision } from '../../shared/log/refusal.ts';
import { type Id, toInstant } from '../../shared/units.ts';
import type { SetUp } from '../../shared/wire/up.ts';

/** What a set-up asks for; the password has gone its own way. */
export type NewClinic = Omit<SetUp, 'administrator'> & {
  readonly administrator: Omit<SetUp['administrator'], 'password'> & { readonly id: Id };
};

/**
 * All facts of a new clinic, decided one after the other by the rules that hold for each change later on, so that they are
 * stored together or not at all: the clinic, its first administrator, chairs "1", "2" …, bays "R1", "R2" …, default protocols.
 */
export function decideNewClinic(
  state: ClinicState,
  wanted: NewClinic,
  { now, demo, newId }: { readonly now: number; readonly demo: boolean; readonly newId: () => Id },
): Decision<NewClinicEvent> {
  const at = toInstant(now);
  const events: NewClinicEvent[] = [];
  let clinic = state;
  for (const change of changes(wanted, demo, newId)) {
    const decision = decideClinic(clinic, { ...change, id: newId(), at } as ClinicCommand, { now: at });
    if (!decision.ok) return decision;
    for (const event of decision.events) {
      events.push(event);
      // Type and data are all that `evolveClinic` looks at.
      clinic = evolveClinic(clinic, event as ClinicEvent);
    }
  }
  return accept(...events);
}

type Change = { [T in ClinicCommand['type']]: Pick<Extract<ClinicCommand, { type: T }>, 'type' | 'data'> }[ClinicCommand['type']];

function* changes(
  { clinicName, timeZone, formats, administrator, chairs, bays }: NewClinic,
  demo: boolean,
  newId: () => Id,
): Generator<Change> {
  yield {
    type: 'set-up-clinic',
    data: { id: newId(), name: clinicName, timeZone, demo, ...(formats === undefined ? {} : { formats }) },
  };
  yield { type: 'put-staff', data: { ...administrator, role: 'administrator', active: true } };
  for (let order = 0; order < chairs; order += 1)
    yield { type: 'put-chair', data: { id: newId(), label: String(order + 1), order, state: 'available' } };
  for (let order = 0; order < bays; order += 1)
    yield { type: 'put-bay', data: { id: newId(), label: `R${order + 1}`, order, state: 'available' } };
  for (const protocol of defaultProtocols({ iv: newId(), im: newId(), nasal: newId() }))
    yield { type: 'publish-protocol', data: protocol };
}
