import { z } from 'zod';
import { idSchema, instantSchema } from '../unit-schemas.ts';
import { CLINIC_COMMAND_ROWS, type ClinicCommandSchemas, type ClinicCommandType } from './changes.ts';
import { recordKit } from './record-kit.ts';

const command = <T extends ClinicCommandType>(type: T, data: ClinicCommandSchemas[T]) =>
  z.strictObject({ id: idSchema, type: z.literal(type), at: instantSchema, data });
type Sent = { [T in ClinicCommandType]: ReturnType<typeof command<T>> }[ClinicCommandType];

const sent = Object.values(CLINIC_COMMAND_ROWS).map((row) => command(row.command, row.data(recordKit)));

/** Changes to what changes rarely. `set-up-clinic` is accepted once, before there is any staff. */
export const clinicCommandSchema = z.discriminatedUnion('type', sent as unknown as [Sent, ...Sent[]]);
export type ClinicCommand = z.infer<typeof clinicCommandSchema>;

/** A result of an outcome scale. Of the changes here it alone is made at the chair, and waits on a tablet that is cut off. */
export const outcomeCommandSchema = command('record-outcome', CLINIC_COMMAND_ROWS['record-outcome'].data(recordKit));
export type OutcomeCommand = z.infer<typeof outcomeCommandSchema>;
