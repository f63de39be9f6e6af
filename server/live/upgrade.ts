import { type IncomingHttpHeaders, type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { mayDo } from '../../shared/access/rights.ts';
import type { ProblemCode } from '../../shared/log/problems.ts';
import type { Principal } from '../access/principal.ts';
import { problemOf } from '../problem.ts';
import type { LiveDoor } from './door.ts';

export interface UpgradeOptions {
  readonly server: Server;
  readonly doors: readonly LiveDoor[];
  /** Who asks to watch; `url` may say that it is the lock screen of a shared tablet. */
  readonly authenticate: (headers: IncomingHttpHeaders, url: string | undefined) => Promise<Principal | undefined>;
  readonly originAllowed: (headers: IncomingHttpHeaders) => boolean;
}

/**
 * The only listener to the server's `upgrade` event: asks where the request comes from and who it is, and passes it to
 * exactly one door by its path. Whatever is refused gets an HTTP answer, so that nobody waits. Returns its disposer.
 *
 * Why one: two WebSocket libraries that both listen race for the socket, and Socket.IO then silently stays on polling.
 */
export function dispatchUpgrades({ server, doors, authenticate, originAllowed }: UpgradeOptions): () => void {
  const decide = async (request: IncomingMessage): Promise<{ door: LiveDoor; principal: Principal } | ProblemCode> => {
    const path = request.url?.split('?', 1)[0] ?? '';
    const door = doors.find((one) => one.takes(path));
    if (door === undefined) return 'not-found';
    if (!originAllowed(request.headers)) return 'wrong-origin';
    const principal = await authenticate(request.headers, request.url);
    if (principal === undefined) return 'not-signed-in';
    return mayDo(principal.role, 'follow-live') ? { door, principal } : 'not-allowed';
  };
  const dispatch = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const ignore = () => undefined;
    socket.on('error', ignore);
    decide(request)
      .catch((): ProblemCode => 'not-recording')
      .then((decision) => {
        if (socket.destroyed) return;
        if (typeof decision === 'string') return refuse(socket, decision);
        socket.off('error', ignore);
        decision.door.upgrade(request, socket, head, decision.principal);
      });
  };
  server.on('upgrade', dispatch);
  return () => server.off('upgrade', dispatch);
}

function refuse(socket: Duplex, code: ProblemCode): void {
  const problem = problemOf(code);
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    'Connection: close',
    'Cache-Control: no-store',
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  socket.once('finish', () => socket.destroy());
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
