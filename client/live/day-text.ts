import type { Day } from '../../shared/clinic/calendar-day.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;

/** `24 Nov` */
export const dayText = (day: Day): string => `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1] ?? ''}`;

/** `24 Nov 2026` */
export const dateText = (day: Day): string => `${dayText(day)} ${day.slice(0, 4)}`;

/** `Tue 24 Nov` */
export const weekdayText = (day: Day): string =>
  `${WEEKDAYS[new Date(`${day}T12:00:00.000Z`).getUTCDay()] ?? ''} ${dayText(day)}`;
