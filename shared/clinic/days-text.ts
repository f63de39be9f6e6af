import type { Day } from './calendar-day.ts';
import { dateText, dayText } from './day-text.ts';
import type { Formats } from './formats.ts';

/** The days from one to another: `1 to 22 Nov 2026`, `Nov 1 to 22, 2026`, `24 Oct to 22 Nov 2026`. */
export function daysText(from: Day, to: Day, order: Formats['date']): string {
  if (from === to) return dateText(to, order);
  if (from.slice(0, 4) !== to.slice(0, 4)) return `${dateText(from, order)} to ${dateText(to, order)}`;
  if (from.slice(0, 7) !== to.slice(0, 7)) return `${dayText(from, order)} to ${dateText(to, order)}`;
  const [first, last] = [String(Number(from.slice(8))), String(Number(to.slice(8)))];
  return order === 'day-month' ? `${first} to ${dateText(to, order)}` : `${dayText(from, order)} to ${last}, ${to.slice(0, 4)}`;
}
