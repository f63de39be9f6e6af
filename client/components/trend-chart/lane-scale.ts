import { type Lane, SIGN_NAMES, type Sign, signRow } from '../../../shared/session/signs.ts';

/** Where a lane stands in the plot: fractions of its height from the top. */
export interface LaneBand {
  readonly top: number;
  readonly bottom: number;
}

/** A band of the trend: a sign, or both numbers of a pair. */
export type LaneName = 'bloodPressure' | Sign;

/** The signs that have a lane, top to bottom; of a pair the first stands for both. */
export const LANES: readonly (Lane & { readonly name: LaneName; readonly sign: Sign })[] = SIGN_NAMES.flatMap((sign) => {
  const { lane, pair } = signRow(sign);
  return typeof lane === 'object' ? [{ ...lane, sign, name: pair ?? sign }] : [];
});

/** Share of the plot that each lane takes, top to bottom. The word at the end of the infusion stands between the first two. */
export const LANE_BANDS: ReadonlyMap<LaneName, LaneBand> = bandsOf(LANES);

/** Bands in their order, with the room that each wants, so that together they fill the plot. */
export function bandsOf<N extends string>(
  lanes: readonly (Pick<Lane, 'share' | 'gapAbove'> & { readonly name: N })[],
): Map<N, LaneBand> {
  const whole = lanes.reduce((sum, { share, gapAbove }) => sum + share + gapAbove, 0);
  const bands = new Map<N, LaneBand>();
  let from = 0;
  for (const { name, share, gapAbove } of lanes) {
    bands.set(name, { top: (from + gapAbove) / whole, bottom: (from + gapAbove + share) / whole });
    from += gapAbove + share;
  }
  return bands;
}

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
