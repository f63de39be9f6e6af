import type { Protocol } from './protocol.ts';

/**
 * The most of the drug per kilogram that an order may have, by route: twice and more what a protocol for mood, pain or PTSD gives, and
 * less than an anaesthetic. Source: to be confirmed by a clinician before use.
 */
export const CEILING_MG_PER_KG: Readonly<Record<Protocol['route'], number>> = { iv: 2, im: 4, nasal: 3 };

/** Minutes that a second person's check is good for. Source: clinical tables "Protocols to seed" (CPSBC, from a secondary source). */
export const SECOND_CHECK_WITHIN_MIN = 15;
