import type { HistoryDay } from '../../../../shared/wire/history.ts';

/** How much one bar stands for: so much that they stay wide enough to see. */
export type Span = 'day' | 'week' | 'month';

/** One bar: the days with visits of a span, added up. */
export interface Bundle {
  /** First day with visits in it. */
  readonly day: string;
  readonly sessions: number;
  readonly vitalsOnTimePercent: number | null;
  readonly high: number;
  readonly medium: number;
  readonly low: number;
}

const MOST_BARS = 46;
const DAY_MS = 86_400_000;

/** Days with visits, bundled so that at most about 46 bars remain; nothing is left out. */
export function bundled(days: readonly HistoryDay[]): { readonly span: Span; readonly bundles: readonly Bundle[] } {
  for (const span of ['day', 'week', 'month'] as const) {
    const bundles = bundle(days, span);
    if (bundles.length <= MOST_BARS || span === 'month') return { span, bundles };
  }
  return { span: 'month', bundles: [] };
}

function bundle(days: readonly HistoryDay[], span: Span): Bundle[] {
  const groups = new Map<string, HistoryDay[]>();
  for (const day of days) {
    const key = keyOf(day.day, span);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [day]);
    else group.push(day);
  }
  return [...groups.values()].map(added);
}

function keyOf(day: string, span: Span): string {
  if (span === 'day') return day;
  if (span === 'month') return day.slice(0, 7);
  // Weeks begin on Monday; 1 January 1970 was a Thursday.
  return String(Math.floor((Date.parse(`${day}T12:00:00.000Z`) / DAY_MS + 3) / 7));
}

function added(group: readonly HistoryDay[]): Bundle {
  const sum = (of: (day: HistoryDay) => number) => group.reduce((total, day) => total + of(day), 0);
  const measured = group.filter(({ vitalsOnTimePercent }) => vitalsOnTimePercent !== null);
  const weight = measured.reduce((total, { sessions }) => total + sessions, 0);
  const onTime = measured.reduce((total, { vitalsOnTimePercent, sessions }) => total + (vitalsOnTimePercent ?? 0) * sessions, 0);
  return {
    day: group[0]?.day ?? '',
    sessions: sum(({ sessions }) => sessions),
    vitalsOnTimePercent: weight === 0 ? null : onTime / weight,
    high: sum(({ alarmsHigh }) => alarmsHigh),
    medium: sum(({ alarmsMedium }) => alarmsMedium),
    low: sum(({ alarmsLow }) => alarmsLow),
  };
}
