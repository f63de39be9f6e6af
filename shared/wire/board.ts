import { z } from 'zod';
import { type Protocol, protocolSchema } from '../clinic/protocol.ts';
import {
  type Bay,
  baySchema,
  type Chair,
  type Clinic,
  chairSchema,
  clinicSchema,
  knownPatientSchema,
  type Outcome,
  outcomeSchema,
  type Patient,
  type Plan,
  planSchema,
  type Staff,
  staffSchema,
} from '../clinic/records.ts';
import { sessionEventSchema } from '../session/event-schemas.ts';
import type { SessionEvent } from '../session/events.ts';
import { idSchema, instantSchema } from '../unit-schemas.ts';
import type { Id, Instant } from '../units.ts';

/**
 * Answer of `GET /api/board`: one request to a full board. `head` is the position that everything in it includes,
 * so the live feed goes on from there. `sessions` are those not over and those of today that are.
 * `patients`, `plans` are those of these sessions, `outcomes` the newest results of these patients that tell of suicide;
 * `protocols` are all versions.
 */
export interface BoardAnswer {
  readonly epoch: string;
  readonly head: number;
  readonly now: Instant;
  readonly speed: number;
  readonly clinic: Clinic | null;
  readonly chairs: readonly Chair[];
  readonly bays: readonly Bay[];
  readonly staff: readonly Staff[];
  readonly patients: readonly Patient[];
  readonly plans: readonly Plan[];
  readonly outcomes: readonly Outcome[];
  readonly protocols: readonly Protocol[];
  readonly sessions: readonly { readonly id: Id; readonly events: readonly SessionEvent[] }[];
}

/** The same as a schema, for the documentation; what is answered is text that was spelled before. */
export const boardSchema = z.object({
  epoch: z.string(),
  head: z.int(),
  now: instantSchema,
  speed: z.number(),
  clinic: clinicSchema.nullable(),
  chairs: z.array(chairSchema),
  bays: z.array(baySchema),
  staff: z.array(staffSchema),
  patients: z.array(knownPatientSchema),
  plans: z.array(planSchema),
  outcomes: z.array(outcomeSchema),
  protocols: z.array(protocolSchema),
  sessions: z.array(z.object({ id: idSchema, events: z.array(sessionEventSchema) })),
} satisfies Record<keyof BoardAnswer, z.ZodType>);

/** Answer of `GET /api/sessions/:sessionId/timeline`. */
export const timelineSchema = z.object({ events: z.array(sessionEventSchema) });
