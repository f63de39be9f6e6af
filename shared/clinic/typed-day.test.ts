import { describe, expect, test } from 'vitest';
import { parseClock, parseDay } from './typed-day.ts';

describe('a typed day or time', () => {
  test('[UI164] is read with the month as a word in either order, and as ISO, in every clinic', () => {
    const same = [
      '1992-03-12',
      '12 Mar 1992',
      'March 12, 1992',
      'Mar 12 1992',
      '12. march 1992',
      '12th March 1992',
      ' 12-Mar-1992 ',
    ];
    for (const order of ['day-month', 'month-day'] as const)
      expect(same.map((text) => parseDay(text, order))).toEqual(same.map(() => '1992-03-12'));
  });

  test('[UI164] three numbers are in the order of the clinic, and never turned round', () => {
    expect(parseDay('3/12/1992', 'month-day')).toBe('1992-03-12');
    expect(parseDay('3.12.1992', 'day-month')).toBe('1992-12-03');
    expect(parseDay('13/4/1992', 'month-day')).toBeUndefined();
    expect(parseDay('4/13/1992', 'day-month')).toBeUndefined();
  });

  test('[UI164] what is no day, or not clear, is none', () => {
    const none = ['', '12 Mar', '12/3/92', '31 Feb 1992', '29.2.2027', 'tomorrow', '12 Marz 1992', '1992', '0.1.1992'];
    expect(none.map((text) => parseDay(text, 'day-month'))).toEqual(none.map(() => undefined));
  });

  test('[UI164] a time is read on both clocks; on twelve hours one that is not clear is none', () => {
    expect(
      ['9:30', '09:30', '0930', '14.30', '1430', '2:30 pm', '2 pm', '12:05 am', '12 PM'].map((text) =>
        parseClock(text, '24-hour'),
      ),
    ).toEqual(['09:30', '09:30', '09:30', '14:30', '14:30', '14:30', '14:00', '00:05', '12:00']);
    expect(
      ['2:30', '12:15', '2:30 pm', '2:30pm', '2:30 p.m.', '14:30', '0:30', '08:15', '13 pm'].map((text) =>
        parseClock(text, '12-hour'),
      ),
    ).toEqual([undefined, undefined, '14:30', '14:30', '14:30', '14:30', '00:30', '08:15', undefined]);
    expect(['', '25:00', '9:75', '9', 'noon'].map((text) => parseClock(text, '24-hour'))).toEqual(Array.from({ length: 5 }));
  });
});
