import type { RouteOptions } from 'fastify';
import fp from 'fastify-plugin';
import { mayDo, mayDoLocked, RIGHTS } from '../../shared/access/rights.ts';
import { asksAsTablet } from '../access/cookie.ts';
import { originAllowed } from '../access/origin.ts';
import type { Principal } from '../access/principal.ts';
import { ProblemError } from '../problem.ts';

const READING = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Everything is refused unless allowed: each route names its row in the table of rights, and the server does not start
 * while one names none. Where a request comes from and who sends it is settled before its body is read.
 */
export const rights = fp(
  async (app) => {
    const routes: RouteOptions[] = [];
    app.decorateRequest('principal', undefined);
    app.decorateRequest('device', undefined);
    app.addHook('onRoute', (route) => void routes.push(route));
    app.addHook('onReady', async () => {
      for (const { config, method, url } of routes)
        if (config?.right === undefined || !(config.right in RIGHTS))
          throw new Error(`No right is declared for ${String(method)} ${url}`);
    });
    app.addHook('onRequest', async (request) => {
      const { right } = request.routeOptions.config;
      // No such route: answered as not found.
      if (right === undefined) return;
      if (!READING.includes(request.method) && !originAllowed(request.headers))
        throw new ProblemError('wrong-origin', { rule: 'ACC6' });
      request.device = await app.services.devices.of(request.headers);
      if (mayDo(undefined, right)) return;
      const { signIns } = app.services;
      const asTablet = asksAsTablet(request.url);
      request.principal = await (asTablet ? signIns.authenticateTablet(request.headers) : signIns.authenticate(request.headers));
      if (request.principal === undefined) throw new ProblemError('not-signed-in', { rule: 'ACC1' });
      if (!mayDo(request.principal.role, right) || (asTablet && !mayDoLocked(right)))
        throw new ProblemError('not-allowed', { rule: 'ACC1' });
    });
  },
  { name: 'rights' },
);

/** Who asks, on a route that not everyone may use. */
export function signedIn(request: { readonly principal: Principal | undefined }): Principal {
  if (request.principal === undefined) throw new ProblemError('not-signed-in', { rule: 'ACC1' });
  return request.principal;
}
