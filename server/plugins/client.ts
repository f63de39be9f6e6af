import { existsSync } from 'node:fs';
import { join } from 'node:path';
import staticFiles from '@fastify/static';
import type { FastifyPluginAsync } from 'fastify';
import { problemOf, sendProblem } from '../problem.ts';

/**
 * The built client. Files with a hash in their name are kept by the browser for good; `index.html`, which names them,
 * is asked for each time and answers every address of a screen.
 */
export const client: FastifyPluginAsync<{ readonly dir: string }> = async (app, { dir }) => {
  const built = existsSync(join(dir, 'index.html'));
  if (built) {
    app.addHook('onRoute', (route) => {
      route.config = { ...route.config, right: 'load-application' };
      route.schema = { ...route.schema, hide: true };
    });
    await app.register(staticFiles, {
      root: dir,
      cacheControl: false,
      setHeaders: (reply, path) =>
        reply.header('cache-control', path.startsWith(join(dir, 'assets')) ? 'public, max-age=31536000, immutable' : 'no-cache'),
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '';
    const isScreen =
      (request.method === 'GET' || request.method === 'HEAD') && !/^\/(api|socket\.io)(\/|$)/.test(path) && !path.includes('.');
    if (built && isScreen) return reply.sendFile('index.html');
    return sendProblem(reply, problemOf('not-found'));
  });
};
