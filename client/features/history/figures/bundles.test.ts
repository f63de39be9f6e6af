import { describe, expect, it } from 'vitest';
import { addDays } from '../../../../shared/clinic/calendar-day.ts';
import type { HistoryDay } from '../../../../shared/wire/history.ts';
import { bundled } from './bundles.ts';

const days = (number: number): HistoryDay[] =>
  Array.from({ length: number }, (_, index) => ({
    day: addDays('2024-01-01', index),
    sessions: 1 + (index % 4),
    vitalsOnTimePercent: index % 5 === 0 ? null : 90,
    alarmsHigh: index % 3,
    alarmsMedium: 1,
    alarmsLow: 2,
  }));

describe('bars', () => {
  it.each([
    [22, 'day', 22],
    [46, 'day', 46],
    [47, 'week', 7],
    [300, 'week', 43],
    [900, 'month', 30],
  ] as const)('[UI97] %i days are shown by %s, all of them', (number, span, bars) => {
    const all = days(number);
    const { span: shown, bundles } = bundled(all);
    expect([shown, bundles.length]).toEqual([span, bars]);
    for (const [of, from] of [
      ['sessions', 'sessions'],
      ['high', 'alarmsHigh'],
      ['medium', 'alarmsMedium'],
      ['low', 'alarmsLow'],
    ] as const)
      expect(bundles.reduce((sum, bundle) => sum + bundle[of], 0)).toBe(all.reduce((sum, day) => sum + day[from], 0));
  });

  it('[UI97] weeks begin on Monday, and nothing measured stays nothing', () => {
    const { bundles } = bundled(days(60));
    expect(bundles.map(({ day }) => new Date(`${day}T12:00:00Z`).getUTCDay())).toEqual(bundles.map(() => 1));
    expect(bundled([{ ...days(1)[0]!, vitalsOnTimePercent: null }]).bundles[0]?.vitalsOnTimePercent).toBeNull();
    expect(bundled([]).bundles).toEqual([]);
  });
});
