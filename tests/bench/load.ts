import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';
import { io, type Socket } from 'socket.io-client';
import { WebSocket } from 'ws';
import { WIRE_PROTOCOL } from '../../shared/wire/version.ts';

/** Where a load goes: the server under test or the floor, which take the same body and push the same frame. */
export interface Target {
  readonly origin: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Path of the plain feed. */
  readonly feed: string;
  /** Path and body of the n-th write. */
  write(n: number): { readonly path: string; readonly id: string; readonly body: string };
}

/** What one screen needs: to tell of each command id that arrived, and to go. */
export type OpenScreen = (target: Target, arrived: (commandId: string) => void) => Promise<() => void>;

let lastFrame: Buffer = Buffer.alloc(0);
let lastIds: readonly string[] = [];

/** Command ids in a frame. Screens are machines of their own: what all of them got is read once here, so that reading is not what is measured. */
function idsOf(frame: Buffer): readonly string[] {
  if (!frame.equals(lastFrame)) {
    const { events = [] } = JSON.parse(frame.toString('utf8')) as { events?: readonly { commandId: string }[] };
    lastFrame = frame;
    lastIds = events.map(({ commandId }) => commandId);
  }
  return lastIds;
}

/** A screen on the plain feed. */
export const feedScreen: OpenScreen = async (target, arrived) => {
  const socket = new WebSocket(target.origin.replace('http', 'ws') + target.feed, {
    headers: target.headers,
    perMessageDeflate: false,
  });
  socket.on('message', (data: Buffer) => idsOf(data).forEach(arrived));
  await once(socket, 'open');
  return () => socket.terminate();
};

/** A screen at the dashboard's door. */
export const dashboardScreen: OpenScreen = async (target, arrived) => {
  const socket: Socket = io(target.origin, {
    transports: ['websocket'],
    extraHeaders: { ...target.headers },
    auth: { protocol: WIRE_PROTOCOL },
    forceNew: true,
  });
  socket.on('events', ({ events }: { events: readonly { commandId: string }[] }) => {
    for (const { commandId } of events) arrived(commandId);
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  return () => socket.disconnect();
};

export interface LoadResult {
  /** Tap to acknowledgement, ms. */
  readonly acknowledged: readonly number[];
  /** Tap to the last of all screens, ms. */
  readonly lastScreen: readonly number[];
  /** Acknowledged writes per second. */
  readonly perSecond: number;
}

/** What to send: at a steady pace whatever the answers do, or as fast as `writers` can. */
export type Pace =
  | { readonly perSecond: number; readonly seconds: number }
  | { readonly writers: number; readonly seconds: number };

/** Puts a load on a target while `screens` screens watch. Rejects on any answer but 201. */
export async function load(target: Target, open: OpenScreen, screens: number, pace: Pace): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const sent = new Map<string, { at: number; left: number }>();
  const acknowledged: number[] = [];
  const lastScreen: number[] = [];
  const arrived = (commandId: string) => {
    const write = sent.get(commandId);
    if (write !== undefined && --write.left === 0) lastScreen.push(performance.now() - write.at);
  };
  const closers = await Promise.all(Array.from({ length: screens }, () => open(target, arrived)));
  let count = 0;
  const one = async () => {
    const { path, id, body } = target.write(count++);
    const at = performance.now();
    sent.set(id, { at, left: screens });
    await post(agent, target, path, body);
    acknowledged.push(performance.now() - at);
  };
  const began = performance.now();
  if ('writers' in pace) {
    const writer = async () => {
      while (performance.now() - began < pace.seconds * 1000) await one();
    };
    await Promise.all(Array.from({ length: pace.writers }, writer));
  } else {
    const pending: Promise<void>[] = [];
    for (let n = 0; n < pace.perSecond * pace.seconds; n++) {
      const due = began + (n * 1000) / pace.perSecond;
      const wait = due - performance.now();
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      pending.push(one());
    }
    await Promise.all(pending);
  }
  const seconds = (performance.now() - began) / 1000;
  while (lastScreen.length < acknowledged.length) await new Promise((resolve) => setTimeout(resolve, 5));
  for (const close of closers) close();
  agent.destroy();
  return { acknowledged, lastScreen, perSecond: acknowledged.length / seconds };
}

function post(agent: Agent, target: Target, path: string, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      target.origin + path,
      {
        agent,
        method: 'POST',
        headers: { ...target.headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      },
      (response) => {
        response.resume();
        response.on('end', () =>
          response.statusCode === 201 ? resolve() : reject(new Error(`answered ${response.statusCode}`)),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
