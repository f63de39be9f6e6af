import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { toInstant } from '../../shared/units.ts';
import { boardSchema } from '../../shared/wire/board.ts';
import { boardJson } from '../clinic/board-json.ts';
import { audienceOf } from '../clinic/event-json.ts';
import { signedIn } from '../plugins/rights.ts';
import { described, JSON_TYPE } from './answers.ts';

/** One request to a full board. */
export const boardRoutes: FastifyPluginAsyncZod = async (app) => {
  const { store, model, clock } = app.services;

  app.get(
    '/api/board',
    {
      config: { right: 'see-board' },
      schema: {
        operationId: 'getBoard',
        summary: 'The whole board',
        description:
          'Visits that are not over and those of today that are, as events, with the reference data they need. A wall display gets it without names and free text.',
        tags: ['questions'],
        response: described({ 200: boardSchema }),
      },
    },
    async (request, reply) => {
      const now = clock.now();
      const board = {
        epoch: store.epoch,
        head: store.head(),
        now: toInstant(now),
        speed: clock.speed,
        clinic: model.clinic,
        sessions: model.boardSessions(now),
      };
      return reply.type(JSON_TYPE).send(boardJson(board, audienceOf(signedIn(request).role)));
    },
  );
};
