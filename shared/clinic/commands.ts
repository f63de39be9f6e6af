import { z } from 'zod';
import { idSchema, instantSchema } from '../unit-schemas.ts';
import { protocolSchema } from './protocol.ts';
import { baySchema, chairSchema, clinicSchema, outcomeSchema, patientSchema, planSchema, staffSchema } from './records.ts';

const command = <T extends string, D extends z.ZodType>(type: T, data: D) =>
  z.strictObject({ id: idSchema, type: z.literal(type), at: instantSchema, data });

/** A result of an outcome scale. Of the changes here it alone is made at the chair, and waits on a tablet that is cut off. */
export const outcomeCommandSchema = command('record-outcome', outcomeSchema);
export type OutcomeCommand = z.infer<typeof outcomeCommandSchema>;

/**
 * Changes to what changes rarely. Each carries the whole new record: what is said is what will be.
 * `set-up-clinic` is accepted once, before there is any staff.
 */
export const clinicCommandSchema = z.discriminatedUnion('type', [
  command('set-up-clinic', clinicSchema),
  command('change-clinic', clinicSchema),
  command('put-chair', chairSchema.omit({ since: true })),
  command('put-bay', baySchema),
  command('put-staff', staffSchema),
  command('put-patient', patientSchema),
  command('put-plan', planSchema),
  /** Publishes the next version; `version` must be the last one + 1 (1 for a new protocol). */
  command('publish-protocol', protocolSchema),
  outcomeCommandSchema,
]);
export type ClinicCommand = z.infer<typeof clinicCommandSchema>;
export type ClinicCommandType = ClinicCommand['type'];
