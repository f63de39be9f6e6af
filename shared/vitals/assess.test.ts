import { describe, expect, it } from 'vitest';
import { defaultProtocols } from '../clinic/default-protocols.ts';
import type { LimitName } from '../clinic/limit-names.ts';
import { assess, assessAgainst, beyond } from './assess.ts';

const IDS = {
  iv: '01930000-0000-7000-8000-0000000000a1',
  im: '01930000-0000-7000-8000-0000000000a2',
  nasal: '01930000-0000-7000-8000-0000000000a3',
};
const limits = defaultProtocols(IDS)[0]!.limits;

/** Sign, value, and what the clinical table says of it: every bound from both sides. */
const TABLE: [LimitName, number, 'normal' | ['medium' | 'high', 'low' | 'high', number]][] = [
  ['systolic', 160, 'normal'],
  ['systolic', 161, ['medium', 'high', 160]],
  ['systolic', 180, ['medium', 'high', 160]],
  ['systolic', 181, ['high', 'high', 180]],
  ['systolic', 90, 'normal'],
  ['systolic', 89, ['medium', 'low', 90]],
  ['systolic', 80, ['medium', 'low', 90]],
  ['systolic', 79, ['high', 'low', 80]],
  ['diastolic', 100, 'normal'],
  ['diastolic', 101, ['medium', 'high', 100]],
  ['diastolic', 110, ['medium', 'high', 100]],
  ['diastolic', 111, ['high', 'high', 110]],
  ['diastolic', 20, 'normal'],
  ['systolicChangePercent', 20, 'normal'],
  ['systolicChangePercent', 20.1, ['medium', 'high', 20]],
  ['systolicChangePercent', 40, ['medium', 'high', 20]],
  ['systolicChangePercent', 40.1, ['high', 'high', 40]],
  ['heartRate', 120, 'normal'],
  ['heartRate', 121, ['medium', 'high', 120]],
  ['heartRate', 150, ['medium', 'high', 120]],
  ['heartRate', 151, ['high', 'high', 150]],
  ['heartRate', 50, 'normal'],
  ['heartRate', 49, ['medium', 'low', 50]],
  ['heartRate', 40, ['medium', 'low', 50]],
  ['heartRate', 39, ['high', 'low', 40]],
  ['spo2', 92, 'normal'],
  ['spo2', 91, ['medium', 'low', 92]],
  ['spo2', 90, ['medium', 'low', 92]],
  ['spo2', 89, ['high', 'low', 90]],
  ['spo2', 100, 'normal'],
  ['respiratoryRate', 10, 'normal'],
  ['respiratoryRate', 9, ['medium', 'low', 10]],
  ['respiratoryRate', 8, ['medium', 'low', 10]],
  ['respiratoryRate', 7, ['high', 'low', 8]],
  ['respiratoryRate', 25, 'normal'],
  ['respiratoryRate', 26, ['medium', 'high', 25]],
  ['respiratoryRate', 30, ['medium', 'high', 25]],
  ['respiratoryRate', 31, ['high', 'high', 30]],
  ['temperatureC', 35.5, 'normal'],
  ['temperatureC', 35.4, ['medium', 'low', 35.5]],
  ['temperatureC', 35.0, ['medium', 'low', 35.5]],
  ['temperatureC', 34.9, ['high', 'low', 35.0]],
  ['temperatureC', 38.0, 'normal'],
  ['temperatureC', 38.1, ['medium', 'high', 38.0]],
  ['temperatureC', 39.0, ['medium', 'high', 38.0]],
  ['temperatureC', 39.1, ['high', 'high', 39.0]],
  ['etco2', 30, 'normal'],
  ['etco2', 29, ['medium', 'low', 30]],
  ['etco2', 24, ['high', 'low', 25]],
  ['etco2', 50, 'normal'],
  ['etco2', 51, ['medium', 'high', 50]],
  ['etco2', 61, ['high', 'high', 60]],
  ['moaas', 4, 'normal'],
  ['moaas', 3, ['medium', 'low', 4]],
  ['moaas', 2, ['medium', 'low', 4]],
  ['moaas', 1, ['high', 'low', 2]],
  ['moaas', 0, ['high', 'low', 2]],
  ['dissociation', 0, 'normal'],
  ['dissociation', 2, 'normal'],
  ['dissociation', 3, ['medium', 'high', 2]],
  ['dissociation', 4, ['high', 'high', 3]],
  ['nausea', 0, 'normal'],
  ['nausea', 2, 'normal'],
  ['nausea', 3, ['medium', 'high', 2]],
  ['pain', 0, 'normal'],
  ['pain', 6, 'normal'],
  ['pain', 7, ['medium', 'high', 6]],
];

describe('a value against the limits', () => {
  it.each(TABLE)('[VIT2] %s %d is %j', (name, value, expected) => {
    const result = assess(name, value, limits);
    if (expected === 'normal') expect(result).toBe('normal');
    else expect(result).toEqual({ priority: expected[0], bound: expected[1], limit: expected[2] });
  });

  it('[VIT1] a value that was not measured is not normal, whatever the sign', () => {
    for (const name of Object.keys(limits) as LimitName[]) expect(assess(name, undefined, limits)).toBe('not-measured');
  });

  it('[VIT1] zero is a value, and can be outside', () => {
    expect(assessAgainst(0, { medium: { low: 1 } })).toEqual({ priority: 'medium', bound: 'low', limit: 1 });
    expect(assessAgainst(0, { medium: { high: 0 } })).toBe('normal');
    expect(assessAgainst(1, { high: { high: 0 } })).toEqual({ priority: 'high', bound: 'high', limit: 0 });
  });

  it('[VIT2] a side without a bound raises nothing', () => {
    expect(beyond(-1000, { high: 5 })).toBeUndefined();
    expect(beyond(1000, { low: 5 })).toBeUndefined();
    expect(beyond(1000, undefined)).toBeUndefined();
  });
});
