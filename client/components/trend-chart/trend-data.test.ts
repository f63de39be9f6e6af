import { describe, expect, test } from 'vitest';
import { bandsOf, domainFor, LANE_BANDS, LANES, timeTicks } from './lane-scale.ts';
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
    const band = LANE_BANDS.get('heartRate') ?? { top: Number.NaN, bottom: Number.NaN };
    const [low, high] = domainFor(band, 40, 130);
    const shareFromTop = (value: number) => (high - value) / (high - low);
    expect(shareFromTop(130)).toBeCloseTo(band.top);
    expect(shareFromTop(40)).toBeCloseTo(band.bottom);
  });

  test('[UI63] the lanes fill the plot from top to bottom, also when there is one more', () => {
    const three = LANES.slice(0, 3);
    expect([...bandsOf(three).values()].map(({ top, bottom }) => [top, bottom].map((share) => Number(share.toFixed(3))))).toEqual(
      [
        [0, 0.51],
        [0.6, 0.8],
        [0.83, 1],
      ],
    );
    const more = bandsOf([...three, { name: 'another', share: 0.2, gapAbove: 0.05 }]);
    expect(more.get('another')?.bottom).toBeCloseTo(1);
    expect(more.get('bloodPressure')?.bottom).toBeCloseTo(0.51 / 1.25);
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
