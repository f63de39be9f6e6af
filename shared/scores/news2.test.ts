import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type News2Input, type News2Part, news2 } from './news2.ts';

/** Every boundary of the chart from both sides: part, value, points. */
const ONE_SIGN: [News2Part & keyof News2Input, number, number][] = [
  ['respiratoryRate', 8, 3],
  ['respiratoryRate', 9, 1],
  ['respiratoryRate', 11, 1],
  ['respiratoryRate', 12, 0],
  ['respiratoryRate', 20, 0],
  ['respiratoryRate', 21, 2],
  ['respiratoryRate', 24, 2],
  ['respiratoryRate', 25, 3],
  ['systolic', 90, 3],
  ['systolic', 91, 2],
  ['systolic', 100, 2],
  ['systolic', 101, 1],
  ['systolic', 110, 1],
  ['systolic', 111, 0],
  ['systolic', 219, 0],
  ['systolic', 220, 3],
  ['heartRate', 40, 3],
  ['heartRate', 41, 1],
  ['heartRate', 50, 1],
  ['heartRate', 51, 0],
  ['heartRate', 90, 0],
  ['heartRate', 91, 1],
  ['heartRate', 110, 1],
  ['heartRate', 111, 2],
  ['heartRate', 130, 2],
  ['heartRate', 131, 3],
  ['temperatureC', 35.0, 3],
  ['temperatureC', 35.1, 1],
  ['temperatureC', 36.0, 1],
  ['temperatureC', 36.1, 0],
  ['temperatureC', 38.0, 0],
  ['temperatureC', 38.1, 1],
  ['temperatureC', 39.0, 1],
  ['temperatureC', 39.1, 2],
];

/** SpO₂, points on scale 1, on scale 2 with air, on scale 2 with oxygen. */
const SPO2: [number, number, number, number][] = [
  [83, 3, 3, 3],
  [84, 3, 2, 2],
  [85, 3, 2, 2],
  [86, 3, 1, 1],
  [87, 3, 1, 1],
  [88, 3, 0, 0],
  [91, 3, 0, 0],
  [92, 2, 0, 0],
  [93, 2, 0, 1],
  [94, 1, 0, 1],
  [95, 1, 0, 2],
  [96, 0, 0, 2],
  [97, 0, 0, 3],
  [100, 0, 0, 3],
];

const NORMAL: Required<News2Input> = {
  respiratoryRate: 16,
  spo2: 98,
  onOxygen: false,
  systolic: 120,
  heartRate: 70,
  consciousness: 'A',
  temperatureC: 36.8,
};

describe('NEWS2', () => {
  it.each(ONE_SIGN)('[SCORE7] %s %d gives %d', (part, value, points) => {
    const score = news2({ ...NORMAL, [part]: value });
    expect(score.parts[part]).toBe(points);
    expect(score.total).toBe(points);
    expect(score.threeInOne).toBe(points === 3);
  });

  it.each(SPO2)('[SCORE7] SpO₂ %d gives %d on scale 1, %d on scale 2 with air, %d with oxygen', (spo2, one, air, oxygen) => {
    expect(news2({ spo2, onOxygen: false }, 1).parts.spo2).toBe(one);
    expect(news2({ spo2, onOxygen: true }, 1).parts.spo2).toBe(one);
    expect(news2({ spo2, onOxygen: false }, 2).parts.spo2).toBe(air);
    expect(news2({ spo2, onOxygen: true }, 2).parts.spo2).toBe(oxygen);
  });

  it('[SCORE7] oxygen gives 2, anything but alert 3', () => {
    expect(news2({ onOxygen: true }).parts.oxygen).toBe(2);
    expect(news2({ onOxygen: false }).parts.oxygen).toBe(0);
    expect((['A', 'C', 'V', 'P', 'U'] as const).map((consciousness) => news2({ consciousness }).parts.consciousness)).toEqual([
      0, 3, 3, 3, 3,
    ]);
  });

  it('[SCORE7] the worst of everything is 20', () => {
    const worst = {
      respiratoryRate: 30,
      spo2: 80,
      onOxygen: true,
      systolic: 80,
      heartRate: 140,
      consciousness: 'U',
      temperatureC: 34,
    } as const;
    expect(news2(worst).total).toBe(20);
  });

  it('[SCORE8] a part that was not measured leaves the total open and is named', () => {
    expect(news2({})).toEqual({
      parts: {},
      missing: ['respiratoryRate', 'spo2', 'oxygen', 'systolic', 'heartRate', 'consciousness', 'temperatureC'],
      threeInOne: false,
    });
    const { temperatureC: _, ...rest } = NORMAL;
    expect(news2(rest).missing).toEqual(['temperatureC']);
    expect(news2(rest).total).toBeUndefined();
    expect(news2({ ...rest, systolic: 80 }).threeInOne).toBe(true);
  });

  it('[SCORE8] scale 2 gives no points from 93 % while nobody said whether there is oxygen', () => {
    expect(news2({ spo2: 93 }, 2).parts.spo2).toBeUndefined();
    expect(news2({ spo2: 92 }, 2).parts.spo2).toBe(0);
  });

  it('[SCORE7] the total is the sum of its parts', () => {
    const input = fc.record({
      respiratoryRate: fc.integer({ min: 2, max: 60 }),
      spo2: fc.integer({ min: 50, max: 100 }),
      onOxygen: fc.boolean(),
      systolic: fc.integer({ min: 50, max: 260 }),
      heartRate: fc.integer({ min: 20, max: 250 }),
      consciousness: fc.constantFrom('A' as const, 'C' as const, 'V' as const, 'P' as const, 'U' as const),
      temperatureC: fc.integer({ min: 300, max: 430 }).map((tenths) => tenths / 10),
    });
    fc.assert(
      fc.property(input, fc.constantFrom(1 as const, 2 as const), (one, scale) => {
        const { parts, total, missing } = news2(one, scale);
        expect(missing).toEqual([]);
        expect(total).toBe(Object.values(parts).reduce<number>((sum, points) => sum + points, 0));
      }),
      { seed: 20261122 },
    );
  });
});
