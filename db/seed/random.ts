import { v7 } from 'uuid';
import type { Id } from '../../shared/units.ts';

/** Chance from a seed: the same seed gives the same numbers on any machine. */
export interface Random {
  /** 0 ≤ n < 1. */
  next(): number;
  /** Evenly spread between two numbers. */
  between(low: number, high: number): number;
  /** Whole, both ends included. */
  int(low: number, high: number): number;
  chance(probability: number): boolean;
  /** Bell-shaped; cut off at three deviations, so that no lot is absurd. */
  normal(mean: number, deviation: number): number;
  pick<T>(list: readonly T[]): T;
  /** One of several by weight. */
  weighted<T>(choices: readonly (readonly [weight: number, choice: T])[]): T;
  shuffled<T>(list: readonly T[]): T[];
  /** A UUID of version 7 that says it was made at `ms`. */
  id(ms: number): Id;
}

/**
 * A stream of chance named by its keys: mulberry32, started from a hash of them. Asking in another order, or after a restart,
 * changes nothing as long as the keys are the same.
 */
export function randomOf(...keys: readonly (string | number)[]): Random {
  let state = hashOf(keys.join('|'));
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (low: number, high: number) => low + next() * (high - low);
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(list: readonly T[]): T => {
    const picked = list[int(0, list.length - 1)];
    if (picked === undefined) throw new RangeError('Nothing to pick from');
    return picked;
  };
  return {
    next,
    between,
    int,
    pick,
    chance: (probability) => next() < probability,
    normal(mean, deviation) {
      const lot = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
      return mean + deviation * Math.max(-3, Math.min(3, lot));
    },
    weighted<T>(choices: readonly (readonly [number, T])[]): T {
      let left = next() * choices.reduce((sum, [weight]) => sum + weight, 0);
      for (const [weight, choice] of choices) {
        left -= weight;
        if (left < 0) return choice;
      }
      return pick(choices)[1];
    },
    shuffled<T>(list: readonly T[]): T[] {
      return list
        .map((item) => ({ item, place: next() }))
        .sort((a, b) => a.place - b.place)
        .map(({ item }) => item);
    },
    id(ms) {
      // `uuid` takes the last ten of sixteen bytes.
      const random = new Uint8Array(16);
      for (let place = 6; place < random.length; place += 2) {
        const lot = int(0, 0xffff);
        random[place] = lot >>> 8;
        random[place + 1] = lot & 0xff;
      }
      return v7({ msecs: Math.floor(ms), random });
    },
  };
}

/** FNV-1a with a last mix, so that names that differ in their last letter start far apart. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place++) hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
