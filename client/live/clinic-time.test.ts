import { afterEach, describe, expect, it, vi } from 'vitest';
import { instantAt, startOfDay, yearsBetween } from '../../shared/clinic/calendar-day.ts';
import { dateText, dayText, weekdayText } from '../../shared/clinic/day-text.ts';
import { toInstant } from '../../shared/units.ts';
import { clinicTime } from './clinic-time.ts';

const AT = '2026-11-24T14:34:24.900Z';

/** Everything that a screen says of one moment. */
function allOf(at: string | number, zone: string | undefined) {
  const { time, seconds, day, dayMonth, date, dayKey } = clinicTime(zone);
  return [time(at), seconds(at), day(at), dayMonth(at), date(at), dayKey(at)];
}

describe('times on screens', () => {
  afterEach(() => vi.restoreAllMocks());

  it.each([
    ['UTC', ['14:34', '14:34:24', 'Tue 24 Nov', '24 Nov', '24 Nov 2026', '2026-11-24']],
    ['Asia/Kolkata', ['20:04', '20:04:24', 'Tue 24 Nov', '24 Nov', '24 Nov 2026', '2026-11-24']],
    ['Pacific/Kiritimati', ['04:34', '04:34:24', 'Wed 25 Nov', '25 Nov', '25 Nov 2026', '2026-11-25']],
    ['America/St_Johns', ['11:04', '11:04:24', 'Tue 24 Nov', '24 Nov', '24 Nov 2026', '2026-11-24']],
  ])("[UI140] in %s they are those of the clinic's wall", (zone, expected) => {
    expect(allOf(AT, zone)).toEqual(expected);
    expect(allOf(Date.parse(AT), zone)).toEqual(expected);
  });

  it('[UI140] midnight is 00:00 of the new day, also on the last of February and of the year', () => {
    const zone = 'America/St_Johns';
    const midnight = (day: string) => toInstant(startOfDay(day, zone));
    expect(allOf(midnight('2028-02-29'), zone)).toEqual([
      '00:00',
      '00:00:00',
      'Tue 29 Feb',
      '29 Feb',
      '29 Feb 2028',
      '2028-02-29',
    ]);
    expect(allOf(midnight('2027-01-01'), zone)).toEqual(['00:00', '00:00:00', 'Fri 1 Jan', '1 Jan', '1 Jan 2027', '2027-01-01']);
  });

  it('[UI140] before the clinic is known they are those of the device', () => {
    expect(allOf(AT, undefined)).toEqual(allOf(AT, Intl.DateTimeFormat().resolvedOptions().timeZone));
  });

  it('[UI140] a browser that words, orders and joins days its own way shows the same', () => {
    const own = Intl.DateTimeFormat.prototype.formatToParts;
    vi.spyOn(Intl.DateTimeFormat.prototype as { readonly format: unknown }, 'format', 'get').mockReturnValue(
      () => '24.11.26 klo 4.34 ip.',
    );
    vi.spyOn(Intl.DateTimeFormat.prototype, 'formatToParts').mockImplementation(function (this: Intl.DateTimeFormat, at) {
      return [{ type: 'literal', value: '\u200f' }, ...own.call(this, at).reverse(), { type: 'literal', value: ' г.' }];
    });
    expect(new Intl.DateTimeFormat('en-CA').format(0)).toBe('24.11.26 klo 4.34 ip.');

    const at = instantAt('2026-11-24', '14:34', 'Europe/Berlin') + 24_000;
    expect(allOf(at, 'Europe/Berlin')).toEqual(['14:34', '14:34:24', 'Tue 24 Nov', '24 Nov', '24 Nov 2026', '2026-11-24']);
    expect(yearsBetween('1986-11-25', clinicTime('Europe/Berlin').dayKey(at))).toBe(39);
  });

  it('[UI140] each month and weekday has its name', () => {
    const months = Array.from({ length: 12 }, (_, month) =>
      dayText(`2026-${String(month + 1).padStart(2, '0')}-05`, 'day-month'),
    );
    expect(months.join(', ')).toBe('5 Jan, 5 Feb, 5 Mar, 5 Apr, 5 May, 5 Jun, 5 Jul, 5 Aug, 5 Sep, 5 Oct, 5 Nov, 5 Dec');
    const week = Array.from({ length: 7 }, (_, day) => weekdayText(`2026-11-${23 + day}`, 'day-month'));
    expect(week.join(', ')).toBe('Mon 23 Nov, Tue 24 Nov, Wed 25 Nov, Thu 26 Nov, Fri 27 Nov, Sat 28 Nov, Sun 29 Nov');
    expect(dateText('1992-03-12', 'day-month')).toBe('12 Mar 1992');
  });
});
