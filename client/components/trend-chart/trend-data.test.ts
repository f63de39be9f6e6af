import { describe, expect, test } from 'vitest';
import { domainFor, LANE_BANDS, timeTicks } from './lane-scale.ts';
import { runsOf } from './trend-data.ts';
import { clustered } from './trend-markers.ts';

const MIN = 60_000;
const points = (...minutes: number[]) => minutes.map((minute) => ({ atMs: minute * MIN, value: 120 }));

describe('the trend', () => {
  test('[UI62] a gap stays a gap: no line across a stretch longer than twice the interval', () => {
    const runs = runsOf(points(0, 10, 20, 41, 51, 71), () => 20 * MIN);
    expect(runs.map((run) => run.map(({ atMs }) => atMs / MIN))).toEqual([
      [0, 10, 20],
      [41, 51, 71],
    ]);
    expect(runsOf([], () => 20 * MIN)).toEqual([]);
  });

  test('[UI62] the interval of the time counts: recovery readings may be further apart', () => {
    const runs = runsOf(points(0, 10, 40, 70), (atMs) => (atMs >= 40 * MIN ? 30 : 20) * MIN);
    expect(runs.map((run) => run.length)).toEqual([2, 2]);
  });

  test('[UI63] each lane has its band of one plot, and a value stands where its scale says', () => {
    const [low, high] = domainFor(LANE_BANDS.heartRate, 40, 130);
    const shareFromTop = (value: number) => (high - value) / (high - low);
    expect(shareFromTop(130)).toBeCloseTo(LANE_BANDS.heartRate.top);
    expect(shareFromTop(40)).toBeCloseTo(LANE_BANDS.heartRate.bottom);
  });

  test('[UI63] the time axis has round ticks, and no more than fit', () => {
    const ticks = timeTicks(3 * MIN, 58 * MIN, 6);
    expect(ticks.map((at) => at / MIN)).toEqual([10, 20, 30, 40, 50]);
  });

  test('[UI64] event markers that would cover each other become one with a count', () => {
    const markers = [0, 1, 9, 30].map((minute) => ({ atMs: minute * MIN, kind: 'note' as const, words: 'Note' }));
    expect(clustered(markers, (atMs) => (atMs / MIN) * 10, 24).map((cluster) => cluster.length)).toEqual([2, 1, 1]);
  });
});
