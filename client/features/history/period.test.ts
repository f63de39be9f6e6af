import { describe, expect, it } from 'vitest';
import { periodBefore, periodOf, periodText } from './period.ts';

const TODAY = '2026-11-24';

describe('periods', () => {
  it('[UI96] ranges count back from today, today included', () => {
    expect(periodOf({ range: '7d' }, TODAY)).toEqual({ from: '2026-11-18', to: TODAY });
    expect(periodOf({}, TODAY)).toEqual({ from: '2026-10-26', to: TODAY });
    expect(periodOf({ range: '90d' }, TODAY)).toEqual({ from: '2026-08-27', to: TODAY });
    expect(periodOf({ range: 'month' }, TODAY)).toEqual({ from: '2026-11-01', to: TODAY });
    expect(periodOf({ range: 'year' }, TODAY)).toEqual({ from: '2026-01-01', to: TODAY });
    expect(periodOf({ range: 'all' }, TODAY)).toEqual({});
    expect(periodOf({ range: '7d', from: '2026-01-05', to: '2026-01-09' }, TODAY)).toEqual({
      from: '2026-01-05',
      to: '2026-01-09',
    });
  });

  it('[UI96] compares with as many days just before, a month with the same part of the month before', () => {
    expect(periodBefore({ from: '2026-11-18', to: TODAY }, false)).toEqual({ from: '2026-11-11', to: '2026-11-17' });
    expect(periodBefore({ from: TODAY, to: TODAY }, false)).toEqual({ from: '2026-11-23', to: '2026-11-23' });
    expect(periodBefore({ from: '2026-03-01', to: '2026-03-31' }, true)).toEqual({ from: '2026-02-01', to: '2026-02-28' });
    expect(periodBefore({}, false)).toBeUndefined();
    expect(periodBefore({ from: TODAY }, false)).toBeUndefined();
    expect(periodBefore({ from: TODAY, to: '2026-11-01' }, false)).toBeUndefined();
  });

  it('[UI96] says the days in words', () => {
    expect(periodText({ from: '2026-11-01', to: TODAY }, 'day-month')).toBe('1 to 24 Nov 2026');
    expect(periodText({ from: '2026-10-26', to: TODAY }, 'day-month')).toBe('26 Oct to 24 Nov 2026');
    expect(periodText({ from: '2025-12-01', to: '2026-01-05' }, 'day-month')).toBe('1 Dec 2025 to 5 Jan 2026');
    expect(periodText({ from: TODAY, to: TODAY }, 'day-month')).toBe('24 Nov 2026');
    expect(periodText({}, 'day-month')).toBe('All time');
    expect(periodText({ to: TODAY }, 'day-month')).toBe('until 24 Nov 2026');
    expect(periodText({ from: TODAY }, 'day-month')).toBe('since 24 Nov 2026');
  });
});
