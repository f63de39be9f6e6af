import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentChange } from './change.ts';

describe('change from the baseline', () => {
  it.each([
    [120, 120, 0],
    [144, 120, 20],
    [96, 120, -20],
    [132, 110, 20],
    [154, 110, 40],
    [107, 100, 7],
  ])('[VIT3] %d from %d is %d percent, exactly', (value, baseline, percent) => {
    expect(percentChange(value, baseline)).toBe(percent);
  });

  it('[VIT3] is not known without both numbers', () => {
    expect(percentChange(undefined, 120)).toBeUndefined();
    expect(percentChange(120, undefined)).toBeUndefined();
  });

  it('[VIT3] is on the right side of a whole percent for every pair of whole numbers', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 50, max: 260 }),
        fc.integer({ min: 50, max: 260 }),
        fc.constantFrom(20, 40, 50),
        (value, baseline, percent) => {
          expect(percentChange(value, baseline)! > percent).toBe((value - baseline) * 100 > percent * baseline);
        },
      ),
      { seed: 20261122 },
    );
  });
});
