import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A network between browser and server that can be cut, and that can lead to another server afterwards. */
export interface NetworkLink extends AsyncDisposable {
  /** Address for the browser; stays the same whatever happens behind it. */
  readonly url: string;
  /** Ends every connection and refuses new ones. */
  cut(): void;
  /** Leads on, to the same server or to another one. */
  mend(serverUrl?: string): void;
  /** Connections stay open but nothing passes in either direction: a half-open link. */
  stall(): void;
}

export async function openLink(serverUrl: string): Promise<NetworkLink> {
  let target = new URL(serverUrl);
  let state: 'open' | 'cut' | 'stalled' = 'open';
  const open = new Set<Socket>();
  const keep = (socket: Socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    // A cut shows as a reset on the other side: nobody here has anything to do about it.
    socket.on('error', () => undefined);
  };
  const server = createServer((browser) => {
    keep(browser);
    if (state === 'cut') return void browser.destroy();
    const upstream = connect(Number(target.port), target.hostname);
    keep(upstream);
    const pass = (from: Socket, to: Socket) => {
      from.on('data', (chunk) => {
        if (state === 'open') to.write(chunk);
      });
      from.on('close', () => to.destroy());
    };
    pass(browser, upstream);
    pass(upstream, browser);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The link has no port');
  const drop = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${address.port}`,
    cut: () => {
      state = 'cut';
      drop();
    },
    mend: (next) => {
      if (next !== undefined) target = new URL(next);
      // What was stalled is lost: those connections are of no use any more.
      if (state === 'stalled') drop();
      state = 'open';
    },
    stall: () => {
      state = 'stalled';
    },
    async [Symbol.asyncDispose]() {
      drop();
      server.close();
      await once(server, 'close');
    },
  };
}
