import { expect, it } from 'vitest';
import { BURSTS, HARMONICS, PITCH_HZ } from './bursts.ts';

/** Gaps between the end of a pulse and the beginning of the next, in ms. */
const gapsOf = (priority: 'high' | 'medium') => {
  const pulses = BURSTS[priority]?.pulses ?? [];
  return pulses
    .slice(1)
    .map(({ at }, index) => Math.round(1_000 * (at - (pulses[index]?.at ?? 0) - (pulses[index]?.lasts ?? 0))));
};
const within = (value: number, least: number, most: number) => value >= least && value <= most;

it('[UI171] high is three and two pulses, twice; medium three slower ones; low is silent', () => {
  expect(BURSTS.high?.pulses).toHaveLength(10);
  expect(BURSTS.medium?.pulses).toHaveLength(3);
  expect(BURSTS.low).toBeUndefined();
  expect(BURSTS.high?.pulses.every(({ lasts }) => within(lasts, 0.075, 0.2))).toBe(true);
  expect(BURSTS.medium?.pulses.every(({ lasts }) => within(lasts, 0.125, 0.25))).toBe(true);
  const [one, two, group, three, again, ...second] = gapsOf('high');
  expect([one, two, three].every((gap) => within(gap ?? 0, 50, 125))).toBe(true);
  // Between the groups: twice the gap and a pulse.
  expect(group).toBe(350);
  expect(within(again ?? 0, 350, 1_300)).toBe(true);
  expect(second).toEqual([one, two, group, three]);
  expect(gapsOf('medium').every((gap) => within(gap, 125, 250))).toBe(true);
});

it('[UI171] bursts come again, sooner once nobody has answered, and never into one another', () => {
  for (const [priority, most] of [
    ['high', 15],
    ['medium', 30],
  ] as const) {
    const { pulses, every, everyUnanswered } = BURSTS[priority]!;
    const last = pulses.at(-1)!;
    expect(everyUnanswered).toBeLessThan(every);
    expect(within(everyUnanswered - last.at - last.lasts, 2.5, most)).toBe(true);
    expect(within(every - last.at - last.lasts, 2.5, most)).toBe(true);
  }
});

it('[UI171] each pulse has a fundamental of 150 to 1,000 Hz and four overtones or more up to 4,000 Hz, within 15 dB', () => {
  expect(within(PITCH_HZ, 150, 1_000)).toBe(true);
  const heard = HARMONICS.filter(({ times, level }) => within(PITCH_HZ * times, 300, 4_000) && 20 * Math.log10(level) >= -15);
  expect(heard.length).toBeGreaterThanOrEqual(4);
});
