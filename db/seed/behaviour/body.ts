import type { Patient } from '../../../shared/clinic/records.ts';
import type { Observation, Vitals } from '../../../shared/session/reading-data.ts';
import { randomOf } from '../random.ts';

/** How one body is on one day: its values at rest, and what the drug does to it at the peak. Units as in `SIGNS`. */
export interface Body {
  readonly key: string;
  readonly rest: {
    readonly systolic: number;
    readonly diastolic: number;
    readonly heartRate: number;
    readonly spo2: number;
    readonly respiratoryRate: number;
    readonly temperatureC: number;
  };
  readonly rise: { readonly systolic: number; readonly diastolic: number; readonly heartRate: number; readonly spo2: number };
  readonly dissociation: number;
  /** MOAA/S at the peak. */
  readonly moaas: number;
  readonly nausea: { readonly peak: number; readonly fromMin: number };
  /** Before the drug, where pain is why the patient comes. */
  readonly pain: number | undefined;
}

/**
 * The body of a patient on the day of a visit. Expected course: mean peak +7/+6 mmHg and +2 bpm at 30–40 min, back by 90 min,
 * larger from age 50 and with hypertension. Source: clinical tables "Limits (defaults)".
 */
export function bodyOf(seed: number, sessionId: string, patient: Pick<Patient, 'id' | 'dateOfBirth'>, indication?: string): Body {
  const person = randomOf(seed, 'person', patient.id);
  const day = randomOf(seed, 'body', sessionId);
  const fromFifty = patient.dateOfBirth < '1976';
  const hypertensive = person.chance(0.14);
  const systolic = clamp(person.normal(119, 8) + (fromFifty ? 3 : 0) + (hypertensive ? 8 : 0) + day.normal(0, 3), 98, 135);
  const spike = day.chance(0.05) ? day.between(16, 30) : 0;
  const peak = day.normal(4.1, 4) + (fromFifty ? 2 : 0) + (hypertensive ? 3 : 0) + spike;
  return {
    key: `${seed}|${sessionId}`,
    rest: {
      systolic,
      diastolic: clamp(systolic * 0.63 + person.normal(0, 4), 56, 86),
      heartRate: clamp(person.normal(71, 7) + day.normal(0, 3), 60, 96),
      spo2: clamp(person.normal(97.6, 0.7), 96, 99),
      respiratoryRate: clamp(person.normal(14.5, 1.3), 12, 18),
      temperatureC: clamp(day.normal(36.6, 0.2), 36, 37.3),
    },
    rise: {
      systolic: peak,
      diastolic: peak * 0.7 + day.normal(0.6, 1.5),
      heartRate: day.normal(2, 3),
      spo2: day.chance(0.03) ? -day.between(5, 8) : -day.between(0, 1),
    },
    dissociation: day.weighted([
      [18, 0],
      [36, 1],
      [39, 2],
      [6, 3],
      [1, 4],
    ]),
    moaas: day.weighted([
      [80, 5],
      [19, 4],
      [1, 3],
    ]),
    nausea: {
      peak: day.weighted([
        [80, 0],
        [10, 1],
        [8, 2],
        [2, 3],
      ]),
      fromMin: day.between(14, 42),
    },
    pain: indication === 'chronic pain' ? Math.round(clamp(person.normal(5.4, 1), 3, 6)) : undefined,
  };
}

/** Share of the peak effect so many minutes after the drug was first given: up until 35 min, level to 45, nearly gone by 90. */
export function effect(minute: number): number {
  if (minute <= 0) return 0;
  if (minute < 35) return (minute / 35) ** 2 * (3 - (2 * minute) / 35);
  return minute <= 45 ? 1 : Math.exp(-(minute - 45) / 18);
}

/** What cuff and probe show. `minute` counts from the drug, 0 or less is before it; the same moment always shows the same. */
export function measured(body: Body, minute: number, atMs: number): Vitals & { systolic: number; heartRate: number } {
  const lot = randomOf(body.key, 'reading', Math.round(atMs / 1000));
  const { rest, rise } = body;
  const level = effect(minute);
  const systolic = Math.round(clamp(rest.systolic + rise.systolic * level + lot.normal(0, 2.6), 80, 200));
  return {
    systolic,
    diastolic: Math.round(clamp(rest.diastolic + rise.diastolic * level + lot.normal(0, 2.2), 42, systolic - 15)),
    heartRate: Math.round(clamp(rest.heartRate + rise.heartRate * level + lot.normal(0, 2.2), 44, 140)),
    spo2: Math.round(clamp(rest.spo2 + rise.spo2 * level + lot.normal(0, 0.5), 86, 100)),
    respiratoryRate: Math.round(clamp(rest.respiratoryRate + lot.normal(0, 1), 9, 24)),
    ...(minute <= 0 && lot.chance(0.6) ? { temperatureC: Math.round(rest.temperatureC * 10) / 10 } : {}),
  };
}

/** What is seen and answered at a moment. */
export function observed(body: Body, minute: number): Observation {
  const level = effect(minute);
  return {
    moaas: 5 - Math.round((5 - body.moaas) * level),
    dissociation: Math.round(body.dissociation * level),
    nausea: nauseaAt(body, minute),
    pain: body.pain === undefined ? 0 : painAt(body.pain, minute),
  };
}

/** 0–4: comes at once, goes by a point every ten minutes. */
export function nauseaAt({ nausea: { peak, fromMin } }: Body, minute: number): number {
  return minute < fromMin ? 0 : Math.max(0, peak - Math.floor((minute - fromMin) / 10));
}

function painAt(before: number, minute: number): number {
  return minute <= 0 ? before : Math.max(1, Math.round(before * (1 - 0.55 * Math.min(1, minute / 60))));
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
