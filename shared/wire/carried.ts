import { z } from 'zod';
import { outcomeCommandSchema } from '../clinic/commands.ts';
import { sessionCommandSchema } from '../session/commands.ts';
import { idSchema } from '../unit-schemas.ts';

/**
 * An entry that waited on a tablet for somebody who is not signed in there now, handed over as it was sealed: whoever carries
 * it can neither read nor change it. AES-256-GCM under the author's key (`/api/offline-key`), bound to the author's id.
 */
export const carriedEntrySchema = z.strictObject({
  id: idSchema.describe('The command’s id, which is also sealed'),
  authorId: idSchema.describe('Who tapped'),
  iv: z.base64().max(64),
  sealed: z.base64().max(64 * 1024),
});
export type CarriedEntry = z.infer<typeof carriedEntrySchema>;

/** What the seal holds. */
export const sealedEntrySchema = z.object({
  sessionId: idSchema,
  command: z.union([sessionCommandSchema, outcomeCommandSchema]),
});
