import { percentChange } from '../vitals/change.ts';
import { type DischargeReading, dischargeScale, threeAnchors } from './discharge-scale.ts';

/**
 * Aldrete score, modified 1995, with the percent version of circulation: 0–10, ready from 9.
 * Source: clinical tables "Scores" (read in the source).
 */
export const ALDRETE = dischargeScale({
  id: 'aldrete',
  label: 'Aldrete',
  ready: 9,
  items: [
    { id: 'activity', label: 'Activity', anchors: threeAnchors('moves four limbs', 'moves two limbs', 'moves no limb') },
    {
      id: 'respiration',
      label: 'Respiration',
      anchors: threeAnchors('breathes deeply and coughs', 'dyspnoea or shallow', 'apnoeic'),
    },
    {
      id: 'circulation',
      label: 'Circulation',
      anchors: threeAnchors('BP within 20 % of before', 'BP 20 to 49 % of before', 'BP 50 % or more of before'),
    },
    {
      id: 'consciousness',
      label: 'Consciousness',
      anchors: threeAnchors('fully awake', 'rousable on calling', 'not responding'),
    },
    {
      id: 'spo2',
      label: 'SpO₂',
      anchors: threeAnchors('over 92 % on air', 'needs oxygen for over 90 %', 'under 90 % even with oxygen'),
    },
  ],
});

/** Rows of an Aldrete score that follow from what was measured. A person confirms each. */
export interface AldreteProposal {
  readonly circulation?: 0 | 1 | 2;
  readonly spo2?: 0 | 1 | 2;
}

/**
 * Proposes circulation (systolic against the baseline) and SpO₂ from the last reading. SpO₂ needs to be told whether it was
 * taken on air or on oxygen; a value that fits no row (92 % or less on air, exactly 90 % on oxygen) is left to the person.
 */
export function proposeAldrete(
  last: DischargeReading,
  baseline: Pick<DischargeReading, 'systolic'> | undefined,
): AldreteProposal {
  const circulation = circulationRow(percentChange(last.systolic, baseline?.systolic));
  const spo2 = spo2Row(last.spo2, last.onOxygen);
  return { ...(circulation === undefined ? {} : { circulation }), ...(spo2 === undefined ? {} : { spo2 }) };
}

function circulationRow(change: number | undefined): 0 | 1 | 2 | undefined {
  if (change === undefined) return undefined;
  const size = Math.abs(change);
  return size <= 20 ? 2 : size < 50 ? 1 : 0;
}

function spo2Row(spo2: number | undefined, onOxygen: boolean | undefined): 0 | 1 | 2 | undefined {
  if (spo2 === undefined || onOxygen === undefined) return undefined;
  if (!onOxygen) return spo2 > 92 ? 2 : undefined;
  return spo2 > 90 ? 1 : spo2 < 90 ? 0 : undefined;
}
