import { z } from 'zod';
import { pinSchema } from '../access/pin.ts';
import { roleSchema } from '../log/roles.ts';
import { idSchema, instantSchema } from '../unit-schemas.ts';

const nameSchema = z.string().trim().min(1).max(60);

/** `POST /api/devices` and `PUT /api/devices/:id`. */
export const deviceNameSchema = z.strictObject({ name: nameSchema });

/** An enrolled tablet as an administrator sees it. */
export const deviceSchema = z.object({
  id: idSchema,
  name: z.string(),
  createdAt: instantSchema,
  lastSeenAt: instantSchema,
  revokedAt: instantSchema.optional(),
});
export type DeviceRecord = z.infer<typeof deviceSchema>;

/** Somebody who may unlock this tablet with the PIN. */
export const devicePersonSchema = z.object({
  staffId: idSchema,
  initials: z.string(),
  name: z.string(),
  role: roleSchema,
  /** Wrong PINs that are left before the password is asked for. */
  triesLeft: z.int().positive(),
});
export type DevicePersonAnswer = z.infer<typeof devicePersonSchema>;

/** `GET /api/device`: what this device is. */
export const thisDeviceSchema = z.object({
  enrolled: z.boolean(),
  id: idSchema.optional(),
  name: z.string().optional(),
  /** Locks itself after so long without a touch. */
  lockAfterMs: z.int().positive(),
  people: z.array(devicePersonSchema),
});
export type ThisDevice = z.infer<typeof thisDeviceSchema>;

export const unlockSchema = z.strictObject({ staffId: idSchema, pin: pinSchema });
export const setPinSchema = z.strictObject({ password: z.string().min(1).max(200), pin: pinSchema });
export const confirmSchema = z.strictObject({ pin: pinSchema });
/** The proof that the PIN was typed just now; goes along in the header `chairside-confirm`. */
export const confirmationSchema = z.object({ confirmation: z.string(), expiresAt: instantSchema });
/** `id` is the command's, made at the tap. */
export const emergencySchema = z.strictObject({ id: idSchema, sessionId: idSchema });
