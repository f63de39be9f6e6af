/** What NEWS2 looks at; what was not measured is absent. */
export interface News2Input {
  readonly respiratoryRate?: number | undefined;
  readonly spo2?: number | undefined;
  readonly onOxygen?: boolean | undefined;
  readonly systolic?: number | undefined;
  readonly heartRate?: number | undefined;
  /** Alert, new Confusion, responds to Voice, to Pain, Unresponsive. */
  readonly consciousness?: 'A' | 'C' | 'V' | 'P' | 'U' | undefined;
  readonly temperatureC?: number | undefined;
}

export type News2Part = 'respiratoryRate' | 'spo2' | 'oxygen' | 'systolic' | 'heartRate' | 'consciousness' | 'temperatureC';
export type News2Points = 0 | 1 | 2 | 3;

export interface News2 {
  /** Points by part; a part that was not measured is absent. */
  readonly parts: { readonly [P in News2Part]?: News2Points };
  /** 0–20; absent while a part is missing: an incomplete sum would read as a better one. */
  readonly total?: number;
  readonly missing: readonly News2Part[];
  /** Whether one part alone scores 3. */
  readonly threeInOne: boolean;
}

/**
 * National Early Warning Score 2. Scale 2 of SpO₂ is for patients whose target is 88–92 %.
 * For context only: systolic counts as high from 220, so it does not see the rise that ketamine makes.
 * Source: Royal College of Physicians 2017 (read in the source).
 */
export function news2(input: News2Input, spo2Scale: 1 | 2 = 1): News2 {
  const { respiratoryRate, spo2, onOxygen, systolic, heartRate, consciousness, temperatureC } = input;
  const points: Record<News2Part, News2Points | undefined> = {
    respiratoryRate: respiratoryRate === undefined ? undefined : respiratoryRatePoints(respiratoryRate),
    spo2: spo2 === undefined ? undefined : spo2Scale === 1 ? spo2Scale1Points(spo2) : spo2Scale2Points(spo2, onOxygen),
    oxygen: onOxygen === undefined ? undefined : onOxygen ? 2 : 0,
    systolic: systolic === undefined ? undefined : systolicPoints(systolic),
    heartRate: heartRate === undefined ? undefined : heartRatePoints(heartRate),
    consciousness: consciousness === undefined ? undefined : consciousness === 'A' ? 0 : 3,
    temperatureC: temperatureC === undefined ? undefined : temperaturePoints(temperatureC),
  };
  const parts: { [P in News2Part]?: News2Points } = {};
  const missing: News2Part[] = [];
  let total = 0;
  for (const part of PARTS) {
    const one = points[part];
    if (one === undefined) missing.push(part);
    else {
      parts[part] = one;
      total += one;
    }
  }
  return { parts, missing, threeInOne: Object.values(parts).includes(3), ...(missing.length === 0 ? { total } : {}) };
}

const PARTS: readonly News2Part[] = [
  'respiratoryRate',
  'spo2',
  'oxygen',
  'systolic',
  'heartRate',
  'consciousness',
  'temperatureC',
];

function respiratoryRatePoints(rate: number): News2Points {
  if (rate <= 8) return 3;
  if (rate <= 11) return 1;
  if (rate <= 20) return 0;
  return rate <= 24 ? 2 : 3;
}

function spo2Scale1Points(spo2: number): News2Points {
  if (spo2 <= 91) return 3;
  if (spo2 <= 93) return 2;
  return spo2 <= 95 ? 1 : 0;
}

/** From 93 % on the points depend on the oxygen: unknown then. */
function spo2Scale2Points(spo2: number, onOxygen: boolean | undefined): News2Points | undefined {
  if (spo2 <= 83) return 3;
  if (spo2 <= 85) return 2;
  if (spo2 <= 87) return 1;
  if (spo2 <= 92) return 0;
  if (onOxygen === undefined) return undefined;
  if (!onOxygen) return 0;
  if (spo2 <= 94) return 1;
  return spo2 <= 96 ? 2 : 3;
}

function systolicPoints(systolic: number): News2Points {
  if (systolic <= 90) return 3;
  if (systolic <= 100) return 2;
  if (systolic <= 110) return 1;
  return systolic <= 219 ? 0 : 3;
}

function heartRatePoints(rate: number): News2Points {
  if (rate <= 40) return 3;
  if (rate <= 50) return 1;
  if (rate <= 90) return 0;
  if (rate <= 110) return 1;
  return rate <= 130 ? 2 : 3;
}

/** The table is in tenths of a degree: 35.04 reads as 35.0. */
function temperaturePoints(temperatureC: number): News2Points {
  const tenths = Math.round(temperatureC * 10);
  if (tenths <= 350) return 3;
  if (tenths <= 360) return 1;
  if (tenths <= 380) return 0;
  return tenths <= 390 ? 1 : 2;
}
