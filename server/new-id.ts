import { v7 } from 'uuid';
import type { Id } from '../shared/units.ts';

/** A new UUID of version 7: begins with the time (milliseconds), so that newer ids sort after older ones. */
export function newId(nowMs: number): Id {
  return v7({ msecs: nowMs });
}
