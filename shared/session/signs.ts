/**
 * The vital signs and scales a person can enter, with fixed units and plausible limits.
 * Plausible: outside is a typing error and is refused. Source: clinical.md "Limits (defaults)".
 */
export interface SignSpec {
  readonly label: string;
  readonly short: string;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  /** Smallest step a person may type. */
  readonly step: number;
}

export const SIGNS = {
  systolic: { label: 'Systolic', short: 'Sys', unit: 'mmHg', min: 50, max: 260, step: 1 },
  diastolic: { label: 'Diastolic', short: 'Dia', unit: 'mmHg', min: 20, max: 160, step: 1 },
  heartRate: { label: 'Heart rate', short: 'HR', unit: '/min', min: 20, max: 250, step: 1 },
  spo2: { label: 'SpO₂', short: 'SpO₂', unit: '%', min: 50, max: 100, step: 1 },
  respiratoryRate: { label: 'Resp. rate', short: 'RR', unit: '/min', min: 2, max: 60, step: 1 },
  temperatureC: { label: 'Temperature', short: 'Temp', unit: '°C', min: 30, max: 43, step: 0.1 },
  etco2: { label: 'EtCO₂', short: 'EtCO₂', unit: 'mmHg', min: 5, max: 100, step: 1 },
} as const satisfies Record<string, SignSpec>;

export type Sign = keyof typeof SIGNS;
export const SIGN_NAMES = Object.keys(SIGNS) as readonly Sign[];

/** Observations by scale: whole numbers only, the anchors are in `scores/`. */
export const SCALES = {
  moaas: { label: 'MOAA/S', unit: '', min: 0, max: 5 },
  rass: { label: 'RASS', unit: '', min: -5, max: 4 },
  dissociation: { label: 'Dissociation', unit: '', min: 0, max: 4 },
  nausea: { label: 'Nausea', unit: '', min: 0, max: 4 },
  pain: { label: 'Pain', unit: 'NRS', min: 0, max: 10 },
} as const;

export type Scale = keyof typeof SCALES;
