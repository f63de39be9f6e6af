import { z } from 'zod';

/*
 * Apart from `units.ts`: arithmetic on times is needed by every screen, the schema library only where something is typed in.
 */

/** An instant as ISO 8601 UTC with milliseconds, e.g. `2026-11-24T13:34:24.000Z`. */
export const instantSchema = z.iso.datetime({ precision: 3 });

/** A calendar day, `YYYY-MM-DD`, without a time zone. */
export const daySchema = z.iso.date();

/** A UUID in any version; the product makes version 7. */
export const idSchema = z.uuid();
