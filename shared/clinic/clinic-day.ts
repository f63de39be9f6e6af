import { HOUR_MS } from '../units.ts';

/** Milliseconds at which the day of `nowMs` began in a time zone (IANA name). Right on daylight-saving days too. */
export function startOfDay(nowMs: number, timeZone: string): number {
  return startOfCalendarDay(dayOf(nowMs, timeZone), timeZone);
}

/** The calendar day (`YYYY-MM-DD`) of an instant in a time zone. */
export function dayOf(ms: number, timeZone: string): string {
  const { year, month, day } = clockParts(ms, timeZone);
  return `${year}-${month}-${day}`;
}

/** Milliseconds at which a calendar day (`YYYY-MM-DD`) begins in a time zone. */
export function startOfCalendarDay(day: string, timeZone: string): number {
  const midnightUtc = Date.parse(`${day}T00:00:00.000Z`);
  let guess = midnightUtc - offsetAt(midnightUtc, timeZone);
  // The offset at the guess may differ from the one at midnight UTC when the clocks change in between.
  guess = midnightUtc - offsetAt(guess, timeZone);
  // Where midnight itself is skipped, the day begins with the first instant that carries its name.
  while (dayOf(guess, timeZone) < day) guess += HOUR_MS / 2;
  return guess;
}

function offsetAt(ms: number, timeZone: string): number {
  const { year, month, day, hour, minute, second } = clockParts(ms, timeZone);
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`) - Math.floor(ms / 1000) * 1000;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function clockParts(ms: number, timeZone: string): Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', string> {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(timeZone, format);
  }
  const parts = { year: '', month: '', day: '', hour: '', minute: '', second: '' };
  for (const { type, value } of format.formatToParts(ms)) if (type in parts) parts[type as keyof typeof parts] = value;
  return parts;
}
