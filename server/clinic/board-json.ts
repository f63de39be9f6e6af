import { baysInOrder, type ClinicState, chairsInOrder } from '../../shared/clinic/state.ts';
import type { HeldSession } from './held-session.ts';

/**
 * The answer of `GET /api/board` (`BoardAnswer`) as JSON in UTF-8. The events of a visit and reference data are spelled and
 * encoded once per change, so that a full board is little more than copying bytes one behind the other.
 */
export function boardJson(board: {
  readonly epoch: string;
  readonly head: number;
  readonly now: string;
  readonly speed: number;
  readonly clinic: ClinicState;
  readonly sessions: readonly HeldSession[];
}): Buffer {
  const { epoch, head, now, speed, clinic, sessions } = board;
  const patients = new Set(sessions.map(({ state }) => state.patientId));
  const plans = new Set(sessions.map(({ state }) => state.planId));
  const open = `{"epoch":${JSON.stringify(epoch)},"head":${head},"now":"${now}","speed":${speed},`;
  const reference = [
    `"clinic":${JSON.stringify(clinic.clinic ?? null)}`,
    `"chairs":${once(clinic.chairs, () => chairsInOrder(clinic))}`,
    `"bays":${once(clinic.bays, () => baysInOrder(clinic))}`,
    `"staff":${once(clinic.staff, () => [...clinic.staff.values()])}`,
    `"patients":${pick(clinic.patients, patients)}`,
    `"plans":${pick(clinic.plans, plans)}`,
    `"protocols":${once(clinic.protocols, () => [...clinic.protocols.values()].flat())}`,
  ];
  const visits = sessions.flatMap((session, place) => [place === 0 ? NOTHING : COMMA, encoded(session)]);
  return Buffer.concat([Buffer.from(`${open}${reference.join(',')},"sessions":[`), ...visits, CLOSE]);
}

const NOTHING = Buffer.alloc(0);
const COMMA = Buffer.from(',');
const CLOSE = Buffer.from(']}');

const encodings = new WeakMap<HeldSession, Buffer>();

/** A held visit is immutable: after one more event it is another one. */
function encoded(session: HeldSession): Buffer {
  let bytes = encodings.get(session);
  if (bytes === undefined) {
    bytes = Buffer.from(`{"id":"${session.state.id}","events":[${session.eventsJson}]}`);
    encodings.set(session, bytes);
  }
  return bytes;
}

const spelled = new WeakMap<object, string>();

/** JSON of something immutable, spelled the first time. */
function once(key: object, value: () => unknown): string {
  let json = spelled.get(key);
  if (json === undefined) {
    json = JSON.stringify(value());
    spelled.set(key, json);
  }
  return json;
}

function pick(records: ReadonlyMap<string, object>, ids: ReadonlySet<string | undefined>): string {
  const picked: string[] = [];
  for (const id of ids) {
    const record = id === undefined ? undefined : records.get(id);
    if (record !== undefined) picked.push(once(record, () => record));
  }
  return `[${picked.join(',')}]`;
}
