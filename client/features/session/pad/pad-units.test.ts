import { describe, expect, test } from 'vitest';
import { METRIC } from '../../../../shared/clinic/formats.ts';
import { US_CUSTOMARY } from '../../../../shared/clinic/proposed-formats.ts';
import { shownSign } from '../../../../shared/session/shown-sign.ts';
import { emptyPad, entriesFrom, faultOf, inOtherUnit, MORE_SET, type PadState, pressed } from './pad-state.ts';
import { numberOf, spell } from './typed-value.ts';

const { signs } = MORE_SET;
const empty = { ...emptyPad, active: 'temperatureC' } as const satisfies PadState;
const customary: PadState = { ...empty, formats: US_CUSTOMARY };
const type = (pad: PadState, digits: string) =>
  [...digits].reduce((state, digit) => pressed(state, { type: 'digit', digit: Number(digit) }, signs), pad);

describe('the units of the entry pad', () => {
  test('[UI162] in a clinic that measures in °F the pad does, and stores °C', () => {
    expect(entriesFrom(type(customary, '986')).vitals).toEqual({ temperatureC: 37 });
    expect(entriesFrom(type(customary, '1004')).vitals).toEqual({ temperatureC: 38 });
    expect(entriesFrom(type(customary, '98')).vitals).toEqual({ temperatureC: 36.67 });
    expect(entriesFrom(type(empty, '370')).vitals).toEqual({ temperatureC: 37 });
  });

  test('[VIT20] every tenth of a plausible °F can be typed, and each whole degree by itself', () => {
    const row = shownSign('temperatureC', US_CUSTOMARY);
    for (let tenths = 860; tenths <= 1094; tenths += 1) expect(numberOf(row, String(tenths))).toBe(tenths / 10);
    for (let whole = 86; whole <= 109; whole += 1) expect(numberOf(row, String(whole))).toBe(whole);
    expect(['9', '98', '986', '10', '100', '1004', '110'].map((digits) => spell(row, digits))).toEqual([
      '9',
      '98',
      '98.6',
      '10',
      '100',
      '100.4',
      '110',
    ]);
  });

  test('[UI163] a temperature in the range of the other unit stays as typed and asks', () => {
    const typed = type(empty, '986');
    expect(faultOf(typed, 'temperatureC')).toBe('Temperature must be 30 to 43 °C');
    expect(entriesFrom(typed).vitals?.temperatureC).toBe(98.6);
    expect(inOtherUnit(typed, 'temperatureC')).toEqual({ value: 98.6, unit: '°F' });
    const taken = pressed(typed, { type: 'other-unit', sign: 'temperatureC' }, signs);
    expect(entriesFrom(taken).vitals).toEqual({ temperatureC: 37 });
    expect(faultOf({ ...taken, checked: true }, 'temperatureC')).toBeUndefined();

    const celsius = type(customary, '368');
    expect(faultOf(celsius, 'temperatureC')).toBe('Temperature must be 86 to 109.4 °F');
    expect(inOtherUnit(celsius, 'temperatureC')).toEqual({ value: 36.8, unit: '°C' });
    expect(entriesFrom(pressed(celsius, { type: 'other-unit', sign: 'temperatureC' }, signs)).vitals).toEqual({
      temperatureC: 36.78,
    });
  });

  test('[UI163] what is a value of neither unit, or of this one, asks nothing', () => {
    expect(inOtherUnit(type(empty, '368'), 'temperatureC')).toBeUndefined();
    expect(inOtherUnit(type(empty, '55'), 'temperatureC')).toBeUndefined();
    expect(
      inOtherUnit(pressed({ ...emptyPad, formats: METRIC }, { type: 'digit', digit: 9 }, signs), 'systolic'),
    ).toBeUndefined();
  });
});
