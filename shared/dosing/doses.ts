import type { Protocol } from '../clinic/protocol.ts';
import { entriesOf } from '../session/entries.ts';
import type { Entry, SessionState } from '../session/state.ts';
import { type Instant, MINUTE_MS, toInstant, toMs } from '../units.ts';
import { orderOf } from './delivered.ts';
import { round } from './order.ts';

/** Where doses stand that are given at once: injections and sprays. All amounts in mg. */
export interface DosesGiven {
  /** In order of when they happened; struck ones are left out. */
  readonly doses: readonly Entry<'dose-given'>[];
  readonly givenMg: number;
  readonly orderedMg?: number;
  /** What is left of the order; 0 when it is all in or more. Absent without an order. */
  readonly leftMg?: number;
  /** For a drug that comes in devices: the one to be given next. Absent when the order is in. */
  readonly next?: {
    readonly number: number;
    readonly of: number;
    readonly mg: number;
    /** From when on it may be given; absent for the first. */
    readonly from?: Instant;
  };
}

/** Works out what was given of an order and which device is next. Source: clinical tables "Protocols to seed" (devices 5 min apart). */
export function dosesGiven(session: SessionState, protocol: Protocol): DosesGiven {
  const doses = entriesOf(session, 'dose-given').toSorted((a, b) => (a.happenedAt < b.happenedAt ? -1 : 1));
  const givenMg = round(
    doses.reduce((sum, { data }) => sum + data.doseMg, 0),
    2,
  );
  const orderedMg = orderOf(session)?.doseMg;
  if (orderedMg === undefined) return { doses, givenMg };
  const leftMg = round(Math.max(0, orderedMg - givenMg), 2);
  const { device } = protocol;
  if (device === undefined || leftMg === 0) return { doses, givenMg, orderedMg, leftMg };
  const last = doses.at(-1);
  const next = {
    number: doses.length + 1,
    of: Math.max(doses.length + 1, Math.ceil(orderedMg / device.mg)),
    mg: Math.min(device.mg, leftMg),
    ...(last === undefined ? {} : { from: toInstant(toMs(last.happenedAt) + device.everyMin * MINUTE_MS) }),
  };
  return { doses, givenMg, orderedMg, leftMg, next };
}

/** The dose in the record that stands against the same one said again: same route and mg, less than two minutes apart. */
export function sameDoseOf(
  session: SessionState,
  said: { readonly route: string; readonly doseMg: number; readonly at: Instant },
): Entry<'dose-given'> | undefined {
  return entriesOf(session, 'dose-given').findLast(
    ({ data, happenedAt }) =>
      data.route === said.route && data.doseMg === said.doseMg && Math.abs(toMs(happenedAt) - toMs(said.at)) < SAME_DOSE_MS,
  );
}

/** Two of the same within this time are one dose said twice, or a dose too many. Source: trust.md "Hazards". */
export const SAME_DOSE_MS = 2 * MINUTE_MS;

/** The medicine in the record that stands against the same one said again: same drug and dose, less than two minutes apart. */
export function sameMedicationOf(
  session: SessionState,
  said: { readonly drug: string; readonly dose: number; readonly unit: string; readonly at: Instant },
): Entry<'medication-given'> | undefined {
  return entriesOf(session, 'medication-given').findLast(
    ({ data, happenedAt }) =>
      data.drug.toLowerCase() === said.drug.toLowerCase() &&
      data.dose === said.dose &&
      data.unit === said.unit &&
      Math.abs(toMs(happenedAt) - toMs(said.at)) < SAME_DOSE_MS,
  );
}
