import { io, type Socket } from 'socket.io-client';
import type { Handshake } from '../../shared/wire/up.ts';
import { beatOf, caughtUpOf, closingOf, eventsOf } from './frames.ts';

/** What comes over the socket, checked. */
export interface SocketEars {
  /** `undefined`: a frame that this version cannot read. */
  readonly onEvents: (events: ReturnType<typeof eventsOf>) => void;
  readonly onCaughtUp: (head: number) => void;
  readonly onBeat: (beat: NonNullable<ReturnType<typeof beatOf>>) => void;
  readonly onClosing: (code: number | undefined) => void;
  /** No connection, and no code that says why. `gaveUp`: socket.io does not try again by itself. */
  readonly onUnreachable: (gaveUp: boolean) => void;
  /** `byServer`: socket.io leaves it to us to come back. */
  readonly onLost: (byServer: boolean) => void;
}

/** A socket that is not connected yet; each handshake carries the cursor of that moment. */
export function makeSocket(as: 'tablet' | undefined, cursor: () => Handshake, ears: SocketEars): Socket {
  const socket = io({
    transports: ['websocket'],
    autoConnect: false,
    query: as === undefined ? {} : { as },
    auth: (send) => send(cursor()),
    reconnectionDelay: 300,
    reconnectionDelayMax: 2_000,
    timeout: 5_000,
  });
  socket.on('events', (frame: unknown) => ears.onEvents(eventsOf(frame)));
  socket.on('caught-up', (frame: unknown) => ears.onCaughtUp(caughtUpOf(frame) ?? 0));
  socket.on('beat', (frame: unknown) => {
    const beat = beatOf(frame);
    if (beat !== undefined) ears.onBeat(beat);
  });
  socket.on('closing', (frame: unknown) => ears.onClosing(closingOf(frame)));
  socket.on('connect_error', (error: Error & { readonly data?: unknown }) => {
    const code = closingOf(error.data);
    if (code !== undefined) ears.onClosing(code);
    // A refusal in the handshake ends socket.io's own tries.
    else ears.onUnreachable(!socket.active);
  });
  socket.on('disconnect', (reason) => ears.onLost(reason === 'io server disconnect'));
  return socket;
}
