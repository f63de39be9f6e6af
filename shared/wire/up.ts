import { z } from 'zod';
import { formatsSchema } from '../clinic/formats-schema.ts';
import { roleSchema } from '../log/roles.ts';
import { idSchema, instantSchema } from '../unit-schemas.ts';

/** Socket.IO handshake `auth`: the cursor. Without `after` the feed starts live at the head. */
export const handshakeSchema = z.strictObject({
  after: z.int().nonnegative().optional(),
  epoch: z.string().optional(),
  protocol: z.int(),
});
export type Handshake = z.infer<typeof handshakeSchema>;

/** Query of the plain feed. */
export const feedQuerySchema = z.strictObject({
  after: z.coerce.number().int().nonnegative().optional(),
  epoch: z.string().optional(),
  protocol: z.coerce.number().int().optional(),
});

export const signInSchema = z.strictObject({
  username: z.string().trim().toLowerCase().min(1).max(80),
  password: z.string().min(1).max(200),
  code: z.string().max(20).optional(),
});

export const signedInSchema = z.object({
  staff: z.object({ id: idSchema, name: z.string(), initials: z.string(), role: roleSchema }),
  expiresAt: instantSchema,
});
export type SignedIn = z.infer<typeof signedInSchema>;

/** `POST /api/set-up`: a new clinic in one step; refused once there is any staff. */
export const setUpSchema = z.strictObject({
  clinicName: z.string().trim().min(1).max(120),
  timeZone: z.string().min(1).max(60),
  formats: formatsSchema.optional(),
  administrator: z.strictObject({
    name: z.string().trim().min(1).max(120),
    initials: z.string().trim().min(1).max(4),
    username: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^[a-z0-9._-]{2,40}$/),
    password: z.string().min(12).max(200),
  }),
  chairs: z.int().min(1).max(60),
  bays: z.int().min(0).max(60),
});
export type SetUp = z.infer<typeof setUpSchema>;
