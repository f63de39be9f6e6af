import { describe, expect, test } from 'vitest';
import { METRIC } from '../../../../shared/clinic/formats.ts';
import { orderSteps, stepFromLastText, strengthInWords, tenfoldOf } from './order-words.ts';

describe('an order in words', () => {
  test('[UI68] the arithmetic stands in words, as far as it is known', () => {
    const draft = { doseMgPerKg: 0.5, concentrationMgPerMl: 0.8, durationMin: 40 };
    expect(orderSteps(draft, 80, 'iv', METRIC)).toEqual([
      '0.5 mg/kg × 80.0 kg = 40 mg',
      '40 mg ÷ 0.8 mg/mL = 50 mL',
      '50 mL over 40 min = 75 mL/h',
    ]);
    expect(orderSteps({ doseMgPerKg: 0.5 }, 80, 'iv', METRIC)).toEqual(['0.5 mg/kg × 80.0 kg = 40 mg']);
    expect(orderSteps({ doseMgPerKg: 0.5 }, undefined, 'iv', METRIC)).toEqual([]);
    expect(orderSteps({ doseMg: 40 }, 80, 'iv', METRIC)).toEqual(['40 mg ÷ 80.0 kg = 0.5 mg/kg']);
    expect(orderSteps({ doseMg: 84, concentrationMgPerMl: 140, durationMin: 5 }, undefined, 'nasal', METRIC)).toEqual([
      '84 mg',
      '84 mg ÷ 140 mg/mL = 0.6 mL',
    ]);
  });

  test('[UI68] a strength is spelled out: ten and one hundred look nothing alike', () => {
    expect(strengthInWords(100)).toBe('one hundred milligrams per millilitre');
    expect(strengthInWords(10)).toBe('ten milligrams per millilitre');
    expect(strengthInWords(50)).toBe('fifty milligrams per millilitre');
    expect(strengthInWords(1)).toBe('one milligram per millilitre');
    expect(strengthInWords(0.8)).toBe('zero point eight milligrams per millilitre');
    expect(strengthInWords(125)).toBe('one hundred and twenty-five milligrams per millilitre');
  });
});

test('[UI68] a dose ten times that of the plan, or a tenth, is said as such', () => {
  const perKg = { doseMgPerKg: 0.5 };
  expect(tenfoldOf(40, 80, perKg)).toBeUndefined();
  expect(tenfoldOf(60, 80, perKg)).toBeUndefined();
  expect(tenfoldOf(400, 80, perKg)).toBe('About 10 times the dose of the plan (0.5 mg/kg).');
  expect(tenfoldOf(4, 80, perKg)).toBe('About a 10th of the dose of the plan (0.5 mg/kg).');
  expect(tenfoldOf(560, undefined, { doseMg: 56 })).toBe('About 10 times the dose of the plan (56 mg).');
  expect(tenfoldOf(400, undefined, perKg)).toBeUndefined();
  expect(tenfoldOf(400, 80, undefined)).toBeUndefined();
});

test('[DOSE31] a ten-fold step from the last dose is said with that dose and its day', () => {
  const last = { drug: 'Ketamine', route: 'iv', doseMg: 40, weightKg: 80, givenAt: '2026-11-12T09:00:00.000Z' } as const;
  const { weightKg: _, ...unweighed } = last;
  const date = () => '12 Nov 2026';
  expect(stepFromLastText(800, 80, last, date)).toBe('20 × the last dose: 0.5 mg/kg on 12 Nov 2026.');
  expect(stepFromLastText(4, 80, last, date)).toBe('1/10 of the last dose: 0.5 mg/kg on 12 Nov 2026.');
  expect(stepFromLastText(400, 80, unweighed, date)).toBe('10 × the last dose: 40 mg on 12 Nov 2026.');
  expect(stepFromLastText(60, 80, last, date)).toBeUndefined();
  expect(stepFromLastText(400, 80, undefined, date)).toBeUndefined();
});
