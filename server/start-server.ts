import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import type { Store } from '../db/store.ts';
import { asksAsTablet } from './access/cookie.ts';
import { originAllowed } from './access/origin.ts';
import { buildApp } from './app.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Patience } from './live/door.ts';
import { type Live, startLive } from './live/live.ts';
import type { LogSink } from './logger.ts';
import { createMetrics } from './metrics.ts';
import { observedStore } from './observed-store.ts';
import { healthRoutes, Recording } from './routes/health.ts';
import { metricsRoute } from './routes/metrics.ts';
import { createServices, type Services } from './services.ts';
import { startWatch, type Watch } from './watch/watch.ts';

/** How long (real ms) what is in flight may take when the server stops. */
const ANSWER_WITHIN_MS = 5_000;

export interface ServerParts {
  readonly config: Config;
  /** Open and migrated. Belongs to the server from here on: `stop` closes it. */
  readonly store: Store;
  readonly clock: Clock;
  /** Where the log goes; standard output by default. */
  readonly logSink?: LogSink;
  readonly clientDir?: string;
  /** Clock of sign-ins (ms), the machine's by default; for tests. */
  readonly now?: () => number;
  /** How long a screen may be silent; for tests. */
  readonly patience?: Patience;
}

export interface RunningServer {
  /** `http://host:port`, with the port that was given when port 0 was asked for. */
  readonly url: string;
  readonly services: Services;
  readonly live: Live;
  readonly watch: Watch;
  readonly log: FastifyInstance['log'];
  /** Answers what is in flight, tells the screens, stops the watch, checkpoints and closes the log. */
  stop(): Promise<void>;
}

/**
 * Puts the clinic's server together over an open log and listens. Rejects when the address cannot be had; the log is
 * closed then.
 */
export async function startServer(parts: ServerParts): Promise<RunningServer> {
  try {
    return await start(parts);
  } catch (error) {
    await parts.store.close();
    throw error;
  }
}

async function start({ config, clock, logSink, clientDir, patience, now, store: engine }: ServerParts): Promise<RunningServer> {
  const metrics = createMetrics();
  const recording = new Recording();
  const store = observedStore(engine, {
    onAnswered(seconds) {
      recording.stored();
      metrics.writeAnswered(seconds);
    },
    onUnavailable: () => recording.refused(),
  });
  store.onCommit(({ events }) => metrics.committed(events.length));
  const services = await createServices({
    store,
    clock,
    config,
    ...(now === undefined ? {} : { now }),
    onError: (error) => app.log.error({ err: error }, 'sign-ins'),
  });
  const { model, gate, signIns } = services;

  let watch: Watch | undefined;
  let isStopping = false;
  const missing = () => [
    ...(isStopping ? ['The server is stopping.'] : []),
    ...(watch?.isRunning === true ? [] : ['The watch over alarms is not running.']),
  ];
  const app: FastifyInstance = buildApp(services, {
    ...(logSink === undefined ? {} : { logSink }),
    ...(clientDir === undefined ? {} : { clientDir }),
    plugins: [
      fp(async (instance) => void instance.register(healthRoutes, { store, recording, missing })),
      fp(async (instance) => void instance.register(metricsRoute, { metrics })),
    ],
  });
  const live = startLive({
    server: app.server,
    store,
    clock,
    patience,
    authenticate: (headers, url) => (asksAsTablet(url) ? signIns.authenticateTablet(headers) : signIns.authenticate(headers)),
    originAllowed,
    onRevoked: (listener) => signIns.onRevoked(listener),
    onTooSlow: metrics.tooSlow,
    onWatched: (tokenHash) => signIns.watched(tokenHash),
  });
  metrics.watches({ hub: live.hub, alarms: () => model.alarms });
  app.register(live.feed);

  const stop = async () => {
    isStopping = true;
    await closeWithin(app, ANSWER_WITHIN_MS);
    await watch?.stop();
    signIns[Symbol.dispose]();
    await store.close();
  };
  try {
    await app.ready();
    watch = startWatch({
      store,
      model,
      gate,
      clock,
      onError(error, sessionId) {
        metrics.alarmNotStored();
        app.log.error({ err: error, subject: sessionId }, 'the watch could not do its work for a visit');
      },
    });
    await app.listen({ port: config.port, host: config.host });
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: urlOf(app), services, live, watch, log: app.log, stop };
}

/**
 * Takes no more and answers what is in flight. A connection that was busy when the server began to close stays open for the
 * next request otherwise, and would be waited for; one that is still busy after `ms` is cut off.
 */
async function closeWithin(app: FastifyInstance, ms: number): Promise<void> {
  const sweeper = setInterval(() => app.server.closeIdleConnections(), 50);
  const cut = setTimeout(() => {
    app.log.warn('connections that were still busy are cut off');
    app.server.closeAllConnections();
  }, ms);
  await app.close();
  clearInterval(sweeper);
  clearTimeout(cut);
}

function urlOf({ server }: FastifyInstance): string {
  const { address, family, port } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}
