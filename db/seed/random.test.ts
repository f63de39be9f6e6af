import { expect, it } from 'vitest';
import { idSchema } from '../../shared/unit-schemas.ts';
import { timeOn, weekdaysBefore } from './clinic-time.ts';
import { randomOf } from './random.ts';
import { TimeQueue } from './time-queue.ts';

it('[DAY1] the same keys draw the same lots, whatever was drawn before', () => {
  const draw = () => {
    const lot = randomOf(7, 'visit', 'a');
    return [lot.next(), lot.int(1, 6), lot.normal(0, 1), lot.pick(['a', 'b', 'c']), lot.id(1_000)];
  };
  const first = draw();
  randomOf(7, 'visit', 'b').shuffled([1, 2, 3]);
  expect(draw()).toEqual(first);
  expect(randomOf(7, 'visit', 'b').next()).not.toBe(randomOf(7, 'visit', 'a').next());
  expect(randomOf(8, 'visit', 'a').next()).not.toBe(randomOf(7, 'visit', 'a').next());
});

it('[DAY1] lots are spread as they should be', () => {
  const lot = randomOf(7, 'spread');
  const lots = Array.from({ length: 4_000 }, () => lot.normal(10, 2));
  const mean = lots.reduce((sum, one) => sum + one, 0) / lots.length;
  expect(mean).toBeGreaterThan(9.8);
  expect(mean).toBeLessThan(10.2);
  expect(Math.min(...lots)).toBeGreaterThanOrEqual(4);
  expect(Math.max(...lots)).toBeLessThanOrEqual(16);
  const sides = Array.from({ length: 600 }, () => lot.int(1, 6));
  expect(new Set(sides)).toEqual(new Set([1, 2, 3, 4, 5, 6]));
  expect(lot.shuffled([1, 2, 3, 4]).sort()).toEqual([1, 2, 3, 4]);
  for (let n = 0; n < 50; n++) expect(idSchema.safeParse(lot.id(1_800_000_000_000)).success).toBe(true);
});

it('[DAY3] the clinic’s clock is right on the days when clocks change', () => {
  expect(new Date(timeOn('2026-03-27', 8, 'Europe/Berlin')).toISOString()).toBe('2026-03-27T07:00:00.000Z');
  expect(new Date(timeOn('2026-03-29', 8, 'Europe/Berlin')).toISOString()).toBe('2026-03-29T06:00:00.000Z');
  expect(new Date(timeOn('2026-11-01', 8.5, 'America/New_York')).toISOString()).toBe('2026-11-01T13:30:00.000Z');
  expect(weekdaysBefore('2026-11-24', 1)).toEqual(['2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20', '2026-11-23']);
});

it('[DAY2] what is due first is done first, and in the order in which it was put', () => {
  const queue = new TimeQueue<string>();
  const lot = randomOf(7, 'queue');
  const times = Array.from({ length: 200 }, () => lot.int(0, 50));
  for (const [n, atMs] of times.entries()) queue.put(atMs, `${atMs}/${n}`);
  const taken: string[] = [];
  for (let next = queue.take(40); next !== undefined; next = queue.take(40)) taken.push(next.item);
  const wanted = times
    .map((atMs, n) => ({ atMs, n }))
    .filter(({ atMs }) => atMs <= 40)
    .sort((a, b) => a.atMs - b.atMs || a.n - b.n);
  expect(taken).toEqual(wanted.map(({ atMs, n }) => `${atMs}/${n}`));
});
