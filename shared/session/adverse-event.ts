/** What is done in an emergency, by kind. */
export const EMERGENCY_KINDS = ['oxygen', 'airway', 'drug', 'code'] as const;
export type EmergencyKind = (typeof EMERGENCY_KINDS)[number];

/** How strong an adverse event was. */
export const AE_SEVERITIES = ['mild', 'moderate', 'severe'] as const;

/** What became of an adverse event, as reports to an authority ask for it (ICH E2B). */
export const AE_OUTCOMES = ['recovered', 'recovering', 'not-recovered', 'recovered-with-sequelae', 'fatal', 'unknown'] as const;

/** What makes an adverse event a serious one (ICH E2A). */
export const SERIOUS_CRITERIA = [
  'death',
  'life-threatening',
  'hospital-stay',
  'disability',
  'birth-defect',
  'medically-important',
] as const;

const inWords = (name: string): string => name.replaceAll('-', ' ');

/** `not recovered` */
export const outcomeText = (outcome: (typeof AE_OUTCOMES)[number]): string => inWords(outcome);

/** `serious: life threatening, hospital stay`, or `not serious` */
export const seriousText = (serious: readonly (typeof SERIOUS_CRITERIA)[number][]): string =>
  serious.length === 0 ? 'not serious' : `serious: ${serious.map(inWords).join(', ')}`;
