import { describe, expect, it } from 'vitest';
import { rateFault, workOutOrder } from './order.ts';

describe('orders', () => {
  // Hand-checked: mg = mg/kg × kg; mL = mg ÷ mg/mL; mL/h = mL ÷ (min ÷ 60).
  it.each([
    [0.5, 80, 0.8, 40, 40, 50, 75],
    [0.5, 80, 1, 40, 40, 40, 60],
    [0.5, 72, 1, 40, 36, 36, 54],
    [0.5, 68, 1, 40, 34, 34, 51],
    [0.5, 57.3, 2, 40, 28.65, 14.33, 21.5],
    [0.75, 100, 10, 60, 75, 7.5, 7.5],
    [1, 63.5, 50, 40, 63.5, 1.27, 1.91],
    [0.15, 60, 100, 40, 9, 0.09, 0.14],
    [0.5, 80, 100, 40, 40, 0.4, 0.6],
    [0.3, 91, 0.8, 60, 27.3, 34.13, 34.1],
  ])(
    '[DOSE1] %d mg/kg × %d kg of %d mg/mL over %d min = %d mg = %d mL at %d mL/h',
    (mgPerKg, kg, strength, min, mg, ml, rate) => {
      const order = { doseMgPerKg: mgPerKg, concentrationMgPerMl: strength, durationMin: min };
      expect(workOutOrder(order, kg)).toEqual({ doseMg: mg, volumeMl: ml, rateMlPerHour: rate });
    },
  );

  it('[DOSE1] a fixed dose needs no weight', () => {
    expect(workOutOrder({ doseMg: 84, concentrationMgPerMl: 140, durationMin: 40 }, undefined)?.doseMg).toBe(84);
  });

  it('[DOSE3] a dose per kg without a weight is no order', () => {
    expect(workOutOrder({ doseMgPerKg: 0.5, concentrationMgPerMl: 1, durationMin: 40 }, undefined)).toBeUndefined();
  });

  it.each([
    [9, 100, 40, undefined],
    [1, 100, 40, 'At 100 mg/mL it would have to run at 0.015 mL/h, and the pump takes 0.02 mL/h, 33 % off. Dilute it.'],
    [0.2, 100, 40, 'At 100 mg/mL it would have to run at 0.0030 mL/h, which no pump can give. Dilute it.'],
    [40, 1, 40, undefined],
    [3.4, 50, 40, undefined],
  ])('[DOSE20] %d mg of %d mg/mL over %d min: %s', (doseMg, concentrationMgPerMl, durationMin, fault) => {
    expect(rateFault(doseMg, { doseMg, concentrationMgPerMl, durationMin })).toBe(fault);
  });
});
