import type { Protocol } from './protocol.ts';

/** Severe observations. Source: clinical tables "Alarms": RASS from +3 or −3, CADSS-6 from a number of the protocol. */
export const SEVERE = {
  rass: { medium: { low: -2, high: 2 }, high: { low: -3, high: 3 } },
  cadss6: { medium: { high: 15 } },
} as const satisfies Partial<Protocol['limits']>;
