import { HOUR_MS } from '../../shared/units.ts';

/** A calendar day of the clinic, `YYYY-MM-DD`. */
export type Day = string;

/** The clinic's calendar day at an instant (ms since the Unix epoch), in an IANA time zone. */
export function dayAt(ms: number, timeZone: string): Day {
  const { year, month, day } = partsAt(ms, timeZone);
  return `${year}-${month}-${day}`;
}

/** The instant (ms) at which the clinic's clock shows `hour` (fractions allowed: 8.25 is 08:15) on a day. */
export function timeOn(day: Day, hour: number, timeZone: string): number {
  const wall = Date.parse(`${day}T00:00:00.000Z`) + Math.round(hour * HOUR_MS);
  const guess = wall - offsetAt(wall, timeZone);
  // The clocks may have changed between the two.
  return wall - offsetAt(guess, timeZone);
}

/** Monday to Friday before `day`, oldest first; `weeks` weeks back. */
export function weekdaysBefore(day: Day, weeks: number): Day[] {
  const noon = Date.parse(`${day}T12:00:00.000Z`);
  const days: Day[] = [];
  for (let back = weeks * 7; back >= 1; back--) {
    const date = new Date(noon - back * 24 * HOUR_MS);
    if (date.getUTCDay() !== 0 && date.getUTCDay() !== 6) days.push(date.toISOString().slice(0, 10));
  }
  return days;
}

/** Whole days from one day to another. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T12:00:00.000Z`) - Date.parse(`${from}T12:00:00.000Z`)) / (24 * HOUR_MS));
}

function offsetAt(ms: number, timeZone: string): number {
  const { year, month, day, hour, minute, second } = partsAt(ms, timeZone);
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`) - Math.floor(ms / 1000) * 1000;
}

const FIELDS = ['year', 'month', 'day', 'hour', 'minute', 'second'] as const;
const formats = new Map<string, Intl.DateTimeFormat>();

function partsAt(ms: number, timeZone: string): Record<(typeof FIELDS)[number], string> {
  const format = formats.get(timeZone) ?? newFormat(timeZone);
  const parts = format.formatToParts(ms);
  const field = (type: (typeof FIELDS)[number]) => parts.find((part) => part.type === type)?.value ?? '00';
  return {
    year: field('year'),
    month: field('month'),
    day: field('day'),
    hour: field('hour'),
    minute: field('minute'),
    second: field('second'),
  };
}

function newFormat(timeZone: string): Intl.DateTimeFormat {
  const two = '2-digit';
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: two,
    day: two,
    hour: two,
    minute: two,
    second: two,
    hourCycle: 'h23',
  });
  formats.set(timeZone, format);
  return format;
}
