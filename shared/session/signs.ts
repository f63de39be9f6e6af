import { keysOf } from '../record-of.ts';

/** The two pages of the entry pad: what is asked with every reading, and what is asked less often. */
export type PadPage = 'chair' | 'more';

/** What the limits of a protocol do with a sign or a scale. */
export interface LimitUse {
  /** A value outside the medium or high limits raises an alarm. */
  readonly alarms: boolean;
  /** A value outside the hold limits keeps the drug from being started. */
  readonly holds: boolean;
  /** A value outside the discharge limits keeps the patient here, and so does not knowing it. */
  readonly discharges: boolean;
  /** Outside these limits is no reason to stay when it was no better before the drug. */
  readonly asBefore?: true;
}

/** How a sign is drawn: a band of the trend chart with its own scale. */
export interface Lane {
  /** Parts of the height that the band takes, and that stay free above it. */
  readonly share: number;
  readonly gapAbove: number;
  /** It spans at least this much, so that a quiet course looks quiet. */
  readonly span: readonly [from: number, to: number];
  /** Room beyond the outermost value and limit; `above: false` where nothing can be higher. */
  readonly margin: number;
  readonly above: boolean;
}

/** All that the program knows of one vital sign; whatever is asked, judged, said or drawn of it follows from here. */
export interface SignRow {
  readonly label: string;
  readonly unit: string;
  /** The same unit and the sign itself as other systems name them. */
  readonly ucum: string;
  readonly loinc: string;
  /** Plausible: outside is a typing error and is refused. Source: clinical tables "Limits (defaults)". */
  readonly min: number;
  readonly max: number;
  readonly decimals: 0 | 1;
  readonly pad: { readonly page: PadPage; readonly place: number };
  /** In a line of the timeline, `#` being the number; both numbers of a pair are said together. */
  readonly said: string;
  /** An alarm says the unit where the number alone could be taken for something else. */
  readonly unitSaid: boolean;
  /** Signs that are one measurement: one alarm, one lane, neither without the other. */
  readonly pair?: 'bloodPressure';
  readonly limits: LimitUse | false;
  readonly lane: Lane | 'of-pair' | false;
}

const WATCHED = { alarms: true, holds: true, discharges: true } as const;

/** The vital signs, in the order in which they are said. CONTRIBUTING.md has what else a new row wants. */
export const SIGNS = {
  systolic: {
    label: 'Systolic',
    unit: 'mmHg',
    ucum: 'mm[Hg]',
    loinc: '8480-6',
    min: 50,
    max: 260,
    decimals: 0,
    pad: { page: 'chair', place: 1 },
    said: '#',
    unitSaid: false,
    pair: 'bloodPressure',
    limits: WATCHED,
    lane: { share: 0.51, gapAbove: 0, span: [60, 172], margin: 8, above: true },
  },
  diastolic: {
    label: 'Diastolic',
    unit: 'mmHg',
    ucum: 'mm[Hg]',
    loinc: '8462-4',
    min: 20,
    max: 160,
    decimals: 0,
    pad: { page: 'chair', place: 2 },
    said: '#',
    unitSaid: false,
    pair: 'bloodPressure',
    limits: WATCHED,
    lane: 'of-pair',
  },
  heartRate: {
    label: 'Heart rate',
    unit: '/min',
    ucum: '/min',
    loinc: '8867-4',
    min: 20,
    max: 250,
    decimals: 0,
    pad: { page: 'chair', place: 3 },
    said: 'HR #',
    unitSaid: false,
    limits: WATCHED,
    lane: { share: 0.2, gapAbove: 0.09, span: [45, 125], margin: 8, above: true },
  },
  spo2: {
    label: 'SpO₂',
    unit: '%',
    ucum: '%',
    loinc: '59408-5',
    min: 50,
    max: 100,
    decimals: 0,
    pad: { page: 'chair', place: 4 },
    said: 'SpO₂ # %',
    unitSaid: true,
    limits: WATCHED,
    lane: { share: 0.17, gapAbove: 0.03, span: [88, 101], margin: 2, above: false },
  },
  respiratoryRate: {
    label: 'Resp. rate',
    unit: '/min',
    ucum: '/min',
    loinc: '9279-1',
    min: 2,
    max: 60,
    decimals: 0,
    pad: { page: 'chair', place: 5 },
    said: 'RR #',
    unitSaid: false,
    limits: WATCHED,
    lane: false,
  },
  temperatureC: {
    label: 'Temperature',
    unit: '°C',
    ucum: 'Cel',
    loinc: '8310-5',
    min: 30,
    max: 43,
    decimals: 1,
    pad: { page: 'more', place: 1 },
    said: '# °C',
    unitSaid: true,
    limits: WATCHED,
    lane: false,
  },
  etco2: {
    label: 'EtCO₂',
    unit: 'mmHg',
    ucum: 'mm[Hg]',
    loinc: '19891-1',
    min: 5,
    max: 100,
    decimals: 0,
    pad: { page: 'more', place: 2 },
    said: 'EtCO₂ #',
    unitSaid: false,
    limits: WATCHED,
    lane: false,
  },
} as const satisfies Record<string, SignRow>;

export type Sign = keyof typeof SIGNS;
export const SIGN_NAMES: readonly Sign[] = keysOf(SIGNS);
/** A row without what only this one sign is. */
export const signRow = (sign: Sign): SignRow => SIGNS[sign];
