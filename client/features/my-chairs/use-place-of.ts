import { heldBay, heldChair } from '../../../shared/session/occupancy.ts';
import type { SessionState } from '../../../shared/session/state.ts';
import { useClinic } from '../../live/live.ts';

export interface Place {
  readonly kind: 'Bay' | 'Chair' | '';
  readonly label: string;
}

/** Where a patient is: the bay or the chair that is held, a planned chair before the check-in, nothing after the visit. */
export function usePlaceOf(session: SessionState): Place {
  const bayId = heldBay(session);
  const chairId = heldChair(session) ?? (session.phase === 'scheduled' ? session.plannedChairId : undefined);
  const bay = useClinic(({ bays }) => (bayId === undefined ? undefined : bays.get(bayId)?.label));
  const chair = useClinic(({ chairs }) => (chairId === undefined ? undefined : chairs.get(chairId)?.label));
  if (bay !== undefined) return { kind: 'Bay', label: bay };
  return chair === undefined ? { kind: '', label: '' } : { kind: 'Chair', label: chair };
}
