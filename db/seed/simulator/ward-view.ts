import type { Protocol } from '../../../shared/clinic/protocol.ts';
import { type ClinicState, emptyClinic } from '../../../shared/clinic/state.ts';
import type { SessionEvent } from '../../../shared/session/events.ts';
import { evolveSession, foldSession } from '../../../shared/session/evolve.ts';
import type { SessionState } from '../../../shared/session/state.ts';
import { type Id, toMs } from '../../../shared/units.ts';
import type { BoardAnswer } from '../../../shared/wire/board.ts';

/** What staff see: the board as it was last read, plus what they have said since. */
export class WardView {
  readonly sessions = new Map<Id, SessionState>();
  clinic: ClinicState = emptyClinic;
  #epoch = '';
  #speed = 1;
  #boardMs = 0;
  #readAt = 0;

  /** The server's time in ms, as far as it is known. */
  now(): number {
    return this.#boardMs + (performance.now() - this.#readAt) * this.#speed;
  }

  /** Real milliseconds until the server's clock shows `atMs`; 0 when it has passed. */
  realMsUntil(atMs: number): number {
    return Math.max(0, (atMs - this.now()) / this.#speed);
  }

  get speed(): number {
    return this.#speed;
  }

  /** Takes over a whole board. Visits that have not changed keep their state. */
  read(board: BoardAnswer): void {
    this.#readAt = performance.now();
    this.#boardMs = toMs(board.now);
    this.#speed = board.speed;
    this.clinic = clinicOf(board);
    const known = new Map(board.epoch === this.#epoch ? this.sessions : []);
    this.#epoch = board.epoch;
    this.sessions.clear();
    for (const { id, events } of board.sessions) {
      const before = known.get(id);
      const after = before?.position === events.at(-1)?.position ? before : foldSession(events);
      if (after !== undefined) this.sessions.set(id, after);
    }
  }

  /** Takes over what the server answered to an entry of a visit; false when something before it is missing. */
  heard(sessionId: Id, events: readonly SessionEvent[]): boolean {
    let state = this.sessions.get(sessionId);
    for (const event of events) {
      if (state !== undefined && event.position <= state.position) continue;
      if (event.streamPosition !== (state?.streamPosition ?? 0) + 1) return false;
      state = evolveSession(state, event);
    }
    if (state !== undefined) this.sessions.set(sessionId, state);
    return true;
  }
}

function clinicOf(board: BoardAnswer): ClinicState {
  const byId = <R extends { readonly id: Id }>(records: readonly R[]) => new Map(records.map((record) => [record.id, record]));
  const protocols = new Map<Id, Protocol[]>();
  for (const protocol of board.protocols) protocols.set(protocol.id, [...(protocols.get(protocol.id) ?? []), protocol]);
  return {
    ...emptyClinic,
    ...(board.clinic === null ? {} : { clinic: board.clinic }),
    chairs: byId(board.chairs),
    bays: byId(board.bays),
    staff: byId(board.staff),
    patients: byId(board.patients),
    plans: byId(board.plans),
    outcomes: byId(board.outcomes),
    protocols,
  };
}

/** The events of an answer to a command. */
export function eventsIn(body: unknown): readonly SessionEvent[] {
  const events: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'events') : undefined;
  return Array.isArray(events) ? events : [];
}
