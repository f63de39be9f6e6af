import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';
import type { Id } from '../shared/units.ts';

/** Drawn ahead: sixteen bytes at a time cost ten times as much as the rest of an id. */
const pool = new Uint8Array(4096);
let used = pool.length;
let lastMs = 0;
let sequence = 0;

/**
 * A UUID version 7 for an event recorded at `ms` (Unix milliseconds). Ids made by one process grow with each call, even within
 * a millisecond or when the clock stands still or steps back: the 32 bits after the time count. Without a time and a count of ours
 * `uuid` would take the machine's clock, which is not the demo's.
 */
export function eventId(ms: number): Id {
  if (ms > lastMs) {
    lastMs = ms;
    sequence = 0;
  } else if (++sequence > 0xffff_ffff) {
    lastMs += 1;
    sequence = 0;
  }
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const random = pool.subarray(used, used + 16);
  used += 16;
  return v7({ msecs: lastMs, seq: sequence, random });
}
