import type { Phase } from './phase.ts';
import type { SessionState } from './state.ts';

const IN_CHAIR: readonly Phase[] = ['scheduled', 'checked-in', 'infusing', 'paused', 'infused'];

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
