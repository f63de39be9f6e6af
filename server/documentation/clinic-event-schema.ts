import { z } from 'zod';
import type { ClinicEventData, ClinicEventType } from '../../shared/clinic/events.ts';
import { protocolSchema } from '../../shared/clinic/protocol.ts';
import {
  baySchema,
  chairSchema,
  clinicSchema,
  outcomeSchema,
  patientSchema,
  planSchema,
  staffSchema,
} from '../../shared/clinic/records.ts';
import { recordedSchema } from '../../shared/log/event.ts';

const RECORDS = {
  'clinic-set-up': clinicSchema,
  'clinic-changed': clinicSchema,
  'chair-put': chairSchema,
  'bay-put': baySchema,
  'staff-put': staffSchema,
  'patient-put': patientSchema,
  'plan-put': planSchema,
  'protocol-published': protocolSchema,
  'outcome-recorded': outcomeSchema,
} satisfies { readonly [T in ClinicEventType]: z.ZodType<ClinicEventData[T]> };

const recorded = ([type, data]: [string, z.ZodType]) => recordedSchema.extend({ type: z.literal(type), data });
const [first, ...others] = Object.entries(RECORDS).map(recorded);
if (first === undefined) throw new Error('No event of the clinic is known');

/** An event of the reference data with its envelope: each holds the whole new record. */
export const clinicEventSchema = z.discriminatedUnion('type', [first, ...others]);
