import { percentChange } from '../vitals/change.ts';
import { type DischargeReading, dischargeScale, threeAnchors } from './discharge-scale.ts';

/**
 * Post-Anaesthetic Discharge Scoring System, modified: 0–10, fit for home from 9.
 * Bleeding is that of the IV site here. Source: clinical tables "Scores" (read in the source).
 */
export const PADSS = dischargeScale({
  id: 'padss',
  label: 'PADSS',
  ready: 9,
  items: [
    { id: 'vitalSigns', label: 'Vital signs', anchors: threeAnchors('within 20 %', '20 to 40 %', 'more than 40 %') },
    { id: 'activity', label: 'Walking', anchors: threeAnchors('steady, or as before', 'with help', 'unable') },
    {
      id: 'nausea',
      label: 'Nausea',
      anchors: threeAnchors('none or minimal', 'moderate, drug given by injection', 'severe despite treatment'),
    },
    { id: 'pain', label: 'Pain', anchors: threeAnchors('0 to 3 of 10', '4 to 6 of 10', '7 to 10 of 10') },
    { id: 'bleeding', label: 'Bleeding at the IV site', anchors: threeAnchors('none or minimal', 'moderate', 'severe') },
  ],
});

/** Rows of a PADSS that follow from what was measured; a row is absent where something was not. A person confirms each. */
export interface PadssProposal {
  readonly vitalSigns?: 0 | 1 | 2;
  readonly nausea?: 0 | 1 | 2;
  readonly pain?: 0 | 1 | 2;
}

/**
 * Proposes vital signs (the worse of systolic and heart rate against the baseline; both must be known), nausea and pain
 * from the last readings. Walking and bleeding are never proposed.
 */
export function proposePadss(
  last: DischargeReading,
  baseline: Pick<DischargeReading, 'systolic' | 'heartRate'> | undefined,
): PadssProposal {
  const vitalSigns = vitalSignsRow(
    percentChange(last.systolic, baseline?.systolic),
    percentChange(last.heartRate, baseline?.heartRate),
  );
  const nausea = last.nausea === undefined ? undefined : last.nausea <= 1 ? 2 : last.nausea === 2 ? 1 : 0;
  const pain = last.pain === undefined ? undefined : last.pain <= 3 ? 2 : last.pain <= 6 ? 1 : 0;
  return {
    ...(vitalSigns === undefined ? {} : { vitalSigns }),
    ...(nausea === undefined ? {} : { nausea }),
    ...(pain === undefined ? {} : { pain }),
  };
}

function vitalSignsRow(systolicChange: number | undefined, heartRateChange: number | undefined): 0 | 1 | 2 | undefined {
  if (systolicChange === undefined || heartRateChange === undefined) return undefined;
  const worse = Math.max(Math.abs(systolicChange), Math.abs(heartRateChange));
  return worse <= 20 ? 2 : worse <= 40 ? 1 : 0;
}
