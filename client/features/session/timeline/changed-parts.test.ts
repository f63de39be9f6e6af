import { describe, expect, test } from 'vitest';
import { changedParts } from './changed-parts.ts';

describe('a corrected line', () => {
  test('[UI65] strikes what changed and nothing else', () => {
    expect(changedParts(['183/79 · HR 78'], '133/79 · HR 78')).toEqual([
      { old: ['183/79'], now: '133/79' },
      { old: [], now: 'HR 78' },
    ]);
  });

  test('[UI65] keeps every version in sight, oldest first', () => {
    expect(changedParts(['183/79', '138/79'], '133/79')).toEqual([{ old: ['183/79', '138/79'], now: '133/79' }]);
    expect(changedParts(['183/79 · HR 78', '133/79 · HR 78'], '133/79 · HR 79')).toEqual([
      { old: ['183/79'], now: '133/79' },
      { old: ['HR 78'], now: 'HR 79' },
    ]);
  });

  test('[UI65] strikes the whole line where parts were added or left out', () => {
    expect(changedParts(['133/79'], '133/79 · HR 78')).toEqual([{ old: ['133/79'], now: '133/79 · HR 78' }]);
    const other = 'MOAA/S 5 · Nausea 1';
    expect(changedParts(['MOAA/S 3 · Diss. 2'], other)).toEqual([{ old: ['MOAA/S 3 · Diss. 2'], now: other }]);
    expect(changedParts(['RASS −2 · 36.6 °C'], 'RASS +1 · 36.8 °C')).toHaveLength(2);
  });
});
