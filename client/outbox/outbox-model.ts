import type { Id, Instant } from '../../shared/units.ts';
import type { Problem } from '../../shared/wire/problem.ts';

/**
 * One entry on the tablet's disk. `waiting` for the server, `refused` and waiting for a person, or `sent`: answered, but
 * not yet seen among the server's events. `P` is what was said, sealed; the model never looks inside.
 */
export interface OutboxRow<P = unknown> {
  /** The command's id, made at the first touch. */
  readonly id: Id;
  /** Order of the taps on this device. */
  readonly seq: number;
  /** Who tapped. */
  readonly ownerId: Id;
  readonly payload: P;
  /** Server's time at the tap. */
  readonly tappedAt: Instant;
  readonly state: 'waiting' | 'refused' | 'sent';
  /** How often it was handed to the network. */
  readonly tries: number;
  /** The time that it carries was this far ahead of the clinic's, in ms: a person says which one is right before it goes. */
  readonly aheadMs?: number;
  /** Why it was refused. */
  readonly problem?: Problem;
  /** The waiting entry that this one corrects or strikes. */
  readonly refersTo?: Id;
  /** The event that `refersTo` became. */
  readonly eventId?: Id;
  /** Position that the server answered with, and the first event that it became. */
  readonly position?: number;
  readonly became?: Id;
}

export type NewRow<P> = Pick<OutboxRow<P>, 'id' | 'ownerId' | 'payload' | 'tappedAt' | 'refersTo'>;

export type OutboxAction<P> =
  /** Taps: durable with this step. */
  | { readonly type: 'kept'; readonly rows: readonly NewRow<P>[] }
  /** Handed to the network, perhaps not for the first time. */
  | { readonly type: 'tried'; readonly id: Id }
  /** The server stored it. A lost answer is no step at all: it goes again. */
  | { readonly type: 'answered'; readonly id: Id; readonly eventId: Id | undefined; readonly position: number }
  | { readonly type: 'refused'; readonly id: Id; readonly problem: Problem }
  /** The tablet's time was wrong from `after` on: what was tapped since and waits is asked about. */
  | { readonly type: 'doubted'; readonly after: Instant; readonly aheadMs: number }
  /** A person has said which time is right: the one that it carries, or that of `payload`. */
  | {
      readonly type: 'timed';
      readonly id: Id;
      readonly corrected?: { readonly payload: P; readonly tappedAt: Instant; readonly newId: Id };
    }
  /** The server's events were seen: nothing is left to keep. */
  | { readonly type: 'settled'; readonly ids: readonly Id[] }
  /** Taken back at once: only while it was never handed to the network. */
  | { readonly type: 'dropped'; readonly id: Id }
  /** A person read the reason and lets it go. */
  | { readonly type: 'discarded'; readonly id: Id }
  /** A person sends a refused one again, as a new entry: the old id is spent. */
  | { readonly type: 'resent'; readonly id: Id; readonly newId: Id };

/** The rows after one step, in order of taps. Pure; the very same array when nothing changed. */
export function reduceOutbox<P>(rows: readonly OutboxRow<P>[], action: OutboxAction<P>): readonly OutboxRow<P>[] {
  switch (action.type) {
    case 'kept':
      return action.rows.reduce(keep, rows);
    case 'tried':
      return change(rows, action.id, 'waiting', (row) => ({ ...row, tries: row.tries + 1 }));
    case 'answered':
      return change(rows, action.id, 'waiting', (row) => ({
        ...row,
        state: 'sent',
        position: action.position,
        ...(action.eventId === undefined ? {} : { became: action.eventId }),
      })).map((row) => (row.refersTo === action.id && action.eventId !== undefined ? { ...row, eventId: action.eventId } : row));
    case 'refused':
      // What changes a refused entry cannot be stored either.
      return rows.map((row) =>
        row.state === 'waiting' && (row.id === action.id || row.refersTo === action.id)
          ? { ...row, state: 'refused', problem: action.problem }
          : row,
      );
    case 'doubted':
      return rows.map((row) =>
        row.state === 'waiting' && row.tappedAt > action.after ? { ...row, aheadMs: action.aheadMs } : row,
      );
    case 'timed':
      return timed(rows, action.id, action.corrected);
    case 'settled':
      return without(rows, (row) => row.state === 'sent' && action.ids.includes(row.id));
    case 'dropped':
      return without(rows, (row) => row.id === action.id && row.state === 'waiting' && row.tries === 0);
    case 'discarded':
      return without(rows, (row) => row.state === 'refused' && (row.id === action.id || row.refersTo === action.id));
    case 'resent': {
      const refused = rows.find((row) => row.id === action.id && row.state === 'refused');
      if (refused === undefined) return rows;
      const { problem, ...row } = refused;
      const rest = rows
        .filter(({ id }) => id !== action.id)
        .map((other) => (other.refersTo === action.id ? { ...other, refersTo: action.newId } : other));
      return [...rest, { ...row, id: action.newId, seq: nextSeq(rows), state: 'waiting', tries: 0 }];
    }
  }
}

/** What a person's next turn at the network sends: the oldest tap that waits. Nothing goes past one whose time is asked about. */
export function nextToSend<P>(rows: readonly OutboxRow<P>[], ownerId: Id): OutboxRow<P> | undefined {
  const next = rows.find((row) => row.ownerId === ownerId && row.state === 'waiting');
  return next?.aheadMs === undefined ? next : undefined;
}

/** Corrected, it is another entry than the one that the network may have been given: it goes under an id of its own. */
function timed<P>(
  rows: readonly OutboxRow<P>[],
  id: Id,
  corrected: { readonly payload: P; readonly tappedAt: Instant; readonly newId: Id } | undefined,
): readonly OutboxRow<P>[] {
  return rows.map((row) => {
    if (row.refersTo === id && corrected !== undefined) return { ...row, refersTo: corrected.newId };
    if (row.id !== id || row.state !== 'waiting' || row.aheadMs === undefined) return row;
    const { aheadMs, ...asked } = row;
    if (corrected === undefined) return asked;
    return { ...asked, id: corrected.newId, payload: corrected.payload, tappedAt: corrected.tappedAt, tries: 0 };
  });
}

/** The same id twice is one tap. */
function keep<P>(rows: readonly OutboxRow<P>[], row: NewRow<P>): readonly OutboxRow<P>[] {
  if (rows.some(({ id }) => id === row.id)) return rows;
  const became = rows.find(({ id }) => id === row.refersTo)?.became;
  const known = became === undefined ? {} : { eventId: became };
  return [...rows, { ...row, ...known, seq: nextSeq(rows), state: 'waiting', tries: 0 }];
}

const nextSeq = (rows: readonly OutboxRow<unknown>[]): number => (rows.at(-1)?.seq ?? 0) + 1;

function change<P>(
  rows: readonly OutboxRow<P>[],
  id: Id,
  state: OutboxRow['state'],
  to: (row: OutboxRow<P>) => OutboxRow<P>,
): readonly OutboxRow<P>[] {
  return rows.map((row) => (row.id === id && row.state === state ? to(row) : row));
}

function without<P>(rows: readonly OutboxRow<P>[], goes: (row: OutboxRow<P>) => boolean): readonly OutboxRow<P>[] {
  return rows.some(goes) ? rows.filter((row) => !goes(row)) : rows;
}
