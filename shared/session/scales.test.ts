import { describe, expect, it } from 'vitest';
import { anchorOf, itemsTotal, SCALE_NAMES, SCALES } from './scales.ts';

describe('scales in words', () => {
  it.each(SCALE_NAMES)('[SCORE5] %s has words for each value that can be entered, and no other', (scale) => {
    const { min, max, anchors } = SCALES[scale];
    const values = anchors.map(({ value }) => value).sort((a, b) => a - b);
    expect(values).toEqual(Array.from({ length: max - min + 1 }, (_, step) => min + step));
    expect(anchors.every(({ label }) => label.length > 0)).toBe(true);
  });

  it.each(['moaas', 'rass', 'dissociation', 'nausea'] as const)('[SCORE5] no two values of %s have the same words', (scale) => {
    expect(new Set(SCALES[scale].anchors.map(({ label }) => label)).size).toBe(SCALES[scale].anchors.length);
  });

  it('[SCORE5] the words are those of the sources at the ends', () => {
    expect(anchorOf(SCALES.moaas, 5)).toBe('answers readily to name');
    expect(anchorOf(SCALES.moaas, 0)).toBe('no response');
    expect(anchorOf(SCALES.rass, 4)).toBe('combative');
    expect(anchorOf(SCALES.rass, -5)).toBe('unrousable');
    expect(anchorOf(SCALES.dissociation, 3)).toBe('significant');
    expect(anchorOf(SCALES.nausea, 4)).toBe('vomiting');
    expect(anchorOf(SCALES.nausea, 5)).toBeUndefined();
  });

  it('[SCORE6] CADSS-6 is items 1, 2, 6, 7, 15 and 22, each 0 to 4', () => {
    expect(SCALES.cadss6.items.numbers).toEqual([1, 2, 6, 7, 15, 22]);
    expect(itemsTotal('cadss6', [0, 0, 0, 0, 0, 0])).toBe(0);
    expect(itemsTotal('cadss6', [4, 4, 4, 4, 4, 4])).toBe(SCALES.cadss6.max);
    expect(itemsTotal('cadss6', [1, 2, 3])).toBeUndefined();
    expect(itemsTotal('cadss6', [1, 2, 3, 4, 5, 0])).toBeUndefined();
    expect(itemsTotal('cadss6', [1, 2, 3, 4, 0.5, 0])).toBeUndefined();
  });
});
