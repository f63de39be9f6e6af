import { addDays, clockAt, type Day, instantAt } from '../../shared/clinic/calendar-day.ts';
import { MINUTE_MS } from '../../shared/units.ts';

/** The instant (ms) at which the clinic's clock shows `hour` (fractions allowed: 8.25 is 08:15) on a day. */
export function timeOn(day: Day, hour: number, timeZone: string): number {
  const minutes = Math.floor(hour * 60);
  const two = (n: number) => String(n).padStart(2, '0');
  const clock = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  return instantAt(day, clock, timeZone) + Math.round((hour * 60 - minutes) * MINUTE_MS);
}

/** Monday to Friday before `day`, oldest first; `weeks` weeks back. */
export function weekdaysBefore(day: Day, weeks: number): Day[] {
  return Array.from({ length: weeks * 7 }, (_, n) => addDays(day, n - weeks * 7)).filter((one) => {
    const weekday = new Date(`${one}T12:00:00.000Z`).getUTCDay();
    return weekday !== 0 && weekday !== 6;
  });
}

/** Zones around the world, three hours apart or less, so that it is morning in one of them at any moment. */
const ZONES = [
  'America/New_York',
  'America/Denver',
  'America/Los_Angeles',
  'Pacific/Honolulu',
  'Pacific/Auckland',
  'Australia/Sydney',
  'Asia/Tokyo',
  'Asia/Singapore',
  'Asia/Karachi',
  'Asia/Dubai',
  'Europe/Helsinki',
  'Europe/London',
  'America/Sao_Paulo',
];

/**
 * Where a demo clinic lies that is started at `nowMs`: at home while a clinic there has its day, else where it is morning. A day that is
 * running at night looks like no clinic, and loses its visits at midnight.
 */
export function zoneByDay(nowMs: number, home: string): string {
  const hourIn = (zone: string) => Number(clockAt(nowMs, zone).slice(0, 2));
  if (hourIn(home) >= 9 && hourIn(home) < 16) return home;
  return ZONES.find((zone) => hourIn(zone) >= 9 && hourIn(zone) < 13) ?? home;
}
