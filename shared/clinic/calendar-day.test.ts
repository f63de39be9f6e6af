import { describe, expect, it } from 'vitest';
import { HOUR_MS, toInstant, toMs } from '../units.ts';
import { addDays, clockAt, dayAt, daysBetween, instantAt, monthBefore, startOfDay, yearsBetween } from './calendar-day.ts';

const NEW_YORK = 'America/New_York';
const iso = (ms: number) => toInstant(ms);

describe('calendar days', () => {
  it.each([
    ['2026-11-23', NEW_YORK, '2026-11-23T05:00:00.000Z'],
    ['2026-07-01', NEW_YORK, '2026-07-01T04:00:00.000Z'],
    ['2026-11-23', 'Europe/Oslo', '2026-11-22T23:00:00.000Z'],
    ['2026-11-23', 'Asia/Kolkata', '2026-11-22T18:30:00.000Z'],
    ['2026-11-23', 'Pacific/Auckland', '2026-11-22T11:00:00.000Z'],
    ['2026-11-23', 'UTC', '2026-11-23T00:00:00.000Z'],
  ])('[UI93] %s begins in %s at its own midnight', (day, zone, expected) => {
    expect(iso(startOfDay(day, zone))).toBe(expected);
    expect(dayAt(startOfDay(day, zone), zone)).toBe(day);
    expect(dayAt(startOfDay(day, zone) - 1, zone)).toBe(addDays(day, -1));
  });

  it('[UI93] a day with a change of the clocks has 23 or 25 hours', () => {
    const hours = (day: string) => (startOfDay(addDays(day, 1), NEW_YORK) - startOfDay(day, NEW_YORK)) / HOUR_MS;
    expect([hours('2026-03-08'), hours('2026-11-01'), hours('2026-11-02')]).toEqual([23, 25, 24]);
  });

  it('[UI93] a time that the clocks skip is an hour on, one that comes twice is the first', () => {
    expect(iso(instantAt('2026-03-08', '02:30', NEW_YORK))).toBe('2026-03-08T07:30:00.000Z');
    expect(clockAt(instantAt('2026-03-08', '02:30', NEW_YORK), NEW_YORK)).toBe('03:30');
    expect(iso(instantAt('2026-11-01', '01:30', NEW_YORK))).toBe('2026-11-01T05:30:00.000Z');
    expect(clockAt(instantAt('2026-11-24', '09:05', NEW_YORK), NEW_YORK)).toBe('09:05');
  });

  it('[UI93] days are counted over months, and a month back stays in the month', () => {
    expect(addDays('2026-02-27', 2)).toBe('2026-03-01');
    expect(daysBetween('2026-10-25', '2026-11-02')).toBe(8);
    expect(monthBefore('2026-11-24')).toBe('2026-10-24');
    expect(monthBefore('2026-03-31')).toBe('2026-02-28');
    expect(monthBefore('2026-01-15')).toBe('2025-12-15');
    expect([yearsBetween('1986-11-24', '2026-11-23'), yearsBetween('1986-11-24', '2026-11-24')]).toEqual([39, 40]);
  });

  it.each([
    ['2026-11-24', 'Europe/Berlin', '2026-11-23T23:00:00.000Z'],
    ['2026-07-01', 'Europe/Berlin', '2026-06-30T22:00:00.000Z'],
    ['2026-11-24', 'America/New_York', '2026-11-24T05:00:00.000Z'],
    ['2026-11-24', 'Asia/Kathmandu', '2026-11-23T18:15:00.000Z'],
    ['2026-11-24', 'Pacific/Kiritimati', '2026-11-23T10:00:00.000Z'],
    // The days on which the clocks change, and the days after.
    ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
    ['2026-10-25', 'Europe/Berlin', '2026-10-24T22:00:00.000Z'],
    ['2026-10-26', 'Europe/Berlin', '2026-10-25T23:00:00.000Z'],
    // Midnight itself is skipped.
    ['2026-04-24', 'Africa/Cairo', '2026-04-23T22:00:00.000Z'],
  ])('[API10] %s in %s begins at %s', (day, zone, instant) => expect(iso(startOfDay(day, zone))).toBe(instant));

  it('[API10] moments all over a year belong to the day that began before it', () => {
    for (const zone of ['Europe/Berlin', 'America/Santiago', 'Africa/Cairo', 'Australia/Lord_Howe'])
      for (let ms = toMs('2026-01-01T00:00:00.000Z'); ms < toMs('2027-01-01T00:00:00.000Z'); ms += 31 * 1_800_000) {
        const begin = startOfDay(dayAt(ms, zone), zone);
        expect(begin).toBeLessThanOrEqual(ms);
        expect(dayAt(begin, zone)).toBe(dayAt(ms, zone));
        expect(dayAt(begin - 1, zone)).not.toBe(dayAt(ms, zone));
      }
  });
});
