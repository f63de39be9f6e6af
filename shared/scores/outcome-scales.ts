import type { Outcome } from '../clinic/records.ts';
import { BDI2 } from './bdi2.ts';
import { CSSRS } from './cssrs.ts';
import { GAD7 } from './gad7.ts';
import { MADRS } from './madrs.ts';
import type { OutcomeScale } from './outcome-scale.ts';
import { PAIN } from './pain.ts';
import { PCL5 } from './pcl5.ts';
import { PHQ9 } from './phq9.ts';
import { YBOCS } from './ybocs.ts';

export type OutcomeScaleId = Outcome['scale'];

/** The scales whose totals are kept over a series. Numbers: clinical tables "Outcome scales". */
export const OUTCOME_SCALES: { readonly [Id in OutcomeScaleId]: OutcomeScale<Id> } = {
  pcl5: PCL5,
  ybocs: YBOCS,
  phq9: PHQ9,
  gad7: GAD7,
  madrs: MADRS,
  bdi2: BDI2,
  cssrs: CSSRS,
  pain: PAIN,
};
