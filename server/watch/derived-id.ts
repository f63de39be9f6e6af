import { createHash } from 'node:crypto';
import type { Id } from '../../shared/units.ts';

/**
 * The id that a name always has: a UUID (version 8, RFC 9562: "vendor specific") from the SHA-256 of it. Whoever works
 * out the same announcement gives it the same id, so that twice is once.
 */
export function derivedId(name: string): Id {
  const hash = createHash('sha256').update(name).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex', 0, 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
