import { z } from 'zod';
import { clinicCommandSchema } from '../../shared/clinic/commands.ts';
import { clinicEventSchema } from '../../shared/clinic/event-schemas.ts';
import { protocolSchema } from '../../shared/clinic/protocol.ts';
import {
  baySchema,
  chairSchema,
  clinicSchema,
  knownPatientSchema,
  outcomeSchema,
  planSchema,
  staffSchema,
} from '../../shared/clinic/records.ts';
import { actorSchema, roleSchema } from '../../shared/log/roles.ts';
import { scheduleSessionSchema, sessionCommandSchema } from '../../shared/session/commands.ts';
import { sessionEventSchema } from '../../shared/session/event-schemas.ts';
import { daySchema, idSchema, instantSchema } from '../../shared/unit-schemas.ts';
import { boardSchema, timelineSchema } from '../../shared/wire/board.ts';
import { carriedEntrySchema } from '../../shared/wire/carried.ts';
import { devicePersonSchema, deviceSchema, thisDeviceSchema } from '../../shared/wire/device.ts';
import { historyPageSchema, historySummarySchema } from '../../shared/wire/history.ts';
import { problemSchema } from '../../shared/wire/problem.ts';
import { setUpSchema, signedInSchema, signInSchema } from '../../shared/wire/up.ts';

/**
 * Schemas that have a name of their own in the OpenAPI document; the others stand where they are used. A registry apart from
 * zod's global one: names there would change the hash of the wire.
 */
export const NAMED = z.registry<{
  readonly id: string;
  readonly examples?: readonly unknown[];
  readonly [key: string]: unknown;
}>();

/** Gives a schema its name in the document; for the answers of one route, beside it. */
export function named<T extends z.ZodType>(
  id: string,
  schema: T,
  more: { readonly description?: string; readonly examples?: readonly unknown[] } = {},
): T {
  NAMED.add(schema, { id, ...more });
  return schema;
}

named('Instant', instantSchema, { description: 'ISO 8601, UTC, with milliseconds' });
named('Day', daySchema, { description: 'A calendar day of the clinic’s time zone' });
named('Id', idSchema, { description: 'A UUID; version 7 where the product makes it' });
named('Role', roleSchema);
named('Actor', actorSchema, { description: 'Who did it: a person, an integration, or the server’s own watch (`system`)' });
named('Problem', problemSchema, { description: 'A refusal (RFC 9457). `code` is stable; `rule` is a rule of the specification' });

named('SignIn', signInSchema, { examples: [{ username: 'nurse', password: 'chairside-demo' }] });
named('SignedIn', signedInSchema);
named('SetUp', setUpSchema);
named('CarriedEntry', carriedEntrySchema);
named('Device', deviceSchema);
named('DevicePerson', devicePersonSchema);
named('ThisDevice', thisDeviceSchema);

named('Clinic', clinicSchema);
named('Chair', chairSchema);
named('Bay', baySchema);
named('Staff', staffSchema);
named('Patient', knownPatientSchema);
named('Plan', planSchema);
named('Protocol', protocolSchema, {
  description: 'A clinic’s rules for one kind of infusion, in versions: a visit keeps the one it was scheduled with',
});
named('Outcome', outcomeSchema);

named('Board', boardSchema);
named('Timeline', timelineSchema);
named('HistoryRow', historyPageSchema.shape.rows.element);
named('HistoryPage', historyPageSchema);
named('HistorySummary', historySummarySchema);

const EXAMPLES: Readonly<Record<string, object>> = {
  'check-in': { identifiers: ['name', 'date-of-birth'], weightKg: 80, escort: { name: 'Jo Reyes', phone: '0151 2345' } },
  'record-vitals': { systolic: 122, diastolic: 78, heartRate: 72, spo2: 98 },
  'start-infusion': { rateMlPerHour: 60 },
  'add-note': { text: 'Calm, music on.' },
};

named('ScheduleSession', scheduleSessionSchema);
named('SessionCommand', sessionCommandSchema, {
  description: 'Something said of a visit; `id` is made by its sender, once per tap',
});
named('ClinicCommand', clinicCommandSchema);
named('SessionEvent', sessionEventSchema, {
  description: 'One fact of a visit. A type that a reader does not know is kept and skipped, never an error',
});
named('ClinicEvent', clinicEventSchema, { description: 'A change of the reference data' });
for (const event of [...sessionEventSchema.options, ...clinicEventSchema.options])
  named(pascalCase(event.shape.type.value), event);
for (const command of [...sessionCommandSchema.options, ...clinicCommandSchema.options])
  named(pascalCase(command.shape.type.value), command, examplesOf(command.shape.type.value));

/** What is sent most often, as an example. */
function examplesOf(type: string): { readonly examples?: readonly unknown[] } {
  const data = EXAMPLES[type];
  if (data === undefined) return {};
  const ids = { id: '019ab7f2-6c00-7000-8000-000000000001', patientId: '019ab7f2-6c00-7000-8000-000000000002' };
  return { examples: [{ ...ids, type, at: '2026-11-24T09:10:00.000Z', data }] };
}

/** `record-vitals` → `RecordVitals`. */
function pascalCase(type: string): string {
  return type.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
