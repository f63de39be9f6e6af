import { keysOf } from '../record-of.ts';
import type { LimitUse, PadPage } from './signs.ts';

/** What one value of a scale means, in words. */
export interface Anchor {
  readonly value: number;
  readonly label: string;
}

interface ScaleBase {
  readonly label: string;
  /** In a line of the timeline, before the number. */
  readonly short: string;
  readonly unit: string;
  readonly ucum: string;
  /** Absent where LOINC has no code for it. */
  readonly loinc?: string;
  /** Range of the whole number, or of the total. */
  readonly min: number;
  readonly max: number;
  readonly pad: { readonly page: PadPage; readonly place: number };
  readonly limits: LimitUse | false;
}

/** A scale of one whole number, each of which has words of its own. */
interface AnchoredRow extends ScaleBase {
  /** The end of the scale that is well, beside its name. */
  readonly best: string;
  /** In the order in which they are offered. */
  readonly anchors: readonly Anchor[];
}

/** A scale of several items whose total counts. Their texts are not free: numbers only. */
interface ItemsRow extends ScaleBase {
  readonly items: { readonly numbers: readonly number[]; readonly words: readonly string[] };
  readonly askedAtMin: number;
}

export type ScaleRow = AnchoredRow | ItemsRow;

const score = { unit: '', ucum: '{score}' } as const;
const WATCHED = { alarms: true, holds: true, discharges: true } as const;

/**
 * What is observed on a scale, in the order in which it is said. Anchors: clinical tables "Scores" (read in the source), unless
 * said otherwise. CONTRIBUTING.md has what else a new row wants.
 */
export const SCALES = {
  /** Modified Observer's Assessment of Alertness/Sedation. */
  moaas: {
    ...score,
    label: 'MOAA/S',
    short: 'MOAA/S',
    min: 0,
    max: 5,
    pad: { page: 'chair', place: 1 },
    best: '5 = alert',
    anchors: [
      { value: 5, label: 'answers readily to name' },
      { value: 4, label: 'lethargic answer to name' },
      { value: 3, label: 'only when called loudly or repeatedly' },
      { value: 2, label: 'only after mild prodding' },
      { value: 1, label: 'only after trapezius squeeze' },
      { value: 0, label: 'no response' },
    ],
    limits: WATCHED,
  },
  /** Richmond Agitation-Sedation Scale. */
  rass: {
    ...score,
    label: 'RASS',
    short: 'RASS',
    min: -5,
    max: 4,
    pad: { page: 'more', place: 2 },
    best: '0 = calm',
    anchors: [
      { value: 4, label: 'combative' },
      { value: 3, label: 'very agitated' },
      { value: 2, label: 'agitated' },
      { value: 1, label: 'restless' },
      { value: 0, label: 'alert and calm' },
      { value: -1, label: 'drowsy, eye contact more than 10 s' },
      { value: -2, label: 'eye contact less than 10 s' },
      { value: -3, label: 'moves to voice, no eye contact' },
      { value: -4, label: 'only to touch' },
      { value: -5, label: 'unrousable' },
    ],
    limits: WATCHED,
  },
  /** As the nurse sees it. */
  dissociation: {
    ...score,
    label: 'Dissociation',
    short: 'Diss.',
    min: 0,
    max: 4,
    pad: { page: 'chair', place: 2 },
    best: '0 = none',
    anchors: [
      { value: 0, label: 'none' },
      { value: 1, label: 'mild' },
      { value: 2, label: 'moderate' },
      { value: 3, label: 'significant' },
      { value: 4, label: 'severe' },
    ],
    limits: WATCHED,
  },
  /** Source: common knowledge, to be confirmed by a clinician before use. */
  nausea: {
    ...score,
    label: 'Nausea',
    short: 'Nausea',
    min: 0,
    max: 4,
    pad: { page: 'chair', place: 3 },
    best: '0 = none',
    anchors: [
      { value: 0, label: 'none' },
      { value: 1, label: 'mild' },
      { value: 2, label: 'moderate' },
      { value: 3, label: 'severe or retching' },
      { value: 4, label: 'vomiting' },
    ],
    limits: WATCHED,
  },
  /** As the patient says it. Words by the usual grouping: 1–3 mild, 4–6 moderate, 7–10 severe; to be confirmed by a clinician. */
  pain: {
    ...score,
    label: 'Pain',
    short: 'Pain',
    unit: 'NRS',
    loinc: '72514-3',
    min: 0,
    max: 10,
    pad: { page: 'more', place: 1 },
    best: '0 = none',
    anchors: [
      { value: 0, label: 'no pain' },
      { value: 1, label: 'mild' },
      { value: 2, label: 'mild' },
      { value: 3, label: 'mild' },
      { value: 4, label: 'moderate' },
      { value: 5, label: 'moderate' },
      { value: 6, label: 'moderate' },
      { value: 7, label: 'severe' },
      { value: 8, label: 'severe' },
      { value: 9, label: 'severe' },
      { value: 10, label: 'worst imaginable' },
    ],
    limits: { ...WATCHED, asBefore: true },
  },
  /** Six items of the Clinician-Administered Dissociative States Scale, by their numbers there. */
  cadss6: {
    ...score,
    label: 'CADSS-6',
    short: 'CADSS-6',
    min: 0,
    max: 24,
    pad: { page: 'more', place: 3 },
    items: { numbers: [1, 2, 6, 7, 15, 22], words: ['not at all', 'mildly', 'moderately', 'severely', 'extremely'] },
    askedAtMin: 40,
    limits: WATCHED,
  },
} as const satisfies Record<string, ScaleRow>;

type AnyScale = keyof typeof SCALES;
/** A scale whose total is made of items. */
export type ItemScale = { [S in AnyScale]: (typeof SCALES)[S] extends ItemsRow ? S : never }[AnyScale];
/** A scale of one number. */
export type Scale = Exclude<AnyScale, ItemScale>;

const isItemScale = (scale: AnyScale): scale is ItemScale => 'items' in SCALES[scale];
export const ITEM_SCALE_NAMES: readonly ItemScale[] = keysOf(SCALES).filter(isItemScale);
export const SCALE_NAMES: readonly Scale[] = keysOf(SCALES).filter((scale): scale is Scale => !isItemScale(scale));

/** The words of a value, or `undefined` when the scale has no such value. */
export function anchorOf({ anchors }: { readonly anchors: readonly Anchor[] }, value: number): string | undefined {
  return anchors.find((anchor) => anchor.value === value)?.label;
}

/** The highest value of one item; the lowest is 0. */
export const itemMax = ({ items }: ItemsRow): number => items.words.length - 1;

/** The total of a scale of items, or `undefined` unless each has one of its whole numbers. */
export function itemsTotal(scale: ItemScale, answers: readonly number[]): number | undefined {
  const row: ItemsRow = SCALES[scale];
  const whole = answers.every((item) => Number.isInteger(item) && item >= 0 && item <= itemMax(row));
  return whole && answers.length === row.items.numbers.length ? answers.reduce((sum, item) => sum + item, 0) : undefined;
}

/** A value of a scale as it is read: with its sign where the scale has both. */
export const signed = ({ min }: { readonly min: number }, value: number, minus = '-'): string =>
  min < 0 && value > 0 ? `+${value}` : String(value).replace('-', minus);
