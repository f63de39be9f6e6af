import { addDays, type Day, instantAt } from '../../shared/clinic/calendar-day.ts';
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
