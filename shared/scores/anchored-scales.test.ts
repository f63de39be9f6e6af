import { describe, expect, it } from 'vitest';
import { SCALES } from '../session/signs.ts';
import { anchorOf } from './anchored-scale.ts';
import { CADSS6, cadss6Total } from './cadss6.ts';
import { DISSOCIATION } from './dissociation.ts';
import { MOAAS } from './moaas.ts';
import { NAUSEA } from './nausea.ts';
import { RASS } from './rass.ts';

describe('scales in words', () => {
  it.each([MOAAS, RASS, DISSOCIATION, NAUSEA])(
    '[SCORE5] $label has words for each value that can be entered, and no other',
    (scale) => {
      const { min, max } = SCALES[scale.id];
      const values = scale.anchors.map(({ value }) => value).sort((a, b) => a - b);
      expect(values).toEqual(Array.from({ length: max - min + 1 }, (_, step) => min + step));
      expect(new Set(scale.anchors.map(({ label }) => label)).size).toBe(values.length);
    },
  );

  it('[SCORE5] the words are those of the sources at the ends', () => {
    expect(anchorOf(MOAAS, 5)).toBe('answers readily to name');
    expect(anchorOf(MOAAS, 0)).toBe('no response');
    expect(anchorOf(RASS, 4)).toBe('combative');
    expect(anchorOf(RASS, -5)).toBe('unrousable');
    expect(anchorOf(DISSOCIATION, 3)).toBe('significant');
    expect(anchorOf(NAUSEA, 4)).toBe('vomiting');
    expect(anchorOf(NAUSEA, 5)).toBeUndefined();
  });

  it('[SCORE6] CADSS-6 is items 1, 2, 6, 7, 15 and 22, each 0 to 4', () => {
    expect(CADSS6.itemNumbers).toEqual([1, 2, 6, 7, 15, 22]);
    expect(cadss6Total([0, 0, 0, 0, 0, 0])).toBe(0);
    expect(cadss6Total([4, 4, 4, 4, 4, 4])).toBe(24);
    expect(cadss6Total([1, 2, 3])).toBeUndefined();
    expect(cadss6Total([1, 2, 3, 4, 5, 0])).toBeUndefined();
    expect(cadss6Total([1, 2, 3, 4, 0.5, 0])).toBeUndefined();
  });
});
