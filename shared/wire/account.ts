import { z } from 'zod';

/** `POST /api/staff/:id/password`. */
export const setPasswordSchema = z.strictObject({
  password: z.string().min(12, 'At least 12 characters').max(200),
  /** One's own present password; an administrator needs none for others. */
  oldPassword: z.string().min(1).max(200).optional(),
});

/** `POST /api/tokens`: the sign-in of a machine. */
export const newTokenSchema = z.strictObject({
  name: z.string().trim().min(1).max(80),
  role: z.enum(['integration', 'display']),
});
