import { once } from 'node:events';
import { io, type Socket } from 'socket.io-client';
import { WebSocket } from 'ws';
import type { Recorded } from '../../shared/log/event.ts';
import type { CloseCode } from '../../shared/wire/close-codes.ts';
import { type Beat, type EventsFrame, type FeedFrame, feedFrameSchema } from '../../shared/wire/down.ts';
import { WIRE_PROTOCOL } from '../../shared/wire/version.ts';
import { type ApiClient, cookiesOf } from './api-client.ts';

export interface Cursor {
  readonly after?: number;
  readonly epoch?: string;
  readonly protocol?: number;
}

/** What a screen has been told, through either door. */
export interface Screen extends AsyncDisposable {
  readonly events: Recorded[];
  readonly frames: EventsFrame[];
  readonly beats: Beat[];
  /** Position of the last `caught-up`. */
  caughtUpAt: number | undefined;
  /** Why it was closed. */
  closedWith: CloseCode | number | undefined;
  /** Last position seen. */
  readonly position: number;
  /** Resolves when `holds` does; looks again at each thing the screen is told. */
  until(holds: () => boolean): Promise<void>;
  leave(): void;
}

/** Headers of somebody's browser on our own page. */
export function pageHeaders(client: ApiClient): Record<string, string> {
  return { origin: client.url, ...client.headers, ...cookiesOf(client) };
}

/** A screen at the plain feed. */
export function atFeed(
  client: ApiClient,
  cursor: Cursor = {},
): Screen & { readonly socket: WebSocket; readonly all: FeedFrame[] } {
  const query = new URLSearchParams(Object.entries(cursor).map(([name, value]) => [name, String(value)]));
  const socket = new WebSocket(`${client.url.replace('http', 'ws')}/api/feed?${query}`, { headers: pageHeaders(client) });
  const told = memory(cursor, () => socket.close());
  const all: FeedFrame[] = [];
  socket.on('error', () => undefined);
  socket.on('message', (data: Buffer) => {
    const frame = feedFrameSchema.parse(JSON.parse(data.toString()));
    all.push(frame);
    if (frame.type === 'events') told.events(frame);
    if (frame.type === 'beat') told.beat(frame);
    if (frame.type === 'caught-up') told.caughtUp(frame.position);
  });
  socket.on('close', (code) => told.closed(code));
  return Object.assign(told.screen, { socket, all });
}

/** A screen at the dashboard's door. `transports` as the client asks for them. */
export function atDashboard(
  client: ApiClient,
  cursor: Cursor = {},
  transports: string[] = ['websocket'],
  query: Record<string, string> = {},
): Screen & { readonly socket: Socket } {
  const socket = io(client.url, {
    transports,
    query,
    extraHeaders: pageHeaders(client),
    auth: { protocol: WIRE_PROTOCOL, ...cursor },
    reconnection: false,
    forceNew: true,
  });
  const told = memory(cursor, () => socket.disconnect());
  let code: number | undefined;
  socket.on('events', (frame: EventsFrame) => told.events(frame));
  socket.on('beat', (beat: Beat) => told.beat(beat));
  socket.on('caught-up', ({ position }: { position: number }) => told.caughtUp(position));
  socket.on('closing', (closing: { code: number }) => {
    code = closing.code;
  });
  socket.on('disconnect', () => told.closed(code ?? 0));
  socket.on('connect_error', () => told.closed(0));
  return Object.assign(told.screen, { socket });
}

function memory(cursor: Cursor, leave: () => void) {
  const waiting = new Set<() => void>();
  const changed = () => {
    for (const look of [...waiting]) look();
  };
  const frames: EventsFrame[] = [];
  const events: Recorded[] = [];
  const beats: Beat[] = [];
  const screen: Screen = {
    events,
    frames,
    beats,
    caughtUpAt: undefined,
    closedWith: undefined,
    get position() {
      return events.at(-1)?.position ?? screen.caughtUpAt ?? cursor.after ?? 0;
    },
    until(holds) {
      if (holds()) return Promise.resolve();
      return new Promise((resolve) => {
        const look = () => {
          if (!holds()) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
      });
    },
    leave,
    async [Symbol.asyncDispose]() {
      leave();
      await screen.until(() => screen.closedWith !== undefined);
    },
  };
  return {
    screen,
    events(frame: EventsFrame) {
      frames.push(frame);
      events.push(...(frame.events as Recorded[]));
      changed();
    },
    beat(beat: Beat) {
      beats.push(beat);
      changed();
    },
    caughtUp(position: number) {
      screen.caughtUpAt = position;
      changed();
    },
    closed(code: number) {
      screen.closedWith ??= code;
      changed();
    },
  };
}

/** What the server answers to an upgrade that it refuses: the HTTP status. */
export async function upgradeRefusal(url: string, path: string, headers: Readonly<Record<string, string>>): Promise<number> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}${path}`, { headers });
  socket.on('error', () => undefined);
  const [, response] = await once(socket, 'unexpected-response');
  response.resume();
  return response.statusCode;
}
