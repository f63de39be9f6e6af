import { createServer, type IncomingMessage } from 'node:http';
import { Server } from 'socket.io';
import { CLOSE, type CloseCode } from '../../shared/wire/close-codes.ts';
import type { Closing } from '../../shared/wire/down.ts';
import { handshakeSchema } from '../../shared/wire/up.ts';
import { WIRE_PROTOCOL } from '../../shared/wire/version.ts';
import type { Principal } from '../access/principal.ts';
import { audienceOf } from '../clinic/event-json.ts';
import { type LiveDoor, MAX_PAYLOAD_BYTES, type Patience } from './door.ts';
import type { Hub } from './hub.ts';
import type { Spelling } from './message.ts';

const PATH = '/socket.io/';

/** An EVENT packet of the main namespace as the Socket.IO protocol (revision 5) spells it. */
const spelling: Spelling<string> = {
  name: 'socket-io',
  spell: (name, json) => `2["${name}",${json}]`,
};

/**
 * The dashboard's door: Socket.IO, WebSocket only. Handshake `auth: {after, epoch, protocol}`. Before it closes a screen it
 * emits `closing {code}`. A client has nothing to say here: whatever it emits closes it with `badMessage`.
 */
export function socketIoDoor(hub: Hub, patience: Patience): LiveDoor {
  // Socket.IO wants a server's `upgrade` event. This one never listens: only upgrades that were let in reach it.
  const relay = createServer();
  const principals = new WeakMap<IncomingMessage, Principal>();
  const io = new Server({
    path: PATH,
    transports: ['websocket'],
    allowUpgrades: false,
    destroyUpgrade: false,
    serveClient: false,
    perMessageDeflate: false,
    maxHttpBufferSize: MAX_PAYLOAD_BYTES,
    pingInterval: patience.heartbeatMs,
    pingTimeout: patience.heartbeatMs,
    connectTimeout: patience.heartbeatMs,
  });
  io.attach(relay);

  io.on('connection', (socket) => {
    const connection = socket.request.socket;
    const close = (code: CloseCode) => {
      socket.emit('closing', { code } satisfies Closing);
      socket.disconnect(true);
      setTimeout(() => connection.destroy(), patience.letGoMs).unref();
    };
    const principal = principals.get(socket.request);
    if (principal === undefined) return close(CLOSE.signIn);
    // An old client may say things that we no longer know: its number comes first.
    const { auth } = socket.handshake;
    if (typeof auth.protocol === 'number' && auth.protocol !== WIRE_PROTOCOL) return close(CLOSE.tooOld);
    const handshake = handshakeSchema.safeParse(auth);
    if (!handshake.success) return close(CLOSE.badMessage);

    const audience = audienceOf(principal.role);
    const subscription = hub.add(
      {
        door: 'socket-io',
        audience,
        send(message, flushed) {
          socket.conn.write(message.as(spelling, audience), {}, flushed);
        },
        close,
      },
      principal,
      handshake.data,
    );
    socket.onAny(() => subscription.close(CLOSE.badMessage));
    socket.on('disconnect', () => hub.remove(subscription));
  });

  return {
    takes: (path) => path === PATH,
    upgrade(request, socket, head, principal) {
      principals.set(request, principal);
      relay.emit('upgrade', request, socket, head);
    },
    close: () => io.close(),
  };
}
