import type { IncomingMessage } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { CLOSE, type CloseCode } from '../../shared/wire/close-codes.ts';
import type { Hello } from '../../shared/wire/down.ts';
import { feedQuerySchema } from '../../shared/wire/up.ts';
import { WIRE_PROTOCOL } from '../../shared/wire/version.ts';
import type { Principal } from '../access/principal.ts';
import { audienceOf } from '../clinic/event-json.ts';
import { FORCE_CLOSE_AFTER_MS, HEARTBEAT_MS, type LiveDoor, MAX_PAYLOAD_BYTES } from './door.ts';
import { sendFrame, textFrame } from './frame.ts';
import type { Hub } from './hub.ts';
import { Message, type Spelling } from './message.ts';

const PATH = '/api/feed';

/** A text frame `{"type": …, …}`. */
const spelling: Spelling<readonly [Buffer]> = {
  name: 'feed',
  spell: (name, json) => textFrame(`{"type":"${name}",${json.slice(1)}`),
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

/**
 * The door for anything that speaks standard WebSocket: `GET /api/feed?after=N&epoch=E&protocol=P`, all optional.
 * First a `hello`, then the same stream as the dashboard's door. A client has nothing to say: whatever it sends closes it.
 */
export function feedDoor(hub: Hub): LiveDoor {
  const server = new WebSocketServer({ noServer: true, maxPayload: MAX_PAYLOAD_BYTES, perMessageDeflate: false });
  const answered = new WeakSet<WebSocket>();
  const heartbeat = setInterval(() => {
    for (const socket of server.clients) {
      if (!answered.delete(socket)) socket.terminate();
      else socket.ping();
    }
  }, HEARTBEAT_MS);

  const begin = (socket: WebSocket, request: IncomingMessage, principal: Principal) => {
    answered.add(socket);
    socket.on('pong', () => answered.add(socket));
    // A broken frame or one too large closes the socket with its own code; `close` follows.
    socket.on('error', () => undefined);
    const close = (code: CloseCode) => {
      socket.close(code, REASONS[code]);
      setTimeout(() => socket.terminate(), FORCE_CLOSE_AFTER_MS).unref();
    };
    const query = feedQuerySchema.safeParse(Object.fromEntries(new URL(request.url ?? '', 'http://feed').searchParams));
    if (!query.success) return close(CLOSE.badMessage);
    if (query.data.protocol !== undefined && query.data.protocol !== WIRE_PROTOCOL) return close(CLOSE.tooOld);

    const audience = audienceOf(principal.role);
    const send = (message: Message, flushed: () => void) => {
      sendFrame(socket, message.as(spelling, audience), (error) => {
        if (error == null) flushed();
      });
    };
    send(hello(hub), () => undefined);
    const subscription = hub.add({ door: 'feed', audience, send, close }, principal, query.data);
    socket.on('message', () => subscription.close(CLOSE.badMessage));
    socket.on('close', () => hub.remove(subscription));
  };

  return {
    takes: (path) => path === PATH,
    upgrade(request, socket, head, principal) {
      server.handleUpgrade(request, socket, head, (webSocket) => begin(webSocket, request, principal));
    },
    async close() {
      clearInterval(heartbeat);
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}

function hello(hub: Hub): Message {
  return new Message('hello', () => JSON.stringify({ ...hub.now(), protocol: WIRE_PROTOCOL } satisfies Hello));
}
