import { z } from 'zod';
import { recordedSchema } from '../log/event.ts';
import { CLINIC_EVENT_ROWS, type ClinicEventData, type ClinicEventType } from './changes.ts';
import { recordKit } from './record-kit.ts';

/** What is kept of each kind of change, in its present version: the whole new record. */
export const CLINIC_DATA_SCHEMAS = Object.fromEntries(
  Object.values(CLINIC_EVENT_ROWS).map((row) => [row.event, row.stored(recordKit)]),
) as unknown as { readonly [T in ClinicEventType]: z.ZodType<ClinicEventData[T]> };

const recorded = <T extends ClinicEventType>(type: T, data: z.ZodType<ClinicEventData[T]>) =>
  recordedSchema.extend({ type: z.literal(type), version: z.literal(CLINIC_EVENT_ROWS[type].version), data });
type RecordedSchema = { [T in ClinicEventType]: ReturnType<typeof recorded<T>> }[ClinicEventType];

const schemas = Object.values(CLINIC_EVENT_ROWS).map(({ event }) => recorded(event, CLINIC_DATA_SCHEMAS[event]));

/** An event of the reference data with its envelope. */
export const clinicEventSchema = z.discriminatedUnion('type', schemas as unknown as [RecordedSchema, ...RecordedSchema[]]);
