import { createServer } from 'node:http';
import websocket, { type WebSocket } from '@fastify/websocket';
import type { FastifyInstance } from 'fastify';
import { CLOSE, type CloseCode } from '../../shared/wire/close-codes.ts';
import type { Hello } from '../../shared/wire/down.ts';
import { feedQuerySchema } from '../../shared/wire/up.ts';
import { WIRE_PROTOCOL } from '../../shared/wire/version.ts';
import type { Principal } from '../access/principal.ts';
import { audienceOf } from '../clinic/event-json.ts';
import { signedIn } from '../plugins/rights.ts';
import { ProblemError } from '../problem.ts';
import { type LiveDoor, MAX_PAYLOAD_BYTES, type Patience } from './door.ts';
import type { Hub } from './hub.ts';
import { Message, type Spelling } from './message.ts';

const PATH = '/api/feed';

/** What the API's document says of this door. */
export const FEED_NOTE =
  '`GET /api/feed?after=N&epoch=E&protocol=P` as a plain WebSocket pushes the log as it grows, in text frames with a `type`: `hello`, then ' +
  '`events` after that position in pages, `caught-up`, and from there on each commit as one `events` frame; `beat` every 5 s. Without `after` it ' +
  'begins at the head. Nothing is sent to it. A close code says why it ended: 1001 come back soon, 4400 asked wrongly, 4401 sign in, 4403 not ' +
  'allowed, 4408 too slow, 4409 another log, 4426 too old.';

/** A text message `{"type": …, …}` in UTF-8. */
const spelling: Spelling<Buffer> = {
  name: 'feed',
  spell: (name, json) => Buffer.from(`{"type":"${name}",${json.slice(1)}`),
};

const REASONS: Readonly<Record<CloseCode, string>> = {
  [CLOSE.goingAway]: 'going away',
  [CLOSE.badMessage]: 'bad message',
  [CLOSE.signIn]: 'sign in',
  [CLOSE.notAllowed]: 'not allowed',
  [CLOSE.tooSlow]: 'too slow',
  [CLOSE.otherEpoch]: 'other epoch',
  [CLOSE.tooOld]: 'too old',
};

export interface FeedDoor extends LiveDoor {
  /** The route itself, to be registered as a plugin of its own: what it adds to requests is for it alone. */
  readonly route: (app: FastifyInstance) => Promise<void>;
}

/**
 * The door for anything that speaks standard WebSocket: `GET /api/feed?after=N&epoch=E&protocol=P`, all optional.
 * First a `hello`, then the same stream as the dashboard's door. A client has nothing to say: whatever it sends closes it.
 * `sayGoodbye` is what the server does first when it closes.
 */
export function feedDoor(hub: Hub, patience: Patience, sayGoodbye: () => Promise<void>): FeedDoor {
  // @fastify/websocket wants a server's `upgrade` event. This one never listens: only upgrades that were let in reach it.
  const relay = createServer();
  const open = new Set<WebSocket>();
  const answered = new WeakSet<WebSocket>();
  const heartbeat = setInterval(() => {
    for (const socket of open) {
      if (!answered.delete(socket)) socket.terminate();
      else socket.ping();
    }
  }, patience.heartbeatMs);

  const begin = (socket: WebSocket, asked: unknown, principal: Principal) => {
    open.add(socket);
    answered.add(socket);
    socket.on('pong', () => answered.add(socket));
    socket.on('close', () => open.delete(socket));
    const close = (code: CloseCode) => {
      socket.close(code, REASONS[code]);
      setTimeout(() => socket.terminate(), patience.letGoMs).unref();
    };
    const query = feedQuerySchema.safeParse(asked);
    if (!query.success) return close(CLOSE.badMessage);
    if (query.data.protocol !== undefined && query.data.protocol !== WIRE_PROTOCOL) return close(CLOSE.tooOld);

    const audience = audienceOf(principal.role);
    const send = (message: Message, flushed: () => void) => {
      socket.send(message.as(spelling, audience), { binary: false }, (error) => {
        if (error == null) flushed();
      });
    };
    send(hello(hub), () => undefined);
    const subscription = hub.add({ door: 'feed', audience, send, close }, principal, query.data);
    socket.on('message', () => subscription.close(CLOSE.badMessage));
    socket.on('close', () => hub.remove(subscription));
  };

  const route = async (app: FastifyInstance) => {
    await app.register(websocket, {
      options: { server: relay, maxPayload: MAX_PAYLOAD_BYTES, perMessageDeflate: false },
      preClose: sayGoodbye,
      errorHandler(error, socket, request) {
        // A broken frame or one too large closes the socket with its own code. Anything else is a fault of ours.
        if ('code' in error) return;
        request.log.error({ err: error }, 'unexpected');
        socket.terminate();
      },
    });
    // Somebody whose sign-in ended on the way gets an HTTP answer on a connection that is no longer HTTP's to close.
    app.addHook('onResponse', async ({ raw }) => {
      if (raw.headers.upgrade !== undefined) raw.socket.destroy();
    });
    app.route({
      method: 'GET',
      url: PATH,
      config: { right: 'follow-live' },
      // OpenAPI has no words for a WebSocket: the document says it in a note.
      schema: { hide: true },
      handler(_request, reply) {
        reply.header('upgrade', 'websocket');
        throw new ProblemError('websocket-only', { rule: 'LIVE41' });
      },
      wsHandler: (socket, request) => begin(socket, { ...(request.query as object) }, signedIn(request)),
    });
  };

  return {
    route,
    takes: (path) => path === PATH,
    upgrade: (request, socket, head) => void relay.emit('upgrade', request, socket, head),
    async close() {
      clearInterval(heartbeat);
      for (const socket of open) socket.terminate();
    },
  };
}

function hello(hub: Hub): Message {
  return new Message('hello', () => JSON.stringify({ ...hub.now(), protocol: WIRE_PROTOCOL } satisfies Hello));
}
