import type { Day } from './calendar-day.ts';
import type { Formats } from './formats.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;

type Order = Formats['date'];

/** `24 Nov`, `Nov 24`: the month is a word, so that no reader takes one number for the other. */
export function dayText(day: Day, order: Order): string {
  const [month, date] = [MONTHS[Number(day.slice(5, 7)) - 1] ?? '', String(Number(day.slice(8, 10)))];
  return order === 'day-month' ? `${date} ${month}` : `${month} ${date}`;
}

/** `24 Nov 2026`, `Nov 24, 2026` */
export const dateText = (day: Day, order: Order): string =>
  `${dayText(day, order)}${order === 'day-month' ? '' : ','} ${day.slice(0, 4)}`;

/** `Tue 24 Nov`, `Tue Nov 24` */
export const weekdayText = (day: Day, order: Order): string =>
  `${WEEKDAYS[new Date(`${day}T12:00:00.000Z`).getUTCDay()] ?? ''} ${dayText(day, order)}`;

/** A time of the day, `HH:MM` or `HH:MM:SS`, as the clinic's clock shows it: `14:34`, `2:34 pm`. */
export function clockText(time: string, clock: Formats['clock']): string {
  if (clock === '24-hour') return time;
  const hour = Number(time.slice(0, 2));
  return `${hour % 12 === 0 ? 12 : hour % 12}${time.slice(2)} ${hour < 12 ? 'am' : 'pm'}`;
}
