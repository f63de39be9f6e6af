import { describe, expect, test } from 'vitest';
import { vitalsSchema } from '../../../../shared/session/reading-data.ts';
import {
  CHAIR_SET,
  countEntered,
  emptyPad,
  entriesFrom,
  faultOf,
  firstFault,
  type PadAction,
  type PadState,
  pressed,
} from './pad-state.ts';

const { signs } = CHAIR_SET;
const press = (pad: PadState, ...actions: PadAction[]) => actions.reduce((state, action) => pressed(state, action, signs), pad);
const type = (pad: PadState, digits: string) =>
  press(pad, ...[...digits].map((digit) => ({ type: 'digit', digit: Number(digit) }) as const));

describe('the entry pad', () => {
  test('[UI50] starts empty, and a whole set is typed without touching Next', () => {
    expect(entriesFrom(emptyPad)).toEqual({});
    const pad = type(emptyPad, '1428478971'.concat('4'));
    expect(entriesFrom(pad).vitals).toEqual({ systolic: 142, diastolic: 84, heartRate: 78, spo2: 97, respiratoryRate: 14 });
    expect(pad.active).toBeUndefined();
    expect(countEntered(pad)).toBe(5);
  });

  test('[UI51] goes on only when no further digit could belong to the value', () => {
    expect(type(emptyPad, '14').active).toBe('systolic');
    expect(type(emptyPad, '90').active).toBe('diastolic');
    const heart = press(emptyPad, { type: 'focus', sign: 'heartRate' });
    expect(type(heart, '25').active).toBe('heartRate');
    expect(type(heart, '250').active).toBe('spo2');
    expect(type(heart, '26').active).toBe('spo2');
    const breaths = press(emptyPad, { type: 'focus', sign: 'respiratoryRate' });
    expect(type(breaths, '6').active).toBe('respiratoryRate');
    expect(type(breaths, '8').active).toBe('systolic');
  });

  test('[UI52] says the plausible range at once, keeps what was typed, and starts over with the next digit', () => {
    const pad = type(emptyPad, '27');
    expect(pad.active).toBe('systolic');
    expect(pad.digits.systolic).toBe('27');
    expect(faultOf(pad, 'systolic')).toBe('Systolic must be 50 to 260 mmHg');
    expect(type(pad, '127').digits.systolic).toBe('127');
    const short = press(type(emptyPad, '4'), { type: 'next' });
    expect(short.active).toBe('systolic');
    expect(faultOf(short, 'systolic')).toBe('Systolic must be 50 to 260 mmHg');
  });

  test('[UI52] a diastolic that is not below the systolic is a typing error', () => {
    const pad = type(emptyPad, '9095');
    expect(pad.active).toBe('diastolic');
    expect(faultOf(pad, 'diastolic')).toBe('Diastolic must be below systolic 90');
    expect(firstFault(pad)?.sign).toBe('diastolic');
  });

  test('[UI53] "Not measured" leaves the sign out; without a systolic there is no diastolic', () => {
    const pad = press(emptyPad, { type: 'not-measured' });
    expect(pad.active).toBe('heartRate');
    expect(pad.notMeasured).toEqual(['systolic', 'diastolic']);
    expect(entriesFrom(type(pad, '78')).vitals).toEqual({ heartRate: 78 });
    const half = press(type(emptyPad, '142'), { type: 'not-measured' });
    expect(firstFault(half)).toEqual({ sign: 'diastolic', message: 'Blood pressure needs both numbers' });
  });

  test('[UI54] scales go as an observation of their own, and a second tap takes the answer back', () => {
    const pad = press(emptyPad, { type: 'scale', scale: 'moaas', value: 4 }, { type: 'scale', scale: 'nausea', value: 0 });
    expect(entriesFrom(pad)).toEqual({ observation: { moaas: 4, nausea: 0 } });
    expect(countEntered(pad)).toBe(2);
    expect(entriesFrom(press(pad, { type: 'scale', scale: 'moaas', value: 4 }))).toEqual({ observation: { nausea: 0 } });
  });

  test('[UI50] a temperature gets its point by itself', () => {
    const pad = type(press(emptyPad, { type: 'focus', sign: 'temperatureC' }), '368');
    expect(entriesFrom(pad).vitals).toEqual({ temperatureC: 36.8 });
    expect(faultOf(type(press(emptyPad, { type: 'focus', sign: 'temperatureC' }), '44'), 'temperatureC')).toContain('30 to 43');
  });

  test('[UI50] whatever is typed, what the pad lets through is what the server accepts', () => {
    for (let seed = 1; seed < 400; seed += 1) {
      const digits = String((seed * 7919 * 104_729) % 10 ** 9).padStart(9, '1');
      const pad = type(emptyPad, digits);
      const { vitals } = entriesFrom(pad);
      if (vitals !== undefined) expect(vitalsSchema.safeParse(vitals).success).toBe(firstFault(pad) === undefined);
    }
  });
});
