import { addDays, type Day, daysBetween, monthBefore } from '../../../shared/clinic/calendar-day.ts';
import { dateText } from '../../../shared/clinic/day-text.ts';
import { daysText } from '../../../shared/clinic/days-text.ts';
import type { Formats } from '../../../shared/clinic/formats.ts';

export const RANGES = ['7d', '30d', '90d', 'month', 'year', 'all'] as const;
export type Range = (typeof RANGES)[number];

export const RANGE_LABEL: Readonly<Record<Range, string>> = {
  '7d': 'Last 7 days',
  '30d': 'Last 30 days',
  '90d': 'Last 90 days',
  month: 'This month',
  year: 'This year',
  all: 'All time',
};

/** What an address without a range means. */
export const DEFAULT_RANGE: Range = '30d';

/** Days of the clinic, both included. An end that is missing is open. */
export interface Period {
  readonly from?: Day;
  readonly to?: Day;
}

/** The days that an address stands for; a range counts back from `today`. */
export function periodOf({ range, from, to }: Period & { readonly range?: Range }, today: Day): Period {
  if (from !== undefined || to !== undefined)
    return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  switch (range ?? DEFAULT_RANGE) {
    case '7d':
      return { from: addDays(today, -6), to: today };
    case '30d':
      return { from: addDays(today, -29), to: today };
    case '90d':
      return { from: addDays(today, -89), to: today };
    case 'month':
      return { from: `${today.slice(0, 8)}01`, to: today };
    case 'year':
      return { from: `${today.slice(0, 5)}01-01`, to: today };
    case 'all':
      return {};
  }
}

/**
 * The days to compare with: the same part of the month before for a month up to today, else as many days just before.
 * `undefined` when an end is open.
 */
export function periodBefore({ from, to }: Period, isMonth: boolean): Required<Period> | undefined {
  if (from === undefined || to === undefined || to < from) return undefined;
  if (isMonth) return { from: monthBefore(from), to: monthBefore(to) };
  const days = daysBetween(from, to) + 1;
  return { from: addDays(from, -days), to: addDays(from, -1) };
}

/** A period in words: `24 Oct to 22 Nov 2026`, `1 to 22 Nov 2026`, `since 1 Oct 2026`, `all time`. */
export function periodText({ from, to }: Period, order: Formats['date']): string {
  if (from === undefined && to === undefined) return 'All time';
  if (to === undefined) return `since ${dateText(from ?? '', order)}`;
  if (from === undefined) return `until ${dateText(to, order)}`;
  return daysText(from, to, order);
}
