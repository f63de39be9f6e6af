import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { clinicCommandSchema } from '../../shared/clinic/commands.ts';
import { scheduleSessionSchema, sessionCommandSchema } from '../../shared/session/commands.ts';
import { CLINIC_COMMAND_ANSWERS, COMMAND_ANSWERS, senderOf, sendOutcome } from './answers.ts';
import { refuseUnconfirmed } from './confirmed.ts';

/** What staff do. The right of each command is checked by the gate; here only who may send any. */
export const commandRoutes: FastifyPluginAsyncZod = async (app) => {
  const { gate, confirmations } = app.services;
  const config = { right: 'send-commands' } as const;

  app.post(
    '/api/sessions',
    {
      config,
      schema: {
        operationId: 'scheduleSession',
        summary: 'Schedule a visit',
        tags: ['commands'],
        body: scheduleSessionSchema,
        response: COMMAND_ANSWERS,
      },
    },
    async (request, reply) => sendOutcome(reply, await gate.schedule(request.body, senderOf(request)), request.body.sessionId),
  );

  app.post(
    '/api/sessions/:sessionId/commands',
    {
      config,
      schema: {
        operationId: 'sendSessionCommand',
        summary: 'Say something of a visit',
        tags: ['commands'],
        params: z.object({ sessionId: z.string() }),
        body: sessionCommandSchema,
        response: COMMAND_ANSWERS,
      },
    },
    async (request, reply) => {
      const { sessionId } = request.params;
      refuseUnconfirmed(confirmations, request, request.body);
      return sendOutcome(reply, await gate.session(sessionId, request.body, senderOf(request)), sessionId);
    },
  );

  app.post(
    '/api/clinic/commands',
    {
      config,
      schema: {
        operationId: 'sendClinicCommand',
        summary: 'Change reference data',
        tags: ['commands'],
        body: clinicCommandSchema,
        response: CLINIC_COMMAND_ANSWERS,
      },
    },
    async (request, reply) => sendOutcome(reply, await gate.clinic(request.body, senderOf(request))),
  );
};
