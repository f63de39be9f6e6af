import { expect, it } from 'vitest';
import { clockAt } from '../../shared/clinic/calendar-day.ts';
import { HOUR_MS } from '../../shared/units.ts';
import { zoneByDay } from './clinic-time.ts';

const JANUARY = Date.parse('2027-01-12T00:30:00.000Z');
const JULY = Date.parse('2027-07-12T00:30:00.000Z');

it('[DAY14] a demo is by day at whatever hour it is started, at home where it can be', () => {
  for (const from of [JANUARY, JULY])
    for (let hour = 0; hour < 24; hour += 1) {
      const now = from + hour * HOUR_MS;
      const shown = Number(clockAt(now, zoneByDay(now, 'Europe/Berlin')).slice(0, 2));
      expect(shown, `${hour}:30 UTC`).toBeGreaterThanOrEqual(9);
      expect(shown, `${hour}:30 UTC`).toBeLessThan(16);
    }
  expect(zoneByDay(JANUARY + 9 * HOUR_MS, 'Europe/Berlin')).toBe('Europe/Berlin');
});
