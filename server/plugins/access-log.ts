import fp from 'fastify-plugin';

declare module 'fastify' {
  interface FastifyRequest {
    /** Stable code of the problem that was answered, for the log. */
    problemCode: string | undefined;
  }
}

/**
 * One line per answer: the route's pattern (never the address with its query), who (by id), which visit or record (by id),
 * the status. So reads of records and exports are logged too. Nothing that was typed.
 */
export const accessLog = fp(
  async (app) => {
    app.decorateRequest('problemCode', undefined);
    app.addHook('onResponse', async (request, reply) => {
      const { url } = request.routeOptions;
      if (url === undefined || !url.startsWith('/api/')) return;
      request.log.info(
        {
          method: request.method,
          route: url,
          status: reply.statusCode,
          ms: Math.round(reply.elapsedTime * 10) / 10,
          ...(request.principal === undefined ? {} : { actor: request.principal.staffId, role: request.principal.role }),
          ...idsOf(request.params),
          ...(request.problemCode === undefined ? {} : { code: request.problemCode }),
        },
        'answered',
      );
    });
  },
  { name: 'access-log' },
);

const ID = /^[0-9a-f-]{36}$/;

/** Parameters of the route that are ids; anything else somebody may have typed. */
function idsOf(params: unknown): { readonly subject?: string } {
  for (const value of Object.values(params ?? {})) if (typeof value === 'string' && ID.test(value)) return { subject: value };
  return {};
}
