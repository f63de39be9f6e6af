import { z } from 'zod';

/** An instant as ISO 8601 UTC with milliseconds, e.g. `2026-11-24T13:34:24.000Z`. */
export const instantSchema = z.iso.datetime({ precision: 3 });
/** An instant as ISO 8601 UTC with milliseconds. */
export type Instant = string;

/** A calendar day, `YYYY-MM-DD`, without a time zone. */
export const daySchema = z.iso.date();

/** A UUID in any version; the product makes version 7. */
export const idSchema = z.uuid();
/** A UUID (version 7 when the product made it). */
export type Id = string;

export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;

/** Milliseconds since the Unix epoch of an instant. Throws on text that is no instant. */
export function toMs(instant: Instant): number {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms)) throw new Error('Not an instant');
  return ms;
}

/** The instant of milliseconds since the Unix epoch. */
export function toInstant(ms: number): Instant {
  return new Date(ms).toISOString();
}
