import type { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import cookie from '@fastify/cookie';
import Fastify, { type FastifyInstance, type FastifyPluginAsync, LogController } from 'fastify';
import { type LogSink, loggerOptions } from './logger.ts';
import { accessLog } from './plugins/access-log.ts';
import { client } from './plugins/client.ts';
import { documentation } from './plugins/documentation.ts';
import { endSignIns } from './plugins/end-sign-ins.ts';
import { errors } from './plugins/errors.ts';
import { rights } from './plugins/rights.ts';
import { securityHeaders } from './plugins/security-headers.ts';
import { validation } from './plugins/validation.ts';
import { problemOf } from './problem.ts';
import { accountRoutes } from './routes/account.ts';
import { boardRoutes } from './routes/board.ts';
import { carriedRoutes } from './routes/carried.ts';
import { commandRoutes } from './routes/commands.ts';
import { deviceRoutes } from './routes/devices.ts';
import { historyRoutes } from './routes/history.ts';
import { patientRoutes } from './routes/patients.ts';
import { referenceRoutes } from './routes/reference.ts';
import { setUpRoutes } from './routes/set-up.ts';
import { timelineRoutes } from './routes/timeline.ts';
import { tokenRoutes } from './routes/tokens.ts';
import { unlockRoutes } from './routes/unlock.ts';
import type { Services } from './services.ts';

/** A request of ours is a few hundred bytes; the longest note is 4,000 characters. */
const BODY_LIMIT_BYTES = 64 * 1024;

const CLIENT = fileURLToPath(new URL('../client/dist', import.meta.url));

export interface AppOptions {
  /** Where the log goes; standard output by default. */
  readonly logSink?: LogSink;
  /** What is served besides: the live doors, health, metrics. They find their parts in `app.services`. */
  readonly plugins?: readonly FastifyPluginAsync[];
  /** Folder of the built client. */
  readonly clientDir?: string;
}

/** The whole HTTP side over its services, not listening yet. Closing it leaves the store open. */
export function buildApp(services: Services, { logSink, plugins = [], clientDir = CLIENT }: AppOptions = {}): FastifyInstance {
  const app = Fastify({
    logger: loggerOptions(services.config.logLevel, logSink),
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT_BYTES,
    requestIdHeader: false,
    clientErrorHandler: refuseUnreadable,
    // A proxy on this machine that ends TLS tells the real address and protocol; nobody else is believed.
    trustProxy: 'loopback',
    routerOptions: { maxParamLength: 100 },
  });
  app.decorate('services', services);
  // Only JSON comes in: a form on another site cannot send it.
  app.removeContentTypeParser('text/plain');

  app.register(accessLog);
  app.register(validation);
  app.register(errors);
  app.register(securityHeaders);
  app.register(rights);
  app.register(cookie);
  app.register(endSignIns);
  app.register(documentation);
  for (const plugin of plugins) app.register(plugin);
  for (const routes of [
    accountRoutes,
    tokenRoutes,
    deviceRoutes,
    unlockRoutes,
    setUpRoutes,
    commandRoutes,
    carriedRoutes,
    boardRoutes,
    timelineRoutes,
    historyRoutes,
    patientRoutes,
    referenceRoutes,
  ])
    app.register(routes);
  app.register(client, { dir: clientDir });
  return app;
}

/** What Node cannot read as HTTP never reaches a route. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const body = JSON.stringify(problemOf('unreadable'));
  const head = ['HTTP/1.1 400 Bad Request', 'Content-Type: application/problem+json; charset=utf-8', 'Connection: close'];
  socket.end([...head, `Content-Length: ${Buffer.byteLength(body)}`, '', body].join('\r\n'));
}
