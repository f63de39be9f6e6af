import { describe, expect, test } from 'vitest';
import { vitalsSchema } from '../../../../shared/session/reading-data.ts';
import {
  CHAIR_SET,
  countEntered,
  emptyPad,
  enteredElsewhere,
  entriesFrom,
  faultOf,
  firstFault,
  isCrossed,
  MORE_SET,
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

  test('[UI52] says the plausible range at once, and an impossible value stays until it is taken back', () => {
    const pad = type(emptyPad, '27');
    expect(pad.active).toBe('systolic');
    expect(pad.digits.systolic).toBe('27');
    expect(faultOf(pad, 'systolic')).toBe('Systolic must be 50 to 260 mmHg');
    for (const digits of ['368', '300', '2751', '3681422']) {
      const stuck = type(emptyPad, digits);
      expect([stuck.active, stuck.digits]).toEqual(['systolic', { systolic: digits.slice(0, 3) }]);
      expect(firstFault(stuck)?.sign).toBe('systolic');
    }
    const back = press(type(emptyPad, '368'), { type: 'delete' }, { type: 'delete' }, { type: 'delete' });
    expect(type(back, '142').digits).toEqual({ systolic: '142' });
    expect(type(press(type(emptyPad, '368'), { type: 'focus', sign: 'systolic' }), '142').digits).toEqual({ systolic: '142' });
    const short = press(type(emptyPad, '4'), { type: 'next' });
    expect(short.active).toBe('systolic');
    expect(faultOf(short, 'systolic')).toBe('Systolic must be 50 to 260 mmHg');
  });

  test('[UI52] a diastolic that is not below the systolic is a typing error', () => {
    const pad = type(emptyPad, '9095');
    expect(pad.active).toBe('diastolic');
    expect(faultOf(pad, 'diastolic')).toBe('Diastolic must be below systolic 90');
    expect(firstFault(pad)?.sign).toBe('diastolic');
    expect(type(pad, '7').digits).toEqual(pad.digits);
  });

  test('[UI52] crossed pressures are swapped by one press, and only where each fits in the other place', () => {
    const pad = type(emptyPad, '78122');
    expect(isCrossed(pad)).toBe(true);
    const right = press(pad, { type: 'swap' });
    expect(entriesFrom(right).vitals).toEqual({ systolic: 122, diastolic: 78 });
    expect([right.active, firstFault(right)]).toEqual(['heartRate', undefined]);
    expect(isCrossed(type(emptyPad, '12278'))).toBe(false);
    expect(isCrossed(type(emptyPad, '9090'))).toBe(false);
  });

  test('[UI142] the keypad types into a field in sight; what stands on the other page is said', () => {
    const { signs: others } = MORE_SET;
    const turned = press(type(emptyPad, '122'), { type: 'page', signs: others });
    expect(turned.active).toBe(others[0]);
    const typed = [3, 6, 8].reduce<PadState>((pad, digit) => pressed(pad, { type: 'digit', digit }, others), turned);
    expect(typed.digits).toEqual({ systolic: '122', temperatureC: '368' });
    expect(others).toContain(typed.active);
    const whole = press(type(emptyPad, '12278'), { type: 'scale', scale: 'moaas', value: 5 });
    expect(enteredElsewhere(whole, MORE_SET)).toBe('122/78 · MOAA/S 5');
    expect(enteredElsewhere(whole, CHAIR_SET)).toBe('');
    expect(enteredElsewhere(type(emptyPad, '122'), MORE_SET)).toBe('BP 122/–');
    const back = pressed(typed, { type: 'page', signs }, signs);
    expect(back.active).toBe('diastolic');
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
