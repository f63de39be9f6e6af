import type { Bay } from '../../../shared/clinic/records.ts';
import { baysInOrder, type ClinicState } from '../../../shared/clinic/state.ts';
import { heldBay } from '../../../shared/session/occupancy.ts';
import type { SessionState } from '../../../shared/session/state.ts';
import type { Id } from '../../../shared/units.ts';

/** Who is where in the recovery room. */
export interface RecoveryRoom {
  /** In bay order, never re-sorted. */
  readonly bays: readonly { readonly bay: Bay; readonly sessionId?: Id }[];
  /** The drug has ended and there is no bay yet; the longest wait first. */
  readonly waiting: readonly Id[];
}

/** Lays the recovery room out from the visits of today. */
export function recoveryRoom(clinic: ClinicState, sessions: Iterable<SessionState>): RecoveryRoom {
  const inBay = new Map<Id, Id>();
  const waiting: SessionState[] = [];
  for (const session of sessions) {
    const bayId = heldBay(session);
    if (bayId !== undefined) inBay.set(bayId, session.id);
    if (session.phase === 'infused') waiting.push(session);
  }
  waiting.sort((a, b) => (a.phaseSince < b.phaseSince ? -1 : a.phaseSince > b.phaseSince ? 1 : 0));
  return {
    bays: baysInOrder(clinic).map((bay) => {
      const sessionId = inBay.get(bay.id);
      return sessionId === undefined ? { bay } : { bay, sessionId };
    }),
    waiting: waiting.map(({ id }) => id),
  };
}
