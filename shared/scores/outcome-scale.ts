/** Totals from `from` to `to` (both included) and what the source calls them. */
export interface Band {
  readonly from: number;
  readonly to: number;
  readonly label: string;
}

/** Whether a total must be shown to a person at once. Without the items it may not be known: that is not "none". */
export type OutcomeAlert = 'alert' | 'not-known' | 'none';

type Items = readonly number[] | undefined;

/** A group of items with its sum, `B` 12. */
export interface OutcomePart {
  readonly label: string;
  readonly value: number;
}

/** A scale answered over the course of a series. Lower is better on all of them. */
export interface OutcomeScale<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  readonly about: string;
  readonly min: number;
  readonly max: number;
  /** How many items, and the values of each; absent where only the total may be kept. */
  readonly items?: { readonly count: number; readonly min: number; readonly max: number };
  /** The total that items make; the sum where absent. */
  readonly totalOf?: (items: readonly number[]) => number;
  readonly bands: readonly Band[];
  /** The band where items say more than the total does; absent where the total says it all. */
  readonly bandOf?: (total: number, items: Items) => string | undefined;
  /** Sums of groups of items that are read by themselves, in the order of the scale. */
  readonly partsOf?: (items: readonly number[]) => readonly OutcomePart[];
  /** Points of change that are more than chance, and that matter to the patient. */
  readonly reliablePoints?: number;
  readonly meaningfulPoints?: number;
  /** Drop from the baseline, in percent, that makes a responder or a partial one. */
  readonly responsePercent?: number;
  readonly partialPercent?: number;
  /** The highest total that counts as remission. */
  readonly remissionMax?: number;
  readonly alert?: { readonly label: string; readonly of: (total: number, items: Items) => OutcomeAlert };
}

/** The band of a result, or `undefined` where the scale has none. */
export function bandOf(scale: OutcomeScale, total: number, items?: readonly number[]): string | undefined {
  if (scale.bandOf !== undefined) return scale.bandOf(total, items);
  return scale.bands.find(({ from, to }) => total >= from && total <= to)?.label;
}

/** Whether a total alerts. Items are the answers in the order of the scale, when they were kept. */
export function alertOf(scale: OutcomeScale, total: number, items?: readonly number[]): OutcomeAlert {
  return scale.alert?.of(total, items) ?? 'none';
}

/** What is wrong with a total and its items, in a sentence; `undefined` when they fit the scale and each other. */
export function validateOutcome(scale: OutcomeScale, total: number, items?: readonly number[]): string | undefined {
  if (!isWhole(total, scale.min, scale.max)) return `${scale.label} must be a whole number from ${scale.min} to ${scale.max}`;
  if (items === undefined) return undefined;
  if (scale.items === undefined) return `Of ${scale.label} only the total is kept`;
  const { count, min, max } = scale.items;
  if (items.length !== count) return `${scale.label} has ${count} items`;
  if (!items.every((item) => isWhole(item, min, max)))
    return `Each item of ${scale.label} is a whole number from ${min} to ${max}`;
  const made = scale.totalOf?.(items) ?? items.reduce((sum, item) => sum + item, 0);
  return made === total ? undefined : `The items of ${scale.label} do not make this total`;
}

export type OutcomeMark = 'remitter' | 'responder' | 'partial-responder';

/** Change of a total since the baseline of the series. */
export interface OutcomeChange {
  /** Negative when the total fell, which is better. */
  readonly points: number;
  /** Absent when the baseline was 0. */
  readonly percent?: number;
  readonly direction: 'better' | 'same' | 'worse';
  /** Whether the change is big enough to count, in either direction; absent when it isn't or the scale has no such number. */
  readonly counts?: 'reliable' | 'meaningful';
  /** Absent without an improvement that the scale has a name for. */
  readonly mark?: OutcomeMark;
}

/**
 * Change from the series' baseline. A remitter ends in the remission range and did not begin there; a responder dropped by
 * the scale's percent. Both totals must be in the scale's range.
 */
export function outcomeChange(scale: OutcomeScale, baseline: number, total: number): OutcomeChange {
  const points = total - baseline;
  const counts = countsAs(scale, Math.abs(points));
  const mark = markOf(scale, baseline, total);
  return {
    points,
    direction: points < 0 ? 'better' : points > 0 ? 'worse' : 'same',
    ...(baseline === 0 ? {} : { percent: (points * 100) / baseline }),
    ...(counts === undefined ? {} : { counts }),
    ...(mark === undefined ? {} : { mark }),
  };
}

function countsAs({ reliablePoints, meaningfulPoints }: OutcomeScale, size: number): 'reliable' | 'meaningful' | undefined {
  if (meaningfulPoints !== undefined && size >= meaningfulPoints) return 'meaningful';
  return reliablePoints !== undefined && size >= reliablePoints ? 'reliable' : undefined;
}

function markOf(scale: OutcomeScale, baseline: number, total: number): OutcomeMark | undefined {
  const { remissionMax, responsePercent, partialPercent } = scale;
  const droppedBy = (percent: number | undefined) =>
    percent !== undefined && total < baseline && (baseline - total) * 100 >= percent * baseline;
  if (remissionMax !== undefined && baseline > remissionMax && total <= remissionMax) return 'remitter';
  if (droppedBy(responsePercent)) return 'responder';
  return droppedBy(partialPercent) ? 'partial-responder' : undefined;
}

function isWhole(value: number, min: number, max: number): boolean {
  return Number.isInteger(value) && value >= min && value <= max;
}
