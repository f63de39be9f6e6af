import { describe, expect, test } from 'vitest';
import { IV } from '../../../../tests/support/given-visit.ts';
import { CHAIR_SET, emptyPad, type PadState, pressed } from './pad-state.ts';
import { raisedBy } from './raised-by.ts';

const type = (digits: string, pad: PadState = emptyPad) =>
  [...digits].reduce((state, digit) => pressed(state, { type: 'digit', digit: Number(digit) }, CHAIR_SET.signs), pad);
const words = (pad: PadState, baseline: number | undefined, beforeStart = false) =>
  raisedBy(pad, IV, baseline, beforeStart).map(({ of, priority, limit }) => `${of} ${priority} ${limit}`);

describe('what saving will do', () => {
  test('[UI55] an alarm limit is said with its priority, and nothing is said of a normal value', () => {
    expect(words(type('16584'), undefined)).toEqual(['systolic medium limit 160']);
    expect(words(type('18584'), undefined)).toEqual(['systolic high limit 180']);
    expect(words(type('12278'), undefined)).toEqual([]);
  });

  test('[UI55] nothing is said while the value is being typed, or when it is no value', () => {
    expect(words(type('16'), undefined)).toEqual([]);
    expect(words(type('27'), undefined)).toEqual([]);
  });

  test('[UI55] the change from the baseline counts as well, the worse of both is said', () => {
    expect(words(type('15084'), 122)).toEqual(['systolic medium 23 % over baseline']);
    expect(words(type('16584'), 110)).toEqual(['systolic high 50 % over baseline']);
    expect(words(type('15084'), undefined)).toEqual([]);
  });

  test('[UI55] before the start the hold limits count', () => {
    expect(words(type('14595'), undefined, true)).toEqual(['systolic hold hold above 140', 'diastolic hold hold above 90']);
    expect(words(type('14595'), undefined, false)).toEqual([]);
  });

  test('[UI55] scales raise as well', () => {
    const pad = pressed(emptyPad, { type: 'scale', scale: 'moaas', value: 1 }, CHAIR_SET.signs);
    expect(words(pad, undefined)).toEqual(['moaas high limit 2']);
    const drowsy = pressed(emptyPad, { type: 'scale', scale: 'moaas', value: 4 }, CHAIR_SET.signs);
    expect(words(drowsy, undefined, true)).toEqual(['moaas hold hold below 5']);
    expect(words(drowsy, undefined)).toEqual([]);
  });
});
