import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { instantSchema } from '../../shared/unit-schemas.ts';
import { toInstant } from '../../shared/units.ts';
import { newTokenSchema } from '../../shared/wire/account.ts';
import { problemSchema } from '../../shared/wire/problem.ts';
import { hashToken, newToken } from '../access/token.ts';
import { named } from '../documentation/named-schemas.ts';
import { newId } from '../new-id.ts';
import { ProblemError } from '../problem.ts';

const tokenSchema = named(
  'Token',
  z.object({
    id: z.string(),
    name: z.string(),
    role: z.enum(['integration', 'display']),
    createdAt: instantSchema,
    revokedAt: instantSchema.optional(),
  }),
);

const newTokenAnswer = named('NewToken', tokenSchema.extend({ token: z.string().describe('Shown this once') }));

/** Tokens of integrations and wall displays: made and taken back by an administrator, shown once. */
export const tokenRoutes: FastifyPluginAsyncZod = async (app) => {
  const { store, clock, signIns } = app.services;
  const config = { right: 'manage-tokens' } as const;
  const tags = ['tokens'];

  app.get(
    '/api/tokens',
    {
      config,
      schema: {
        operationId: 'listTokens',
        summary: 'All tokens',
        tags,
        response: { 200: z.object({ tokens: z.array(tokenSchema) }) },
      },
    },
    async () => ({ tokens: (await store.secrets.tokens()).map(({ tokenHash: _, ...token }) => token) }),
  );

  app.post(
    '/api/tokens',
    {
      config,
      schema: {
        operationId: 'makeToken',
        summary: 'Make a token',
        description: 'The answer holds the token; it is not shown again.',
        tags,
        body: newTokenSchema,
        response: { 201: newTokenAnswer, 422: problemSchema },
      },
    },
    async (request, reply) => {
      const token = newToken();
      const record = { id: newId(clock.now()), ...request.body, createdAt: toInstant(clock.now()) };
      await store.secrets.putToken({ ...record, tokenHash: hashToken(token) });
      return reply.code(201).send({ ...record, token });
    },
  );

  app.delete(
    '/api/tokens/:id',
    {
      config,
      schema: {
        operationId: 'revokeToken',
        summary: 'Take a token back',
        tags,
        params: z.object({ id: z.string() }),
        response: { 204: z.undefined(), 404: problemSchema },
      },
    },
    async (request, reply) => {
      const token = (await store.secrets.tokens()).find(({ id }) => id === request.params.id);
      if (token === undefined) throw new ProblemError('not-found', { detail: 'There is no such token.' });
      await store.secrets.revokeToken(token.id, toInstant(clock.now()));
      signIns.revoked(token.tokenHash);
      return reply.code(204).send();
    },
  );
};
