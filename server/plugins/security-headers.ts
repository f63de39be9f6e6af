import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import fp from 'fastify-plugin';
import helmet, { type HelmetOptions } from 'helmet';

const OPTIONS: HelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      scriptSrcAttr: ["'none'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      workerSrc: ["'self'"],
      manifestSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  // Browsers heed it over TLS only.
  strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false },
  referrerPolicy: { policy: 'no-referrer' },
  xFrameOptions: { action: 'deny' },
};

/**
 * Strict headers on every answer. Scripts, styles and connections only from ourselves, nothing inline; no other page may
 * frame us. Answers of the API are never kept by a browser or a proxy.
 */
export const securityHeaders = fp(
  async (app) => {
    const everywhere = headersOf(OPTIONS);
    const ofApi = { ...everywhere, 'cache-control': 'no-store' };
    app.addHook('onRequest', async (request, reply) => {
      reply.headers(request.url.startsWith('/api/') ? ofApi : everywhere);
    });
  },
  { name: 'security-headers' },
);

/** What helmet would set. It is the same for every answer, so it is asked once: per request it cost as much as the rights. */
function headersOf(options: HelmetOptions): OutgoingHttpHeaders {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  helmet(options)(request, response, (error) => {
    if (error !== undefined) throw error;
  });
  return { ...response.getHeaders() };
}
