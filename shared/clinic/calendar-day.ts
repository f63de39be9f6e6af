import { HOUR_MS, MINUTE_MS } from '../units.ts';

/** A calendar day of the clinic, `YYYY-MM-DD`. */
export type Day = string;

const DAY_MS = 24 * HOUR_MS;

/** The clinic's calendar day at an instant (ms), in an IANA time zone. */
export function dayAt(ms: number, timeZone: string): Day {
  const { year, month, day } = partsAt(ms, timeZone);
  return `${year}-${month}-${day}`;
}

/** What the clinic's clock shows at an instant (ms): `08:15`. */
export function clockAt(ms: number, timeZone: string): string {
  const { hour, minute } = partsAt(ms, timeZone);
  return `${hour}:${minute}`;
}

/**
 * The instant (ms) at which the clinic's clock shows `clock` (`HH:MM`) on a day. A time that the clocks skip in spring is
 * the same time an hour on; one that comes twice in autumn is the first.
 */
export function instantAt(day: Day, clock: string, timeZone: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  const wall = Date.parse(`${day}T00:00:00.000Z`) + hour * HOUR_MS + minute * MINUTE_MS;
  const earlier = wall - offsetAt(wall - DAY_MS, timeZone);
  const later = wall - offsetAt(wall + DAY_MS, timeZone);
  const reads = (ms: number) => ms + offsetAt(ms, timeZone) === wall;
  const [first, second] = earlier <= later ? [earlier, later] : [later, earlier];
  if (reads(first)) return first;
  return reads(second) ? second : earlier;
}

/** The instant (ms) at which a day begins; where midnight is skipped, with the first moment that carries its name. */
export const startOfDay = (day: Day, timeZone: string): number => instantAt(day, '00:00', timeZone);

/** The day so many days later, or earlier when negative. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T12:00:00.000Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from one day to another: 0 when they are the same. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T12:00:00.000Z`) - Date.parse(`${from}T12:00:00.000Z`)) / DAY_MS);
}

/** Whole years from one day to another: the age of somebody born on the first. */
export function yearsBetween(from: Day, to: Day): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}

/** The same day of the month before, or its last day where that month is shorter. */
export function monthBefore(day: Day): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1, 0));
  const there = new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(date, last.getUTCDate())));
  return there.toISOString().slice(0, 10);
}

/** Minutes are enough: no zone in use has seconds. */
function offsetAt(ms: number, timeZone: string): number {
  const { year, month, day, hour, minute } = partsAt(ms, timeZone);
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:00.000Z`) - Math.floor(ms / MINUTE_MS) * MINUTE_MS;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** By parts: how a language orders and joins them differs between browsers. */
function partsAt(ms: number, timeZone: string): Record<'year' | 'month' | 'day' | 'hour' | 'minute', string> {
  const format = formats.get(timeZone) ?? newFormat(timeZone);
  const parts = { year: '', month: '', day: '', hour: '', minute: '' };
  for (const { type, value } of format.formatToParts(ms)) if (type in parts) parts[type as keyof typeof parts] = value;
  return parts;
}

function newFormat(timeZone: string): Intl.DateTimeFormat {
  const two = '2-digit';
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: two,
    day: two,
    hour: two,
    minute: two,
    hourCycle: 'h23',
  });
  formats.set(timeZone, format);
  return format;
}
