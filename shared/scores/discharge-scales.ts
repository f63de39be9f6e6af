import { ALDRETE, proposeAldrete } from './aldrete.ts';
import type { DischargeAnswers, DischargeReading, DischargeScale } from './discharge-scale.ts';
import { PADSS, proposePadss } from './padss.ts';

export type DischargeScaleId = 'padss' | 'aldrete';

/** The discharge scores a protocol may ask for. */
export const DISCHARGE_SCALES: { readonly [Id in DischargeScaleId]: DischargeScale<Id> } = { padss: PADSS, aldrete: ALDRETE };

/** The rows of a discharge score that follow from the last readings; what was not measured proposes nothing. */
export function proposeDischargeScore(
  scale: DischargeScaleId,
  last: DischargeReading,
  baseline: Pick<DischargeReading, 'systolic' | 'heartRate'> | undefined,
): DischargeAnswers {
  return scale === 'padss' ? { ...proposePadss(last, baseline) } : { ...proposeAldrete(last, baseline) };
}
