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
 * Rounded to 0.01 mg, 0.01 mL and 0.1 mL/h. `undefined` when the dose is per kg and there is no weight.
 * Source: clinical.md "Dose arithmetic" (0.5 mg/kg × 80 kg = 40 mg; 0.8 mg/mL → 50 mL; 40 min → 75 mL/h).
 */
export function workOutOrder(order: OrderInput, weightKg: number | undefined): OrderArithmetic | undefined {
  const exactMg = order.doseMg ?? (weightKg === undefined ? undefined : (order.doseMgPerKg ?? 0) * weightKg);
  if (exactMg === undefined) return undefined;
  const doseMg = round(exactMg, 2);
  const volumeMl = round(doseMg / order.concentrationMgPerMl, 2);
  return { doseMg, volumeMl, rateMlPerHour: round(volumeMl / (order.durationMin / 60), 1) };
}

/** Rounds half away from zero after taking the binary noise off (40.000000001 stays 40). */
export function round(value: number, digits: number): number {
  const factor = 10 ** digits;
  return Math.round(Number((value * factor).toPrecision(12))) / factor;
}
