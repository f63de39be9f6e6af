import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alertOf, bandOf, outcomeChange, validateOutcome } from './outcome-scale.ts';
import { OUTCOME_SCALES, type OutcomeScaleId } from './outcome-scales.ts';
import { PCL5 } from './pcl5.ts';

const SEED = { seed: 20261122 };
const ALL = Object.values(OUTCOME_SCALES);

/** Scale, total, band: both ends of each band. */
const BANDS: [OutcomeScaleId, number, string][] = [
  ['pcl5', 30, 'below the cut'],
  ['pcl5', 31, 'at the cut for provisional PTSD'],
  ['pcl5', 33, 'at the cut for provisional PTSD'],
  ['pcl5', 34, 'provisional PTSD'],
  ['ybocs', 7, 'subclinical'],
  ['ybocs', 8, 'mild'],
  ['ybocs', 15, 'mild'],
  ['ybocs', 16, 'moderate'],
  ['ybocs', 23, 'moderate'],
  ['ybocs', 24, 'severe'],
  ['ybocs', 31, 'severe'],
  ['ybocs', 32, 'extreme'],
  ['phq9', 4, 'minimal'],
  ['phq9', 5, 'mild'],
  ['phq9', 9, 'mild'],
  ['phq9', 10, 'moderate'],
  ['phq9', 14, 'moderate'],
  ['phq9', 15, 'moderately severe'],
  ['phq9', 19, 'moderately severe'],
  ['phq9', 20, 'severe'],
  ['gad7', 4, 'minimal'],
  ['gad7', 5, 'mild'],
  ['gad7', 10, 'moderate'],
  ['gad7', 15, 'severe'],
  ['madrs', 6, 'no symptoms'],
  ['madrs', 7, 'mild'],
  ['madrs', 19, 'mild'],
  ['madrs', 20, 'moderate'],
  ['madrs', 34, 'moderate'],
  ['madrs', 35, 'severe'],
  ['bdi2', 13, 'minimal'],
  ['bdi2', 14, 'mild'],
  ['bdi2', 20, 'moderate'],
  ['bdi2', 28, 'moderate'],
  ['bdi2', 29, 'severe'],
  ['cssrs', 0, 'no ideation'],
  ['cssrs', 2, 'low'],
  ['cssrs', 3, 'moderate'],
  ['cssrs', 4, 'high'],
];

describe('outcome scales', () => {
  it('[SCORE9] the ranges are those of the sources', () => {
    expect(ALL.map(({ id, min, max }) => [id, min, max])).toEqual([
      ['pcl5', 0, 80],
      ['ybocs', 0, 40],
      ['phq9', 0, 27],
      ['gad7', 0, 21],
      ['madrs', 0, 60],
      ['bdi2', 0, 63],
      ['cssrs', 0, 5],
      ['pain', 0, 10],
    ]);
  });

  it.each(ALL)('[SCORE9] $label refuses a total outside its range or between two numbers', (scale) => {
    expect(validateOutcome(scale, scale.min)).toBeUndefined();
    expect(validateOutcome(scale, scale.max)).toBeUndefined();
    for (const wrong of [scale.min - 1, scale.max + 1, 1.5, Number.NaN])
      expect(validateOutcome(scale, wrong)).toContain(scale.label);
  });

  it('[SCORE9] items must be as many as the scale has, in range, and make the total', () => {
    const { phq9, bdi2, cssrs } = OUTCOME_SCALES;
    expect(validateOutcome(phq9, 9, Array(9).fill(1))).toBeUndefined();
    expect(validateOutcome(phq9, 8, Array(9).fill(1))).toBe('The items of PHQ-9 do not make this total');
    expect(validateOutcome(phq9, 8, Array(8).fill(1))).toBe('PHQ-9 has 9 items');
    expect(validateOutcome(phq9, 12, [4, 1, 1, 1, 1, 1, 1, 1, 1])).toBe('Each item of PHQ-9 is a whole number from 0 to 3');
    expect(validateOutcome(bdi2, 21, Array(21).fill(1))).toBe('Of BDI-II only the total is kept');
    expect(validateOutcome(cssrs, 4, [1, 1, 0, 1, 0, 0])).toBeUndefined();
    expect(validateOutcome(cssrs, 0, [0, 0, 0, 0, 0, 1])).toBeUndefined();
    expect(validateOutcome(cssrs, 3, [1, 1, 0, 1, 0, 0])).toBeDefined();
  });

  it.each(BANDS)('[SCORE10] %s %d is %s', (id, total, label) => {
    expect(bandOf(OUTCOME_SCALES[id], total)).toBe(label);
  });

  it('[SCORE14] behaviour within three months makes the risk of C-SSRS high, whatever the ideation', () => {
    const { cssrs } = OUTCOME_SCALES;
    const ideation = (level: number) => Array.from({ length: 5 }, (_, place) => Number(place === level - 1));
    for (const level of [0, 1, 2, 3, 4, 5]) {
      expect(bandOf(cssrs, level, [...ideation(level), 1])).toBe('high');
      expect(bandOf(cssrs, level, [...ideation(level), 0])).toBe(bandOf(cssrs, level));
    }
  });

  it('[SCORE10] the bands cover each range without gap or overlap', () => {
    for (const scale of ALL.filter(({ bands }) => bands.length > 0)) {
      for (let total = scale.min; total <= scale.max; total += 1)
        expect(scale.bands.filter(({ from, to }) => total >= from && total <= to)).toHaveLength(1);
    }
    expect(bandOf(OUTCOME_SCALES.pain, 5)).toBeUndefined();
  });
});

