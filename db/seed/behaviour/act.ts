import type { Protocol } from '../../../shared/clinic/protocol.ts';
import type { Outcome, Patient, Plan } from '../../../shared/clinic/records.ts';
import type { CommandData } from '../../../shared/session/commands.ts';
import type { SessionCommandType } from '../../../shared/session/said/all.ts';
import type { SessionState } from '../../../shared/session/state.ts';
import { type Id, MINUTE_MS } from '../../../shared/units.ts';
import type { Body } from './body.ts';
import type { Course } from './course.ts';

/** What is said of a visit: the type and data of a command. */
export type Said = { [T in SessionCommandType]: { readonly type: T; readonly data: CommandData<T> } }[SessionCommandType];

/** One thing that a member of staff is about to do. */
export interface Act {
  /** When it is typed, ms since the Unix epoch. */
  readonly dueMs: number;
  /** When it happened, when that is set back. */
  readonly happenedMs?: number;
  readonly by: Id;
  readonly said: Said;
}

/** Who works today. */
export interface Team {
  readonly nurses: readonly Id[];
  readonly physicians: readonly Id[];
}

/** Everything that the next act of a visit follows from. Nothing else is remembered, so that play can go on after any restart. */
export interface Scene {
  readonly session: SessionState;
  readonly protocol: Protocol;
  readonly patient: Patient;
  readonly plan: Plan | undefined;
  /** The patient's results of outcome scales. */
  readonly results: readonly Outcome[];
  readonly body: Body;
  readonly course: Course;
  readonly team: Team;
  readonly freeChairId: Id | undefined;
  readonly freeBayId: Id | undefined;
}

/** An act due at `dueMs`. */
export function act<T extends SessionCommandType>(dueMs: number, by: Id, type: T, data: CommandData<T>): Act {
  // The compiler cannot see that a pair of one generic type is a member of the union of all pairs.
  return { dueMs, by, said: { type, data } as unknown as Said };
}

/** Minutes as milliseconds. */
export function minutes(n: number): number {
  return Math.round(n * MINUTE_MS);
}
