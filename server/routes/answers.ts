import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { WriteOutcome } from '../../db/store.ts';
import { assertNever } from '../../shared/assert-never.ts';
import { clinicEventSchema } from '../../shared/clinic/event-schemas.ts';
import { sessionEventSchema } from '../../shared/session/event-schemas.ts';
import { idSchema } from '../../shared/unit-schemas.ts';
import type { Id } from '../../shared/units.ts';
import { problemSchema } from '../../shared/wire/problem.ts';
import { eventsJson } from '../clinic/event-json.ts';
import type { Sender } from '../commands/gate.ts';
import { named } from '../documentation/named-schemas.ts';
import { signedIn } from '../plugins/rights.ts';
import { codeOf, ProblemError, problemOf, sendProblem } from '../problem.ts';

export const JSON_TYPE = 'application/json; charset=utf-8';

const positionSchema = z.int().nonnegative().describe('Of the last event; whoever has seen it has seen them all');
/** What an accepted command is answered with. */
const appendedSchema = named('Appended', z.object({ position: positionSchema, events: z.array(sessionEventSchema) }));
const clinicAppendedSchema = named('ClinicAppended', z.object({ position: positionSchema, events: z.array(clinicEventSchema) }));

/**
 * Schemas of answers that are sent as ready text (JSON put together by hand, CSV): for the documentation alone, so that the
 * compiler does not hold the text against them. Tests do.
 */
export function described(answers: Readonly<Record<number, z.ZodType | ReturnType<typeof csvAnswer>>>): unknown {
  return answers;
}

/** A file with a header line; cells that a spreadsheet would take for a formula are escaped. */
export const csvAnswer = (description: string) => ({ description, content: { 'text/csv': { schema: z.string() } } });

/** Answers of a route that takes commands of a visit, of the reference data, or of either, for the documentation. */
export const COMMAND_ANSWERS = commandAnswers(appendedSchema);
export const CLINIC_COMMAND_ANSWERS = commandAnswers(clinicAppendedSchema);
export const ANY_COMMAND_ANSWERS = commandAnswers(z.union([appendedSchema, clinicAppendedSchema]));

function commandAnswers<S extends z.ZodType>(schema: S) {
  return {
    200: { description: 'Stored before under this id; the same answer again', content: { 'application/json': { schema } } },
    201: { description: 'Stored', content: { 'application/json': { schema } } },
    404: problemSchema,
    409: problemSchema,
  };
}

/** Answers with what became of a command. */
export function sendOutcome(reply: FastifyReply, outcome: WriteOutcome, sessionId?: Id): FastifyReply {
  switch (outcome.kind) {
    case 'appended':
      return reply
        .code(outcome.replayed ? 200 : 201)
        .type(JSON_TYPE)
        .send(`{"position":${outcome.position},"events":[${eventsJson(outcome.events, 'staff')}]}`);
    case 'refused': {
      const { rule, detail } = outcome.refusal;
      return sendProblem(
        reply,
        problemOf(codeOf(outcome.refusal), { rule, detail, ...(sessionId === undefined ? {} : { sessionId }) }),
      );
    }
    case 'id-reused':
      return sendProblem(
        reply,
        problemOf('command-id-reused', {
          rule: 'LOG2',
          detail: 'This entry was already sent with different content.',
          ...(sessionId === undefined ? {} : { sessionId }),
        }),
      );
    case 'unknown':
      return sendProblem(
        reply.header('retry-after', '1'),
        problemOf('outcome-unknown', {
          rule: 'LOG35',
          detail: 'It is not known whether the entry was stored. Please send it again as it is, under the same id.',
          ...(sessionId === undefined ? {} : { sessionId }),
        }),
      );
    default:
      return assertNever(outcome);
  }
}

/**
 * Who sends a command, and from where: an enrolled tablet is known by its cookie, whatever else it says; another device may
 * name itself in the header `chairside-device` (a UUID). Events carry it. An entry that waited names its author in `chairside-author`: under anybody else's sign-in it is not taken.
 */
export function senderOf(request: FastifyRequest): Sender {
  const { staffId, role } = signedIn(request);
  const author = request.headers['chairside-author'];
  if (author !== undefined && author !== staffId)
    throw new ProblemError('not-signed-in', { rule: 'OUT9', detail: 'Somebody else is signed in now. Nothing was stored.' });
  if (request.device !== undefined) return { actor: { id: staffId, role }, deviceId: request.device.id };
  const device = idSchema.safeParse(request.headers['chairside-device']);
  return { actor: { id: staffId, role }, ...(device.success ? { deviceId: device.data } : {}) };
}
