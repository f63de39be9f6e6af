import type { z } from 'zod';
import { baySchema, chairSchema } from '../../../../shared/clinic/records.ts';

/** Chairs and bays are kept the same way; a chair has two states more. */
export const KINDS = {
  chair: {
    command: 'put-chair',
    schema: chairSchema.omit({ since: true }),
    one: 'chair',
    many: 'Chairs',
    add: 'Add a chair',
    states: [
      { value: 'available', label: 'available' },
      { value: 'cleaning', label: 'being cleaned' },
      { value: 'out-of-use', label: 'out of use' },
      { value: 'retired', label: 'retired: off the board, its past stays' },
    ],
  },
  bay: {
    command: 'put-bay',
    schema: baySchema,
    one: 'bay',
    many: 'Recovery bays',
    add: 'Add a bay',
    states: [
      { value: 'available', label: 'available' },
      { value: 'retired', label: 'retired: off the board, its past stays' },
    ],
  },
} as const;
export type PlaceKind = keyof typeof KINDS;

export type Place = z.infer<(typeof KINDS)[PlaceKind]['schema']>;

/** Places as they stand on the board, with those in use first. */
export function inOrder<P extends Place>(places: Iterable<P>): P[] {
  return [...places].sort((a, b) => Number(a.state === 'retired') - Number(b.state === 'retired') || a.order - b.order);
}

/** The places whose order changes when one moves by `step` (−1 up, 1 down), with their new order. */
export function moved<P extends Place>(places: readonly P[], id: string, step: -1 | 1): P[] {
  const used = places.filter(({ state }) => state !== 'retired');
  const from = used.findIndex((place) => place.id === id);
  const one = used[from];
  const other = used[from + step];
  if (one === undefined || other === undefined) return [];
  const next = [...used];
  next[from] = other;
  next[from + step] = one;
  return next.flatMap((place, order) => (place.order === order ? [] : [{ ...place, order }]));
}

/** The order of a place that is added: behind all others. */
export const lastOrder = (places: readonly Place[]): number => Math.max(-1, ...places.map(({ order }) => order)) + 1;

/** What a place is called next: one more than the highest number, in the same style (`R4`). */
export function nextLabel(places: readonly Place[]): string {
  const numbered = places.flatMap(({ label }) => {
    const match = /^(.*?)(\d+)$/.exec(label);
    return match === null ? [] : [{ prefix: match[1] ?? '', number: Number(match[2]) }];
  });
  const highest = numbered.sort((a, b) => b.number - a.number)[0];
  return highest === undefined ? '' : `${highest.prefix}${highest.number + 1}`;
}
