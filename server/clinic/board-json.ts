import { outcomesOf } from '../../shared/clinic/outcomes-of.ts';
import type { Outcome, Patient, Plan, Staff } from '../../shared/clinic/records.ts';
import { baysInOrder, type ClinicState, chairsInOrder } from '../../shared/clinic/state.ts';
import { newestRisks } from '../../shared/deciding/suicidality.ts';
import { type Audience, eventsJson } from './event-json.ts';
import type { HeldSession } from './held-session.ts';

/** What each audience may have of reference data that names somebody. */
const SEEN = {
  staff: { person: (person: Staff) => person, patient: (patient: Patient) => patient, plan: (plan: Plan) => plan },
  display: {
    person: ({ id, initials, role, active }: Staff) => ({ id, initials, role, active }),
    patient: ({ id }: Patient) => ({ id }),
    plan: ({ id, patientId }: Plan) => ({ id, patientId }),
  },
} as const;

/**
 * The answer of `GET /api/board` (`BoardAnswer`) as JSON in UTF-8. Reference data is spelled and a visit's events are put together
 * once per change and audience, so that a full board is little more than copying bytes one behind the other.
 */
export function boardJson(
  board: {
    readonly epoch: string;
    readonly head: number;
    readonly now: string;
    readonly speed: number;
    readonly clinic: ClinicState;
    readonly sessions: readonly HeldSession[];
  },
  audience: Audience,
): Buffer {
  const { epoch, head, now, speed, clinic, sessions } = board;
  const patients = new Set(sessions.map(({ state }) => state.patientId));
  const plans = new Set(sessions.map(({ state }) => state.planId));
  const { person, patient, plan } = SEEN[audience];
  const once = onceFor(audience);
  const open = `{"epoch":${JSON.stringify(epoch)},"head":${head},"now":"${now}","speed":${speed},`;
  const reference = [
    `"clinic":${JSON.stringify(clinic.clinic ?? null)}`,
    `"chairs":${once(clinic.chairs, () => chairsInOrder(clinic))}`,
    `"bays":${once(clinic.bays, () => baysInOrder(clinic))}`,
    `"staff":${once(clinic.staff, () => [...clinic.staff.values()].map(person))}`,
    `"patients":[${picked(clinic.patients, patients).map((one) => once(one, () => patient(one)))}]`,
    `"plans":[${picked(clinic.plans, plans).map((one) => once(one, () => plan(one)))}]`,
    `"outcomes":[${audience === 'staff' ? riskResults(clinic, patients).map((one) => once(one, () => one)) : ''}]`,
    `"protocols":${once(clinic.protocols, () => [...clinic.protocols.values()].flat())}`,
  ];
  const visits = sessions.flatMap((session, place) => [place === 0 ? NOTHING : COMMA, encoded(session, audience)]);
  return Buffer.concat([Buffer.from(`${open}${reference.join(',')},"sessions":[`), ...visits, CLOSE]);
}

const NOTHING = Buffer.alloc(0);
const COMMA = Buffer.from(',');
const CLOSE = Buffer.from(']}');

const encodings = { staff: new WeakMap<HeldSession, Buffer>(), display: new WeakMap<HeldSession, Buffer>() };

/** A held visit is immutable: after one more event it is another one. */
function encoded(session: HeldSession, audience: Audience): Buffer {
  let bytes = encodings[audience].get(session);
  if (bytes === undefined) {
    bytes = Buffer.from(`{"id":"${session.state.id}","events":[${eventsJson(session.events, audience)}]}`);
    encodings[audience].set(session, bytes);
  }
  return bytes;
}

const spelled = { staff: new WeakMap<object, string>(), display: new WeakMap<object, string>() };

/** Spells JSON of something immutable the first time that an audience asks for it. */
function onceFor(audience: Audience) {
  return (key: object, value: () => unknown): string => {
    let json = spelled[audience].get(key);
    if (json === undefined) {
      json = JSON.stringify(value());
      spelled[audience].set(key, json);
    }
    return json;
  };
}

/** What a visit's gates look at of a patient's results: the newest of each scale that tells of suicide. */
function riskResults(clinic: ClinicState, patients: ReadonlySet<string>): Outcome[] {
  return [...patients].flatMap((patientId) => newestRisks(outcomesOf(clinic, patientId)));
}

function picked<T>(records: ReadonlyMap<string, T>, ids: ReadonlySet<string | undefined>): T[] {
  return [...ids].flatMap((id) => {
    const record = id === undefined ? undefined : records.get(id);
    return record === undefined ? [] : [record];
  });
}
