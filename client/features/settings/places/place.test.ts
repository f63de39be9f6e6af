import { describe, expect, it } from 'vitest';
import { idOf } from '../../../../tests/support/given-visit.ts';
import { inOrder, lastOrder, moved, nextLabel, type Place } from './place.ts';

const chair = (n: number, order: number, state: Place['state'] = 'available'): Place => ({
  id: idOf(n),
  label: `${n}`,
  order,
  state,
});

describe('places', () => {
  it('[UI111] a place that moves changes place with its neighbour, and only those two change', () => {
    const places = [chair(1, 0), chair(2, 1), chair(3, 2)];
    expect(moved(places, idOf(3), -1)).toEqual([chair(3, 1), chair(2, 2)]);
    expect(moved(places, idOf(1), 1)).toEqual([chair(2, 0), chair(1, 1)]);
    expect(moved(places, idOf(1), -1)).toEqual([]);
    expect(moved(places, idOf(3), 1)).toEqual([]);
  });

  it('[UI111] places that share an order are put right, and retired ones take no part', () => {
    const places = inOrder([chair(1, 0), chair(2, 0), chair(9, 1, 'retired'), chair(3, 5)]);
    expect(places.map(({ label }) => label)).toEqual(['1', '2', '3', '9']);
    expect(moved(places, idOf(3), -1)).toEqual([chair(3, 1), chair(2, 2)]);
  });

  it('[UI111] a new place stands behind all others and is called one more', () => {
    expect(lastOrder([])).toBe(0);
    expect(lastOrder([chair(1, 0), chair(2, 7, 'retired')])).toBe(8);
    expect(nextLabel([chair(1, 0), chair(12, 1)])).toBe('13');
    expect(nextLabel([{ ...chair(1, 0), label: 'R4' }])).toBe('R5');
    expect(nextLabel([])).toBe('');
  });
});
