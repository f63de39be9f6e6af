import { describe, expect, it, test } from 'vitest';
import { alarmText } from '../session/alarm-text.ts';
import { vitalsText } from '../session/reading-text.ts';
import { shownValue, storedValue, withUnit } from '../session/shown-sign.ts';
import { clockText, dateText, dayText, weekdayText } from './day-text.ts';
import { daysText } from './days-text.ts';
import { formatsOf, METRIC } from './formats.ts';
import { cmFromFeet, feetText, heightDoubt, heightText } from './height.ts';
import { proposedFormats, US_CUSTOMARY } from './proposed-formats.ts';
import { kgFromLb, weightDoubt } from './typed-weight.ts';
import { weightText } from './weight-text.ts';

describe('the units and forms of a clinic', () => {
  it.each([
    ['en-US', 'America/Los_Angeles', US_CUSTOMARY],
    ['es-US', 'America/Chicago', US_CUSTOMARY],
    ['en-US', 'Pacific/Honolulu', US_CUSTOMARY],
    ['en-US', 'Europe/Berlin', METRIC],
    ['de-DE', 'Europe/Berlin', METRIC],
    ['de', 'Europe/Vienna', METRIC],
    ['en-GB', 'Europe/London', METRIC],
    ['en-CA', 'America/Toronto', { ...METRIC, clock: '12-hour', paper: 'letter' }],
    ['en-AU', 'Australia/Sydney', { ...METRIC, clock: '12-hour' }],
    ['not a language', 'UTC', METRIC],
  ])('[UI160] a browser in %s in %s is offered those of its region', (language, zone, expected) => {
    expect(proposedFormats(language, zone)).toEqual(expected);
  });

  test('[UI160] a clinic that never chose has the metric ones', () => {
    expect(formatsOf(undefined)).toEqual(METRIC);
    expect(formatsOf({})).toEqual(METRIC);
    expect(formatsOf({ formats: US_CUSTOMARY })).toEqual(US_CUSTOMARY);
  });

  test('[UI161] days and times are in the order of the clinic', () => {
    expect([dayText('2026-11-04', 'day-month'), dayText('2026-11-04', 'month-day')]).toEqual(['4 Nov', 'Nov 4']);
    expect(dateText('2026-11-04', 'month-day')).toBe('Nov 4, 2026');
    expect(weekdayText('2026-11-24', 'month-day')).toBe('Tue Nov 24');
    expect(daysText('2026-11-01', '2026-11-22', 'day-month')).toBe('1 to 22 Nov 2026');
    expect(daysText('2026-11-01', '2026-11-22', 'month-day')).toBe('Nov 1 to 22, 2026');
    expect(daysText('2026-10-24', '2026-11-22', 'month-day')).toBe('Oct 24 to Nov 22, 2026');
    const clocks = ['00:05', '11:59', '12:00', '14:30:09', '23:59'];
    expect(clocks.map((time) => clockText(time, '12-hour'))).toEqual([
      '12:05 am',
      '11:59 am',
      '12:00 pm',
      '2:30:09 pm',
      '11:59 pm',
    ]);
    expect(clocks.map((time) => clockText(time, '24-hour'))).toEqual(clocks);
  });

  test('[UI161] temperatures are in the unit of the clinic, and kg stand beside lb', () => {
    expect(vitalsText({ temperatureC: 37, heartRate: 70 }, US_CUSTOMARY)).toBe('HR 70 · 98.6 °F');
    const alarm = { kind: 'limit', of: 'temperatureC', value: 39.22, limit: 39 } as const;
    expect(alarmText(alarm, US_CUSTOMARY)).toBe('Temperature 102.6 °F, limit 102.2');
    expect(alarmText(alarm, METRIC)).toBe('Temperature 39.2 °C, limit 39');
    expect(withUnit('temperatureC', 39.22)).toBe('39.2 °C (102.6 °F)');
    expect(withUnit('heartRate', 70, US_CUSTOMARY)).toBe('70 /min');
    expect([weightText(79.8, METRIC), weightText(79.8, US_CUSTOMARY)]).toEqual(['79.8 kg', '79.8 kg (176 lb)']);
    expect([heightText(172.7, METRIC), heightText(172.7, US_CUSTOMARY)]).toEqual(['172.7 cm', '172.7 cm (5 ft 8 in)']);
  });

  test('[UI162] each tenth of a degree Fahrenheit reads back as it was typed', () => {
    for (let tenths = 860; tenths <= 1094; tenths += 1) {
      const stored = storedValue('temperatureC', tenths / 10, US_CUSTOMARY);
      expect(shownValue('temperatureC', stored, US_CUSTOMARY)).toBe(tenths / 10);
    }
    expect(storedValue('temperatureC', 36.8, METRIC)).toBe(36.8);
  });

  test('[UI163] a weight that nearly nobody has in this unit asks, a usual one does not', () => {
    expect(weightDoubt(176, 'kg')).toBe('176: kg or lb? 176 lb are 79.8 kg.');
    expect(weightDoubt(80, 'lb')).toBe('80: lb or kg? 80 lb are only 36.3 kg.');
    expect([
      weightDoubt(80, 'kg'),
      weightDoubt(130, 'kg'),
      weightDoubt(176, 'lb'),
      weightDoubt(95, 'lb'),
      weightDoubt(30, 'kg'),
    ]).toEqual([undefined, undefined, undefined, undefined, undefined]);
    expect([kgFromLb(176), kgFromLb(220.5)]).toEqual([79.8, 100]);
  });

  test('[UI163] a height is read in feet as it is said, and one in inches asks', () => {
    expect(['5 ft 8', '5\'8"', '5 8', '5’8”', '5 ft', '5 ft 8 in', '5 feet 8 inches'].map(cmFromFeet)).toEqual([
      172.7, 172.7, 172.7, 172.7, 152.4, 172.7, 172.7,
    ]);
    expect(['172', '5', '5 ft 12', '9 ft 1', '5.8', ''].map(cmFromFeet)).toEqual(Array.from({ length: 6 }));
    expect(feetText(182.9)).toBe('6 ft 0 in');
    expect(heightDoubt(68)).toBe('68: cm or inches? 68 in are 172.7 cm.');
    expect(heightDoubt(173)).toBeUndefined();
  });
});
