import { recordOf } from '../record-of.ts';
import { LIMIT_NAMES } from './limit-names.ts';
import type { KeptProtocol, Protocol } from './protocol.ts';

/** Of a sign that had no limits when the protocol was published nothing is outside, and nothing is held back. */
export function withAllLimits(protocol: KeptProtocol): Protocol {
  return { ...protocol, limits: recordOf(LIMIT_NAMES, (name) => protocol.limits[name] ?? {}) };
}
