import type { Day } from './calendar-day.ts';
import type { Formats } from './formats.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The day that a person typed: `1992-03-12`, with the month as a word in either order (`12 Mar 1992`, `March 12, 1992`), or as three
 * numbers in the clinic's order (`12.3.1992`, `3/12/1992`). Undefined for what is no day, or not clear: a year has four digits, and
 * numbers in the other order are not turned round.
 */
export function parseDay(text: string, order: Formats['date']): Day | undefined {
  const typed = text.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (iso !== null) return dayOf(iso[1], iso[2], iso[3]);
  const numbers = /^(\d{1,2})\s*[./\s-]\s*(\d{1,2})\s*[./\s-]\s*(\d{4})$/.exec(typed);
  if (numbers !== null)
    return order === 'day-month' ? dayOf(numbers[3], numbers[2], numbers[1]) : dayOf(numbers[3], numbers[1], numbers[2]);
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[\s.,-]*([a-z]{3,9})[\s.,-]*(\d{4})$/i.exec(typed);
  if (dayFirst !== null) return dayOf(dayFirst[3], monthOf(dayFirst[2]), dayFirst[1]);
  const monthFirst = /^([a-z]{3,9})[\s.,-]*(\d{1,2})(?:st|nd|rd|th)?[\s.,-]+(\d{4})$/i.exec(typed);
  return monthFirst === null ? undefined : dayOf(monthFirst[3], monthOf(monthFirst[1]), monthFirst[2]);
}

/**
 * The time of day that a person typed, as `HH:MM`: `9:30`, `0930`, `14.30`, `2:30 pm`, `2 pm`. On a 12-hour clock a time before 13:00 needs am
 * or pm: `2:30` is read as two in the morning by one and in the afternoon by the next. A leading zero says that it is the morning.
 */
export function parseClock(text: string, clock: Formats['clock']): string | undefined {
  const found = /^(\d{1,2})(?:[:.h\s]?(\d{2}))?\s*([ap])?\.?(?:m\.?)?$/i.exec(text.trim());
  if (found === null) return undefined;
  const [, typedHour = '', typedMinute, half] = found;
  const [hour, minute] = [Number(typedHour), Number(typedMinute ?? 0)];
  if (minute > 59) return undefined;
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return undefined;
    return clockOf((hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0), minute);
  }
  if (typedMinute === undefined || hour > 23) return undefined;
  return clock === '12-hour' && hour >= 1 && hour <= 12 && !typedHour.startsWith('0') ? undefined : clockOf(hour, minute);
}

const clockOf = (hour: number, minute: number) => `${two(hour)}:${two(minute)}`;
const two = (value: number) => String(value).padStart(2, '0');

/** The number of a month by its word, or by the first three letters of it; empty for another word. */
function monthOf(word = ''): string {
  const full = [
    'january',
    'february',
    'march',
    'april',
    'may',
    'june',
    'july',
    'august',
    'september',
    'october',
    'november',
    'december',
  ];
  const small = word.toLowerCase();
  const at = full.findIndex((month, number) => month === small || MONTHS[number] === small || (small === 'sept' && number === 8));
  return at < 0 ? '' : String(at + 1);
}

/** Only days that are in the calendar. */
function dayOf(year = '', month = '', date = ''): Day | undefined {
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const at = new Date(`${day}T12:00:00.000Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === day ? day : undefined;
}
