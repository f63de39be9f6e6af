import { z } from 'zod';

/** The roles of `contract.md`. `system` is the watch: it signs events, it never signs in. */
export const roleSchema = z.enum(['nurse', 'physician', 'manager', 'administrator', 'display', 'integration']);
export type Role = z.infer<typeof roleSchema>;

/** Who did it: a person, an integration, or the server's own watch (`system`). */
export const actorSchema = z.object({ id: z.string(), role: z.union([roleSchema, z.literal('system')]) });
export type Actor = z.infer<typeof actorSchema>;
