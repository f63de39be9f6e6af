import type { Formats } from '../../../../shared/clinic/formats.ts';
import type { Plan } from '../../../../shared/clinic/records.ts';
import { weightText } from '../../../../shared/clinic/weight-text.ts';
import { type LastDose, stepFromLast, tenfoldStep } from '../../../../shared/dosing/last-dose.ts';
import { workOutOrder } from '../../../../shared/dosing/order.ts';
import type { Instant } from '../../../../shared/units.ts';

const ONES = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const TEENS = ['ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'];
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

function whole(number: number): string {
  if (number < 10) return ONES[number] ?? '';
  if (number < 20) return TEENS[number - 10] ?? '';
  if (number < 100) return [TENS[Math.floor(number / 10)], ...(number % 10 === 0 ? [] : [ONES[number % 10]])].join('-');
  const rest = number % 100;
  return `${ONES[Math.floor(number / 100)] ?? ''} hundred${rest === 0 ? '' : ` and ${whole(rest)}`}`;
}

/**
 * A strength in words, so that 10 and 100 cannot be taken for each other: `one hundred milligrams per millilitre`.
 * @param mgPerMl up to 200
 */
export function strengthInWords(mgPerMl: number): string {
  const [before = '0', after] = String(mgPerMl).split('.');
  const digits = after === undefined ? '' : ` point ${[...after].map((digit) => ONES[Number(digit)]).join(' ')}`;
  return `${whole(Number(before))}${digits} ${mgPerMl === 1 ? 'milligram' : 'milligrams'} per millilitre`;
}

/** What an order form holds so far. Exactly one of the two doses counts. */
export interface OrderDraft {
  readonly doseMgPerKg?: number | undefined;
  readonly doseMg?: number | undefined;
  readonly concentrationMgPerMl?: number | undefined;
  readonly durationMin?: number | undefined;
}

/** The arithmetic of an order as steps in words; as far as the draft goes. IM and nasal doses have no rate. */
export function orderSteps(
  draft: OrderDraft,
  weightKg: number | undefined,
  route: 'iv' | 'im' | 'nasal',
  formats: Formats,
): string[] {
  const { doseMgPerKg, doseMg, concentrationMgPerMl, durationMin } = draft;
  const worked = workOutOrder(
    { doseMgPerKg, doseMg, concentrationMgPerMl: concentrationMgPerMl ?? 1, durationMin: durationMin ?? 60 },
    weightKg,
  );
  if (worked === undefined || (doseMgPerKg === undefined && doseMg === undefined)) return [];
  const mg = plain(worked.doseMg);
  const steps = [
    doseMgPerKg !== undefined && weightKg !== undefined
      ? `${plain(doseMgPerKg)} mg/kg × ${weightText(weightKg, formats)} = ${mg} mg`
      : `${mg} mg${weightKg === undefined ? '' : ` ÷ ${weightText(weightKg, formats)} = ${plain(round2(worked.doseMg / weightKg))} mg/kg`}`,
  ];
  if (concentrationMgPerMl === undefined) return steps;
  steps.push(`${mg} mg ÷ ${plain(concentrationMgPerMl)} mg/mL = ${plain(worked.volumeMl)} mL`);
  if (route === 'iv' && durationMin !== undefined)
    steps.push(`${plain(worked.volumeMl)} mL over ${plain(durationMin)} min = ${plain(worked.rateMlPerHour)} mL/h`);
  return steps;
}

/** A dose ten times, or a tenth of, the one that the patient's plan gives, in a sentence: a slipped point, most likely. */
export function tenfoldOf(
  doseMg: number,
  weightKg: number | undefined,
  plan: Pick<Plan, 'doseMg' | 'doseMgPerKg'> | undefined,
): string | undefined {
  const perKg = plan?.doseMgPerKg;
  const plannedMg = plan?.doseMg ?? (perKg === undefined || weightKg === undefined ? undefined : perKg * weightKg);
  if (plannedMg === undefined) return undefined;
  const step = tenfoldStep(plannedMg, doseMg);
  if (step === undefined) return undefined;
  const said = perKg === undefined ? `${plannedMg} mg` : `${perKg} mg/kg`;
  return `About ${step.isMore ? `${step.times} times` : `a ${step.times}th of`} the dose of the plan (${said}).`;
}

/**
 * A dose ten times, or a tenth of, the one that this patient was last given, in a sentence: `20 × the last dose: 0.5 mg/kg on 12 Nov 2026.`
 * `dateOf` writes a date of the clinic.
 */
export function stepFromLastText(
  doseMg: number,
  weightKg: number | undefined,
  last: LastDose | undefined,
  dateOf: (at: Instant) => string,
): string | undefined {
  const step = last === undefined ? undefined : stepFromLast(doseMg, weightKg, last);
  if (last === undefined || step === undefined) return undefined;
  const byWeight = weightKg !== undefined && last.weightKg !== undefined;
  const was = byWeight ? `${plain(round2(last.doseMg / (last.weightKg ?? 1)))} mg/kg` : `${plain(last.doseMg)} mg`;
  return `${step.isMore ? `${step.times} ×` : `1/${step.times} of`} the last dose: ${was} on ${dateOf(last.givenAt)}.`;
}

const round2 = (value: number) => Math.round(value * 100) / 100;
/** Numbers of an order never end in a naked point or a trailing zero: 40.0 has been read as 400. */
const plain = (value: number) => String(value);