describe('change over a series', () => {
  it.each([
    ['phq9', 20, 10, 'responder'],
    ['phq9', 20, 11, undefined],
    ['phq9', 20, 4, 'remitter'],
    ['phq9', 4, 2, 'responder'],
    ['phq9', 3, 4, undefined],
    ['madrs', 30, 15, 'responder'],
    ['madrs', 30, 16, undefined],
    ['madrs', 30, 10, 'responder'],
    ['madrs', 30, 9, 'remitter'],
    ['madrs', 10, 9, 'remitter'],
    ['ybocs', 40, 26, 'responder'],
    ['ybocs', 40, 27, 'partial-responder'],
    ['ybocs', 40, 30, 'partial-responder'],
    ['ybocs', 40, 31, undefined],
    ['ybocs', 40, 12, 'remitter'],
    ['pain', 10, 7, 'responder'],
    ['pain', 10, 8, undefined],
    ['pcl5', 50, 20, undefined],
    ['phq9', 0, 0, undefined],
  ] as const)('[SCORE11] %s from %d to %d makes: %s', (id, baseline, total, mark) => {
    expect(outcomeChange(OUTCOME_SCALES[id], baseline, total).mark).toBe(mark);
  });

  it.each([
    ['pcl5', 50, 46, undefined],
    ['pcl5', 50, 45, 'reliable'],
    ['pcl5', 50, 41, 'reliable'],
    ['pcl5', 50, 40, 'meaningful'],
    ['pcl5', 50, 60, 'meaningful'],
    ['gad7', 14, 11, undefined],
    ['gad7', 14, 10, 'meaningful'],
    ['bdi2', 30, 26, undefined],
    ['bdi2', 30, 25, 'meaningful'],
  ] as const)('[SCORE11] %s from %d to %d counts as: %s', (id, baseline, total, counts) => {
    expect(outcomeChange(OUTCOME_SCALES[id], baseline, total).counts).toBe(counts);
  });

  it('[SCORE11] says points, percent and direction, and no percent of nothing', () => {
    expect(outcomeChange(OUTCOME_SCALES.phq9, 20, 15)).toEqual({ points: -5, percent: -25, direction: 'better' });
    expect(outcomeChange(OUTCOME_SCALES.phq9, 10, 12)).toEqual({ points: 2, percent: 20, direction: 'worse' });
    expect(outcomeChange(OUTCOME_SCALES.phq9, 0, 3)).toEqual({ points: 3, direction: 'worse' });
    expect(outcomeChange(OUTCOME_SCALES.phq9, 0, 0)).toEqual({ points: 0, direction: 'same' });
  });

  it('[SCORE11] nobody who stayed the same or got worse is marked, and a better total is never marked lower', () => {
    const rank = [undefined, 'partial-responder', 'responder', 'remitter'];
    fc.assert(
      fc.property(
        fc.constantFrom(...ALL),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (scale, a, b) => {
          const baseline = Math.round(a * scale.max);
          const total = Math.round(b * scale.max);
          const { mark } = outcomeChange(scale, baseline, total);
          if (total >= baseline) expect(mark).toBeUndefined();
          if (total > 0)
            expect(rank.indexOf(outcomeChange(scale, baseline, total - 1).mark)).toBeGreaterThanOrEqual(rank.indexOf(mark));
        },
      ),
      SEED,
    );
  });

  it('[SCORE13] PCL-5 clusters are items 1 to 5, 6 and 7, 8 to 14, 15 to 20', () => {
    const sums = (items: readonly number[]) => PCL5.partsOf(items).map(({ label, value }) => `${label} ${value}`);
    expect(sums(Array(20).fill(1))).toEqual(['B 5', 'C 2', 'D 7', 'E 6']);
    expect(sums([4, 0, 0, 0, 1, 2, 0, 3, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 4])).toEqual(['B 5', 'C 2', 'D 4', 'E 5']);
  });
});

describe('alerts', () => {
  it('[SCORE12] PHQ-9 item 9 above 0 alerts, whatever the total', () => {
    const items = [0, 0, 0, 0, 0, 0, 0, 0, 1];
    expect(alertOf(OUTCOME_SCALES.phq9, 1, items)).toBe('alert');
    expect(alertOf(OUTCOME_SCALES.phq9, 24, [3, 3, 3, 3, 3, 3, 3, 3, 0])).toBe('none');
  });

  it('[SCORE12] without the items it is not known, which is not the same as none', () => {
    expect(alertOf(OUTCOME_SCALES.phq9, 3)).toBe('not-known');
    expect(alertOf(OUTCOME_SCALES.phq9, 0)).toBe('none');
    expect(alertOf(OUTCOME_SCALES.cssrs, 0)).toBe('not-known');
  });

  it('[SCORE12] C-SSRS alerts from ideation 4 and with behaviour within 3 months', () => {
    expect([0, 1, 2, 3, 4, 5].map((total) => alertOf(OUTCOME_SCALES.cssrs, total, [0, 0, 0, 0, 0, 0]))).toEqual([
      'none',
      'none',
      'none',
      'none',
      'alert',
      'alert',
    ]);
    expect(alertOf(OUTCOME_SCALES.cssrs, 5)).toBe('alert');
    expect(alertOf(OUTCOME_SCALES.cssrs, 1, [1, 0, 0, 0, 0, 1])).toBe('alert');
  });

  it('[SCORE12] no other scale alerts', () => {
    for (const scale of ALL.filter(({ id }) => id !== 'phq9' && id !== 'cssrs')) expect(alertOf(scale, scale.max)).toBe('none');
  });
});
