import { entriesOf } from '../session/entries.ts';
import type { SessionEventData } from '../session/said/all.ts';
import type { SessionState } from '../session/state.ts';
import { orderOf } from './delivered.ts';

/** The dose that a patient was last given of a drug by a route, as it was ordered, and when it began. */
export type LastDose = NonNullable<SessionEventData['checked-in']['lastDose']>;

/**
 * The dose of a visit for the visits after it; `undefined` where none of it was given. It is the order's: an infusion that was stopped
 * after a minute does not make the next usual dose a large one.
 */
export function lastDoseIn(session: SessionState): LastDose | undefined {
  const order = orderOf(session);
  const given = entriesOf(session, 'infusion-started')[0] ?? entriesOf(session, 'dose-given')[0];
  if (order === undefined || given === undefined) return undefined;
  const weightKg = order.weightKg ?? entriesOf(session, 'checked-in').at(-1)?.data.weightKg;
  const { drug, route, doseMg } = order;
  return { drug, route, doseMg, ...(weightKg === undefined ? {} : { weightKg }), givenAt: given.happenedAt };
}

/** Whether two orders are of one drug by one route. */
export const isSameDrug = (one: Pick<LastDose, 'drug' | 'route'>, other: Pick<LastDose, 'drug' | 'route'>): boolean =>
  one.route === other.route && one.drug.trim().toLowerCase() === other.drug.trim().toLowerCase();

/** The last dose of the drug and route of this visit, as it was known at the check-in. */
export function lastDoseOf(session: SessionState, of: Pick<LastDose, 'drug' | 'route'>): LastDose | undefined {
  const last = entriesOf(session, 'checked-in').at(-1)?.data.lastDose;
  return last !== undefined && isSameDrug(last, of) ? last : undefined;
}

/** From here on, up or down, a step is a ten-fold one: a slipped point between two weights that differ a little is one too. */
const TENFOLD = 9.5;

/** What is ten times another dose or more, or a tenth of it or less. */
export interface TenfoldStep {
  /** How many times as much, or as little. */
  readonly times: number;
  readonly isMore: boolean;
}

/** The step from one dose to another where it is ten-fold; both in the same unit. */
export function tenfoldStep(from: number, to: number): TenfoldStep | undefined {
  if (from <= 0 || to <= 0) return undefined;
  const times = to / from;
  if (times >= TENFOLD) return { times: Math.round(times), isMore: true };
  return times <= 1 / TENFOLD ? { times: Math.round(1 / times), isMore: false } : undefined;
}

/** DOSE31: the ten-fold step of a dose from the last one, per kilogram where both weights are known. */
export function stepFromLast(doseMg: number, weightKg: number | undefined, last: LastDose): TenfoldStep | undefined {
  return weightKg === undefined || last.weightKg === undefined
    ? tenfoldStep(last.doseMg, doseMg)
    : tenfoldStep(last.doseMg / last.weightKg, doseMg / weightKg);
}
