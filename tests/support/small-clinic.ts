import { newId } from '../../server/new-id.ts';
import type { Services } from '../../server/services.ts';
import type { ClinicCommand } from '../../shared/clinic/commands.ts';
import { defaultProtocols } from '../../shared/clinic/default-protocols.ts';
import type { Protocol } from '../../shared/clinic/protocol.ts';
import type { Patient, Plan, Staff } from '../../shared/clinic/records.ts';
import { decideClinic } from '../../shared/deciding/decide-clinic.ts';
import { toInstant } from '../../shared/units.ts';
import { idOf } from './given-visit.ts';

const person = (n: number, username: string, role: Staff['role'], name: string, initials: string, title?: string): Staff => ({
  id: idOf(n),
  name,
  initials,
  role,
  username,
  active: true,
  ...(title === undefined ? {} : { title }),
});

/** Staff by user name; the password of each is `PASSWORD` of builders.ts. */
export const STAFF = {
  nurse: person(1, 'nurse', 'nurse', 'Ana Ruiz', 'AR', 'RN'),
  nurse2: person(2, 'nurse2', 'nurse', 'Ben Okoye', 'BO', 'RN'),
  physician: person(3, 'physician', 'physician', 'Clara Novak', 'CN', 'MD'),
  manager: person(4, 'manager', 'manager', 'Dana Weiss', 'DW'),
  admin: person(5, 'admin', 'administrator', 'Emil Holm', 'EH'),
} satisfies Record<string, Staff>;
export type Username = keyof typeof STAFF;

const patient = (n: number, givenName: string, familyName: string, dateOfBirth: string, mrn: string): Patient => ({
  id: idOf(n),
  givenName,
  familyName,
  dateOfBirth,
  mrn,
  sex: 'female',
  allergies: [],
});

export const PATIENTS: readonly [Patient, Patient, Patient] = [
  patient(10, 'Maya', 'Reyes', '1992-03-12', '00484821'),
  patient(11, 'Noor', 'Haddad', '1985-07-30', '00484822'),
  patient(12, 'Zoë', 'Núñez-Østergård', '1978-11-02', '00484823'),
];

export const CHAIRS: readonly [string, string, string] = [idOf(20), idOf(21), idOf(22)];
export const BAYS: readonly [string, string] = [idOf(30), idOf(31)];

const [iv, im, nasal] = defaultProtocols({ iv: idOf(40), im: idOf(41), nasal: idOf(42) }) as [Protocol, Protocol, Protocol];
export const PROTOCOLS = { iv, im, nasal };

/** Maya Reyes: third of six infusions comes next. */
export const PLAN: Plan = {
  id: idOf(60),
  patientId: PATIENTS[0].id,
  indication: 'PTSD',
  protocolId: iv.id,
  route: 'iv',
  doseMgPerKg: 0.5,
  infusions: 6,
  spacingDays: 3,
  doneBefore: 2,
  state: 'active',
};

type Change = { [T in ClinicCommand['type']]: Pick<Extract<ClinicCommand, { type: T }>, 'type' | 'data'> }[ClinicCommand['type']];

/** Puts the small clinic into an empty log, in one commit, and gives everybody the same password (its hash). */
export async function setUpSmallClinic({ clock, gate, store }: Services, passwordHash: string): Promise<void> {
  const at = toInstant(clock.now());
  const sender = { actor: { id: STAFF.admin.id, role: STAFF.admin.role } };
  const of = (change: Change) => ({ ...change, id: newId(clock.now()), at }) as ClinicCommand;
  const clinic = of({
    type: 'set-up-clinic',
    data: { id: idOf(50), name: 'Test clinic', timeZone: 'Europe/Berlin', demo: false },
  });
  // All in one turn: the log decides them in this order.
  const outcomes = await Promise.all([
    gate.setUp(clinic.id, clinic, sender, (state) => decideClinic(state, clinic, { now: at })),
    ...everything().map((change) => gate.clinic(of(change), sender)),
  ]);
  for (const outcome of outcomes) if (outcome.kind !== 'appended') throw new Error(`Not set up: ${JSON.stringify(outcome)}`);
  for (const { id, username } of Object.values(STAFF)) await store.secrets.putCredential({ staffId: id, username, passwordHash });
}

function everything(): Change[] {
  return [
    ...Object.values(STAFF).map((data): Change => ({ type: 'put-staff', data })),
    ...CHAIRS.map((id, order): Change => ({ type: 'put-chair', data: { id, label: `${order + 1}`, order, state: 'available' } })),
    ...BAYS.map((id, order): Change => ({ type: 'put-bay', data: { id, label: `R${order + 1}`, order, state: 'available' } })),
    ...Object.values(PROTOCOLS).map((data): Change => ({ type: 'publish-protocol', data })),
    ...PATIENTS.map((data): Change => ({ type: 'put-patient', data })),
    { type: 'put-plan', data: PLAN },
  ];
}
