import { expect, it } from 'vitest';
import { toInstant, toMs } from '../../shared/units.ts';
import { dayOf, startOfCalendarDay, startOfDay } from './clinic-day.ts';

const start = (day: string, zone: string) => toInstant(startOfCalendarDay(day, zone));

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
])('[API10] %s in %s begins at %s', (day, zone, instant) => expect(start(day, zone)).toBe(instant));

it('[API10] moments all over a year belong to the day that began before it', () => {
  for (const zone of ['Europe/Berlin', 'America/Santiago', 'Africa/Cairo', 'Australia/Lord_Howe'])
    for (let ms = toMs('2026-01-01T00:00:00.000Z'); ms < toMs('2027-01-01T00:00:00.000Z'); ms += 31 * 1_800_000) {
      const begin = startOfDay(ms, zone);
      expect(begin).toBeLessThanOrEqual(ms);
      expect(dayOf(begin, zone)).toBe(dayOf(ms, zone));
      expect(dayOf(begin - 1, zone)).not.toBe(dayOf(ms, zone));
    }
});
