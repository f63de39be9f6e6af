import type { Instant } from '../units.ts';
import type { Phase } from './phase.ts';
import type { SessionEventType } from './said/all.ts';
import type { SessionState } from './state.ts';

const IN_CHAIR: readonly Phase[] = ['scheduled', 'checked-in', 'infusing', 'paused', 'infused'];

const LEAVING: readonly SessionEventType[] = ['moved-to-recovery', 'discharged', 'session-aborted', 'session-cancelled'];

/** The patient is in the clinic: checked in and not over. */
export function isPresent({ phase }: SessionState): boolean {
  return phase !== 'scheduled' && !isOver(phase);
}

/** The visit has ended one way or another. */
export function isOver(phase: Phase): boolean {
  return phase === 'discharged' || phase === 'aborted' || phase === 'cancelled';
}

/** The chair that the visit holds: from being assigned until it leaves for recovery or is over. */
export function heldChair({ phase, chairId }: SessionState): string | undefined {
  return IN_CHAIR.includes(phase) ? chairId : undefined;
}

/** The bay that the visit holds. */
export function heldBay({ phase, bayId }: SessionState): string | undefined {
  return phase === 'recovering' ? bayId : undefined;
}

/** When a visit left a chair that it had held and holds no more: for another chair, for recovery, or for home. */
export function leftChairAt(session: SessionState, chairId: string): Instant | undefined {
  if (heldChair(session) === chairId) return undefined;
  let left: Instant | undefined;
  let isThere = false;
  for (const { type, data, happenedAt } of session.entries) {
    const isMove = type === 'chair-assigned' && data.chairId !== chairId;
    if (type === 'chair-assigned' && data.chairId === chairId) isThere = true;
    else if (isThere && (isMove || LEAVING.includes(type))) {
      isThere = false;
      left = happenedAt;
    }
  }
  return left;
}
