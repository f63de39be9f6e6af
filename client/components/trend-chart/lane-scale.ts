/** Where a lane stands in the plot: fractions of its height from the top. */
export interface LaneBand {
  readonly top: number;
  readonly bottom: number;
}

/** Share of the plot that each lane takes, top to bottom. The word at the end of the infusion stands between the first two. */
export const LANE_BANDS = {
  bloodPressure: { top: 0, bottom: 0.51 },
  heartRate: { top: 0.6, bottom: 0.8 },
  spo2: { top: 0.83, bottom: 1 },
} as const satisfies Record<string, LaneBand>;

/**
 * The domain of a y axis over the whole plot that puts the values `from`…`to` into one band of it, so that several lanes
 * share one chart and one time axis.
 */
export function domainFor({ top, bottom }: LaneBand, from: number, to: number): [number, number] {
  const perShare = (to - from) / (bottom - top);
  return [from - (1 - bottom) * perShare, to + top * perShare];
}

/** Whole steps for the ticks of a time axis: the smallest that gives at most `most` ticks. */
export function timeTicks(fromMs: number, toMs: number, most: number): number[] {
  const minutes = [5, 10, 15, 20, 30, 60, 120, 240].find((step) => (toMs - fromMs) / (step * 60_000) <= most) ?? 480;
  const stepMs = minutes * 60_000;
  const ticks: number[] = [];
  for (let at = Math.ceil(fromMs / stepMs) * stepMs; at <= toMs; at += stepMs) ticks.push(at);
  return ticks;
}
