import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import fp from 'fastify-plugin';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { PROBLEMS } from '../../shared/log/problems.ts';

/** The API described by its own schemas: `/api/openapi.json` for machines, `/api/docs` for people. */
export const documentation = fp(
  async (app) => {
    await app.register(swagger, {
      openapi: {
        openapi: '3.1.0',
        info: { title: 'Chairside', version: '1', description: description() },
        components: {
          securitySchemes: {
            cookie: { type: 'apiKey', in: 'cookie', name: 'chairside', description: 'From `POST /api/sign-in`.' },
            token: { type: 'http', scheme: 'bearer', description: 'Made in settings, for integrations and displays.' },
          },
        },
        security: [{ cookie: [] }, { token: [] }],
      },
      transform: jsonSchemaTransform,
    });
    app.get('/api/openapi.json', { schema: { hide: true }, config: { right: 'read-documentation' } }, async () => app.swagger());
    await app.register(async (scope) => {
      scope.addHook('onRoute', (route) => {
        route.config = { ...route.config, right: 'read-documentation' };
      });
      await scope.register(swaggerUi, {
        routePrefix: '/api/docs',
        uiConfig: { docExpansion: 'list', tryItOutEnabled: false, supportedSubmitMethods: [] },
        theme: { title: 'Chairside API' },
      });
    });
  },
  { name: 'documentation', dependencies: ['rights'] },
);

function description(): string {
  const rows = Object.entries(PROBLEMS).map(([code, { status, title }]) => `| \`${code}\` | ${status} | ${title} |`);
  return [
    'JSON, times as ISO 8601 UTC with milliseconds, ids as UUIDs. A command carries an id made by its sender: sent again, it',
    'gets the same answer (200 instead of 201). Refusals are problem documents (RFC 9457):',
    '',
    '| code | status | means |',
    '| --- | --- | --- |',
    ...rows,
  ].join('\n');
}
