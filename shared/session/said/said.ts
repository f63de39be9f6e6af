import type { z } from 'zod';
import type { Formats } from '../../clinic/formats.ts';
import type { Role } from '../../log/roles.ts';
import type { Phase } from '../phase.ts';
import type { DataKit } from './data-kit.ts';

/** Whom and what an entry names by id, in words, and how the clinic writes numbers. */
export interface Names {
  chair(id: string): string;
  bay(id: string): string;
  staff(id: string): string;
  /** A question of the checklist, as the visit's protocol asks it. */
  check(id: string): string;
  /** A criterion for going home. */
  criterion(id: string): string;
  readonly formats: Formats;
}

/** What a correction and a strike may do to an entry. Steps of the visit itself are never struck. */
export interface Mend {
  readonly correct: boolean;
  readonly strike: boolean;
  /** A correction may say another time. Steps of the visit keep theirs: what follows rests on their order. */
  readonly time: boolean;
}

/** What every row says of the event that is kept. `D` is its data. */
export interface EventRow<E extends string = string, D = never> {
  readonly event: E;
  /** Raised when the data takes another shape, with an upcast from the one before. 1 where it never did. */
  readonly version: number;
  /** By the version it starts from: data of that version as data of the next. */
  readonly upcasts: Readonly<Record<number, (old: never) => unknown>>;
  /** Where the visit stands afterwards; some only move it from one phase. */
  readonly phaseAfter?: Phase | ((before: Phase) => Phase);
  readonly mend: Mend;
  /**
   * What a wall may have, where nobody's name and no free text may stand: all of the data, none of it, or what a function picks.
   */
  readonly display: 'whole' | 'nothing' | ((data: D) => unknown);
  /** Its line in the timeline; `none` when it only changes another entry or an alarm. */
  readonly words: ((data: D, names: Names) => string) | 'none';
}

/** A row without what it need not say. `S` is the schema of what is kept. */
interface Given<E extends string, S extends z.ZodType> {
  readonly event: E;
  readonly version?: number;
  readonly upcasts?: EventRow['upcasts'];
  readonly phaseAfter?: EventRow['phaseAfter'];
  readonly display: 'whole' | 'nothing' | ((data: z.output<S>) => unknown);
  readonly words: ((data: z.output<S>, names: Names) => string) | 'none';
}

/** One thing that a person can say, and the event that it becomes. */
export interface SaidRow<C extends string, E extends string, D extends z.ZodType, S extends z.ZodType, F>
  extends EventRow<E, z.output<S>> {
  readonly command: C;
  readonly who: readonly Role[];
  /** What a person sends. */
  readonly data: (kit: DataKit) => D;
  /** What is kept; `data` where it is the same. */
  readonly stored: (kit: DataKit) => S;
  /** What is kept is not what was sent. */
  readonly keepsMore: boolean;
  /** Seen of the patient or given to one, so never before the check-in. */
  readonly atTheChair: boolean;
  /** `pin`: asked for once more on a tablet that was opened with one. */
  readonly confirm: 'pin' | 'no';
  /** `own`: it changes more of the visit than its phase, so `evolve` has a case for it. */
  readonly folds: F;
}

/** A row for what a person says. The compiler asks for everything that has no safe default. */
export function said<
  const C extends string,
  const E extends string,
  D extends z.ZodType,
  S extends z.ZodType = D,
  const F extends 'own' | undefined = undefined,
>(
  row: {
    readonly command: C;
    readonly who: readonly Role[];
    readonly data: (kit: DataKit) => D;
    readonly stored?: (kit: DataKit) => S;
    readonly atTheChair?: boolean;
    readonly confirm?: 'pin';
    readonly folds?: F;
    readonly mend: Mend;
  } & Given<E, S>,
): SaidRow<C, E, D, S, F> {
  const defaults = {
    version: 1,
    upcasts: {},
    stored: row.data,
    keepsMore: row.stored !== undefined,
    atTheChair: false,
    confirm: 'no',
    folds: undefined,
  };
  // The compiler cannot see that `stored` is left out only where S is D.
  return { ...defaults, ...row } as unknown as SaidRow<C, E, D, S, F>;
}

/** What is noticed rather than said, by the watch: an event without a command. */
export interface NoticedRow<E extends string, S extends z.ZodType, F> extends EventRow<E, z.output<S>> {
  readonly stored: (kit: DataKit) => S;
  readonly folds: F;
}

/** A row for what nobody says. It cannot be mended either. */
export function noticed<const E extends string, S extends z.ZodType, const F extends 'own' | undefined = undefined>(
  row: { readonly stored: (kit: DataKit) => S; readonly folds?: F } & Given<E, S>,
): NoticedRow<E, S, F> {
  const defaults = { version: 1, upcasts: {}, folds: undefined, mend: FIXED };
  return { ...defaults, ...row } as unknown as NoticedRow<E, S, F>;
}

export const CARE: readonly Role[] = ['nurse', 'physician'];
export const PHYSICIAN: readonly Role[] = ['physician'];

export const FIXED: Mend = { correct: false, strike: false, time: false };
export const CORRECTED: Mend = { correct: true, strike: false, time: false };
export const MENDED: Mend = { correct: true, strike: true, time: true };

/** ` · and why`, where somebody said why. */
export function suffix(text: string | undefined): string {
  return text === undefined ? '' : ` · ${text}`;
}
