import { z } from 'zod';
import { idSchema, instantSchema } from '../unit-schemas.ts';
import { COMMAND_ROWS, type CommandSchemas, OPENING, type SessionCommandType } from './said/all.ts';
import { dataKit } from './said/data-kit.ts';

/** `POST /api/sessions`: schedules a visit. */
export const scheduleSessionSchema = z.strictObject({
  id: idSchema,
  sessionId: idSchema,
  at: instantSchema,
  data: OPENING.data(dataKit),
});
export type ScheduleSession = z.infer<typeof scheduleSessionSchema>;

/** What is sent of each kind. */
const command = <T extends SessionCommandType>(type: T, data: CommandSchemas[T]) =>
  z.strictObject({ id: idSchema, type: z.literal(type), at: instantSchema, patientId: idSchema, data });
type Sent = { [T in SessionCommandType]: ReturnType<typeof command<T>> }[SessionCommandType];

const sent = Object.values(COMMAND_ROWS).map((row) => command(row.command, row.data(dataKit)));

/** `POST /api/sessions/:sessionId/commands`: everything that can be said of a visit. */
export const sessionCommandSchema = z.discriminatedUnion('type', sent as unknown as [Sent, ...Sent[]]);
export type SessionCommand = z.infer<typeof sessionCommandSchema>;
export type CommandData<T extends SessionCommandType> = Extract<SessionCommand, { type: T }>['data'];
