import { randomBytes } from 'node:crypto';
import type { Id } from '../shared/units.ts';

/** A new UUID of version 7: begins with the time (milliseconds), so that newer ids sort after older ones. */
export function newId(nowMs: number): Id {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(nowMs, 0, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
