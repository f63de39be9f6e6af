import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { z } from 'zod';
import { CLINIC_COMMAND_ROLES } from '../../shared/clinic/command-roles.ts';
import { COMMAND_ROLES } from '../../shared/session/command-roles.ts';
import type { CommandOutcome, Metrics } from '../metrics.ts';

/** Types that may become a label: what a stranger types must not. */
const COMMANDS: ReadonlySet<string> = new Set([...Object.keys(COMMAND_ROLES), ...Object.keys(CLINIC_COMMAND_ROLES)]);

const DESCRIPTION = {
  operationId: 'getMetrics',
  summary: 'Counts of commands, commits, screens and alarms',
  tags: ['operation'],
  security: [],
  response: { 200: { description: 'Prometheus text', content: { 'text/plain': { schema: z.string() } } } },
};

/** `GET /metrics` as Prometheus text, and a count of every command that is answered. */
export const metricsRoute = fp(
  async (app: FastifyInstance, { metrics }: { readonly metrics: Metrics }) => {
    app.addHook('onResponse', async (request, reply) => {
      const type = commandOf(request);
      if (type !== undefined) metrics.commandAnswered(type, outcomeOf(reply), reply.elapsedTime / 1_000);
    });
    app.get('/metrics', { config: { right: 'see-metrics' }, schema: DESCRIPTION }, async (_request, reply) =>
      reply
        .header('cache-control', 'no-store')
        .type(metrics.contentType)
        .send(await metrics.text()),
    );
  },
  { name: 'metrics' },
);

function commandOf({ method, body, routeOptions }: FastifyRequest): string | undefined {
  if (method === 'GET' || routeOptions.url === undefined) return undefined;
  const named = typeof body === 'object' && body !== null && 'type' in body ? body.type : routeOptions.config.right;
  return typeof named === 'string' && COMMANDS.has(named) ? named : undefined;
}

function outcomeOf({ statusCode }: FastifyReply): CommandOutcome {
  switch (statusCode) {
    case 201:
      return 'stored';
    case 200:
      return 'repeated';
    case 401:
    case 403:
      return 'not-allowed';
    case 404:
    case 409:
      return 'refused';
    case 413:
    case 415:
    case 422:
      return 'malformed';
    case 503:
      return 'not-recorded';
    default:
      return 'failed';
  }
}
