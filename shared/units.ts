/** An instant as ISO 8601 UTC with milliseconds. Its schema, like those of ids and days, stands in `unit-schemas.ts`. */
export type Instant = string;

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
