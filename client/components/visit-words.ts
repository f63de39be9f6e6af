import type { ClinicState } from '../../shared/clinic/state.ts';
import { heldBay, heldChair, isOver } from '../../shared/session/occupancy.ts';
import type { SessionState } from '../../shared/session/state.ts';

/** Where somebody is, or was last, in words: `Chair 4`, `Bay R2`. */
export function placeWords(session: SessionState, { chairs, bays }: Pick<ClinicState, 'chairs' | 'bays'>): string {
  const bayId = heldBay(session) ?? (isOver(session.phase) ? session.bayId : undefined);
  if (bayId !== undefined) return `Bay ${bays.get(bayId)?.label ?? ''}`;
  const chairId = heldChair(session) ?? session.chairId;
  return chairId === undefined ? 'No chair' : `Chair ${chairs.get(chairId)?.label ?? ''}`;
}
