import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import fp from 'fastify-plugin';
import { PROBLEMS } from '../../shared/log/problems.ts';
import { describe, finish } from '../documentation/describe.ts';
import { FEED_NOTE } from '../live/feed.ts';

const TAGS = [
  { name: 'sign-in', description: 'Who asks: signing in and out, passwords' },
  { name: 'set-up', description: 'A new clinic, once' },
  { name: 'commands', description: 'The one way in: what staff say, stored as events' },
  { name: 'questions', description: 'The board, visits, patients and reference data' },
  { name: 'history', description: 'Past and present visits, found, counted and listed' },
  { name: 'exports', description: 'Files for a spreadsheet' },
  { name: 'devices', description: 'Tablets that people share: enrolling, PIN, lock screen' },
  { name: 'tokens', description: 'Integrations and wall displays' },
  { name: 'operation', description: 'For whoever keeps the server running' },
];

/** The API described by its own schemas: `/api/openapi.json` for machines, `/api/docs` for people. */
export const documentation = fp(
  async (app) => {
    await app.register(swagger, {
      openapi: {
        openapi: '3.1.0',
        info: {
          title: 'Chairside',
          version: '1',
          description: description(),
          license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
        },
        servers: [{ url: '/', description: 'The server that answers this document' }],
        tags: TAGS,
        components: {
          securitySchemes: {
            cookie: {
              type: 'apiKey',
              in: 'cookie',
              name: 'chairside',
              description: 'From `POST /api/sign-in`; `__Host-chairside` behind TLS.',
            },
            token: { type: 'http', scheme: 'bearer', description: 'Made in settings, for integrations and displays.' },
          },
        },
        security: [{ cookie: [] }, { token: [] }],
      },
      transform: describe,
      transformObject: finish,
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
    'gets the same answer (200 instead of 201). Unknown fields of a request are refused; an answer may grow fields. Refusals are',
    'problem documents (RFC 9457), listed below.',
    '',
    FEED_NOTE,
    '',
    '| code | status | means |',
    '| --- | --- | --- |',
    ...rows,
  ].join('\n');
}
