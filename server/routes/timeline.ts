import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { isSessionEvent } from '../../shared/session/events.ts';
import { foldSession } from '../../shared/session/evolve.ts';
import { timelineSchema } from '../../shared/wire/board.ts';
import { problemSchema } from '../../shared/wire/problem.ts';
import { eventsJson } from '../clinic/event-json.ts';
import { ProblemError } from '../problem.ts';
import { csvAnswer, described, JSON_TYPE } from './answers.ts';
import { sessionCsv } from './session-csv.ts';

const params = z.object({ sessionId: z.string() });

/** One visit of any day: its events, and the same as a table. */
export const timelineRoutes: FastifyPluginAsyncZod = async (app) => {
  const { store, model } = app.services;

  app.get(
    '/api/sessions/:sessionId/timeline',
    {
      config: { right: 'see-timeline' },
      schema: {
        operationId: 'getTimeline',
        summary: 'All events of a visit',
        tags: ['questions'],
        params,
        response: described({ 200: timelineSchema, 404: problemSchema }),
      },
    },
    async (request, reply) => {
      const held = await model.load(request.params.sessionId);
      if (held === undefined) throw unknown(request.params.sessionId);
      return reply.type(JSON_TYPE).send(`{"events":[${eventsJson(held.events, 'staff')}]}`);
    },
  );

  app.get(
    '/api/sessions/:sessionId/export.csv',
    {
      config: { right: 'export-records' },
      schema: {
        operationId: 'exportSession',
        summary: 'A visit as CSV, corrections beside the originals',
        tags: ['exports'],
        params,
        response: described({
          200: csvAnswer('One line an entry; what was corrected or struck stands beside'),
          404: problemSchema,
        }),
      },
    },
    async (request, reply) => {
      const { sessionId } = request.params;
      const events = (await store.eventsOf(`session/${sessionId}`)).filter(isSessionEvent);
      const session = foldSession(events);
      if (session === undefined) throw unknown(sessionId);
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="session-${session.id}.csv"`)
        .send(sessionCsv(events, session, model.clinic));
    },
  );
};

function unknown(sessionId: string): ProblemError {
  return new ProblemError('unknown-session', { rule: 'API5', sessionId });
}
