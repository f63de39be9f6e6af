/** What an order asks for. Exactly one of `doseMgPerKg` and `doseMg` is given. */
export interface OrderInput {
  readonly doseMgPerKg?: number | undefined;
  readonly doseMg?: number | undefined;
  readonly concentrationMgPerMl: number;
  readonly durationMin: number;
}

export interface OrderArithmetic {
  readonly doseMg: number;
  readonly volumeMl: number;
  readonly rateMlPerHour: number;
}

/**
 * Works an order out: mg from weight × mg/kg, mL from mg ÷ mg/mL, mL/h from mL ÷ h.
 * Rounded to 0.01 mg and 0.01 mL; mL/h to what a pump takes: 0.01 below 10, 0.1 from 10. `undefined` when the dose is per kg and there is no weight.
 * Source: clinical.md "Dose arithmetic" (0.5 mg/kg × 80 kg = 40 mg; 0.8 mg/mL → 50 mL; 40 min → 75 mL/h).
 */
export function workOutOrder(order: OrderInput, weightKg: number | undefined): OrderArithmetic | undefined {
  const exactMg = order.doseMg ?? (weightKg === undefined ? undefined : (order.doseMgPerKg ?? 0) * weightKg);
  if (exactMg === undefined) return undefined;
  const doseMg = round(exactMg, 2);
  const volumeMl = round(doseMg / order.concentrationMgPerMl, 2);
  return { doseMg, volumeMl, rateMlPerHour: pumpRate(exactRate(doseMg, order)) };
}

const exactRate = (doseMg: number, { concentrationMgPerMl, durationMin }: OrderInput): number =>
  doseMg / concentrationMgPerMl / (durationMin / 60);

/** As a pump takes it. */
const pumpRate = (mlPerHour: number): number => round(mlPerHour, mlPerHour < 10 ? 2 : 1);

/** How far the dose that a pump gives at the rounded rate may be from the ordered one. */
const MOST_OFF = 0.05;

/** What is wrong with a rate that the pump cannot run at closely enough, in a sentence; `undefined` when it can. */
export function rateFault(doseMg: number, order: OrderInput): string | undefined {
  const exact = exactRate(doseMg, order);
  const rounded = pumpRate(exact);
  const percent = Math.round(Math.abs(rounded / exact - 1) * 100);
  if (Math.abs(rounded / exact - 1) <= MOST_OFF) return undefined;
  const off = rounded === 0 ? 'which no pump can give' : `and the pump takes ${rounded} mL/h, ${percent} % off`;
  return `At ${order.concentrationMgPerMl} mg/mL it would have to run at ${exact.toPrecision(2)} mL/h, ${off}. Dilute it.`;
}

/** Rounds half away from zero after taking the binary noise off (40.000000001 stays 40). */
export function round(value: number, digits: number): number {
  const factor = 10 ** digits;
  return Math.round(Number((value * factor).toPrecision(12))) / factor;
}
