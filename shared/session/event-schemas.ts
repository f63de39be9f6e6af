import { z } from 'zod';
import { recordedSchema } from '../log/event.ts';
import { EVENT_ROWS, type SessionEventData, type SessionEventType } from './said/all.ts';
import { dataKit } from './said/data-kit.ts';

/** What is kept of each kind of event, in its present version. */
export const EVENT_DATA_SCHEMAS = Object.fromEntries(
  Object.values(EVENT_ROWS).map((row) => [row.event, row.stored(dataKit)]),
) as unknown as { readonly [T in SessionEventType]: z.ZodType<SessionEventData[T]> };

const recorded = <T extends SessionEventType>(type: T, data: z.ZodType<SessionEventData[T]>) =>
  recordedSchema.extend({ type: z.literal(type), version: z.literal(EVENT_ROWS[type].version), data });
type RecordedSchema = { [T in SessionEventType]: ReturnType<typeof recorded<T>> }[SessionEventType];

const schemas = Object.values(EVENT_ROWS).map(({ event }) => recorded(event, EVENT_DATA_SCHEMAS[event]));

/** An event of a visit with its envelope. */
export const sessionEventSchema = z.discriminatedUnion('type', schemas as unknown as [RecordedSchema, ...RecordedSchema[]]);
