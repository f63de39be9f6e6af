import { describe, expect, it } from 'vitest';
import { METRIC } from '../../../../shared/clinic/formats.ts';
import { US_CUSTOMARY } from '../../../../shared/clinic/proposed-formats.ts';
import { emptyPad, type PadAction, type PadState, pressed } from '../pad/pad-state.ts';
import { faultAnew, isAnew, readingAnew, saidAnew } from './corrected-reading.ts';

const SIGNS = ['systolic', 'diastolic', 'heartRate', 'spo2', 'respiratoryRate', 'temperatureC', 'etco2'] as const;
const WAS = { systolic: 183, diastolic: 79, heartRate: 78, temperatureC: 36.6, onOxygen: false };

const press = (pad: PadState, ...actions: PadAction[]) => actions.reduce((state, action) => pressed(state, action, SIGNS), pad);
const at = (sign: (typeof SIGNS)[number]): PadAction => ({ type: 'focus', sign });
const digits = (typed: string): PadAction[] => [...typed].map((digit) => ({ type: 'digit', digit: Number(digit) }));
const anew = (pad: PadState) => readingAnew(WAS, saidAnew(pad, WAS), pad.formats);

describe('a reading corrected on the keypad', () => {
  it('[UI150] what is left empty stays as it was; any sign is changed, added or taken away, and oxygen too', () => {
    expect(isAnew(saidAnew(emptyPad, WAS))).toBe(false);
    const pad = press(emptyPad, at('systolic'), ...digits('133'), at('spo2'), ...digits('97'), at('heartRate'), {
      type: 'not-measured',
    });
    expect(anew(pad)).toEqual({ systolic: 133, diastolic: 79, spo2: 97, temperatureC: 36.6, onOxygen: false });
    expect(anew(press(pad, { type: 'oxygen', onOxygen: true }))).toMatchObject({ onOxygen: true });
    expect(saidAnew(press(emptyPad, at('spo2'), { type: 'not-measured' }), WAS).takenAway).toEqual([]);
    expect(saidAnew(press(emptyPad, at('systolic'), { type: 'not-measured' }), WAS).takenAway).toEqual(['systolic', 'diastolic']);
  });

  it('[UI150] a new number is judged beside those that stay', () => {
    const low = press(emptyPad, at('systolic'), ...digits('70'), { type: 'next' });
    expect(faultAnew(low, WAS, 'diastolic')).toBe('Diastolic must be below systolic 70');
    const right = press(emptyPad, at('systolic'), ...digits('133'));
    expect(faultAnew(right, WAS, 'diastolic')).toBeUndefined();
    expect(faultAnew(press(emptyPad, at('systolic'), ...digits('300')), WAS, 'systolic')).toContain('50 to 260');
  });

  it('[UI150] it is typed in the clinic’s units', () => {
    const fahrenheit = { ...emptyPad, formats: US_CUSTOMARY };
    expect(anew(press(fahrenheit, at('temperatureC'), ...digits('1004')))).toMatchObject({ temperatureC: 38 });
    expect(faultAnew(press(fahrenheit, at('systolic'), ...digits('133')), WAS, 'temperatureC')).toBeUndefined();
    expect(METRIC.temperature).not.toBe(US_CUSTOMARY.temperature);
  });
});
