import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/store.ts';
import { LOOPBACK_COOKIE } from '../../server/access/cookie.ts';
import { hashPassword } from '../../server/access/passwords.ts';
import { hashToken, newToken } from '../../server/access/token.ts';
import type { Config } from '../../server/config.ts';
import type { Patience } from '../../server/live/door.ts';
import { newId } from '../../server/new-id.ts';
import { type RunningServer, startServer } from '../../server/start-server.ts';
import { type Instant, toInstant } from '../../shared/units.ts';
import { ApiClient } from './api-client.ts';
import { type FakeClock, fakeClock } from './fake-clock.ts';
import { NINE } from './given-visit.ts';
import { STAFF, setUpSmallClinic, type Username } from './small-clinic.ts';

/**
 * A real server over a real log in a folder of its own, on a free port, with a clock that only the test moves and (unless
 * `empty`) the small clinic of `small-clinic.ts`. Ends with the block:
 *
 *     await using server = await startTestServer();
 *     const nurse = await server.as('nurse');                     // signed in
 *     const visit = await playToInfusing(server);                 // play-visit.ts: Maya Reyes in chair 1 since 09:00
 *     await visit.say('record-vitals', { heartRate: 72 });        // 201, or the test fails
 *     server.clock.advance(10 * MINUTE_MS);                       // the watch's timers fire on the way
 */
export interface TestServer extends AsyncDisposable {
  readonly url: string;
  readonly clock: FakeClock;
  readonly running: RunningServer;
  readonly services: RunningServer['services'];
  readonly dataDir: string;
  /** Lines of the log so far. */
  readonly logLines: readonly string[];
  /** The server's time. */
  now(): Instant;
  /** Nobody yet: for signing in by hand. `headers` go along with each request. */
  anonymous(headers?: Readonly<Record<string, string>>): ApiClient;
  /** A person of the small clinic, signed in (without the slow hash of a real sign-in). */
  as(username: Username): Promise<ApiClient>;
  /** An integration or a display with a token of its own. */
  withToken(role: 'integration' | 'display'): Promise<ApiClient>;
  /** Stops the server in order and opens it again on the same data; sign-ins stay. Dispose both. */
  restart(): Promise<TestServer>;
}

export interface TestServerOptions {
  /** Where the clock stands; 09:00 UTC on 24 November 2026 unless said. */
  readonly at?: Instant;
  /** Nothing set up at all. */
  readonly empty?: boolean;
  readonly config?: Partial<Config>;
  /** A built client to serve; none unless said, so that tests of the API need no build. */
  readonly clientDir?: string;
  readonly patience?: Patience;
  /** An existing data folder; it is kept at the end. */
  readonly dataDir?: string;
  /** An engine of the test's own, open; SQLite in the data folder unless said. */
  readonly store?: Store;
  /** A clock to share with another server. */
  readonly clock?: FakeClock;
}

export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'chairside-test-')));
  const clock = options.clock ?? fakeClock(options.at ?? NINE);
  const logLines: string[] = [];
  const running = await startServer({
    config: { ...CONFIG, dataDir, ...options.config },
    store: options.store ?? (await openStore({ dataDir, file: 'chairside.db' })),
    clock,
    now: () => clock.now(),
    logSink: { write: (line) => void logLines.push(line) },
    clientDir: options.clientDir ?? join(dataDir, 'no-client'),
    ...(options.patience === undefined ? {} : { patience: options.patience }),
  });
  const { services, url } = running;
  if (options.empty !== true && services.model.clinic.staff.size === 0) await setUpSmallClinic(services, await passwordHash());
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= running.stop();
    return stopped;
  };

  return {
    url,
    clock,
    running,
    services,
    dataDir,
    logLines,
    now: () => toInstant(clock.now()),
    anonymous: (headers) => new ApiClient(url, headers),
    async as(username) {
      const staff = services.model.clinic.staff.get(STAFF[username].id);
      if (staff === undefined) throw new Error(`There is no ${username} here`);
      const client = new ApiClient(url);
      client.cookie = `${LOOPBACK_COOKIE}=${(await services.signIns.begin(staff)).token}`;
      return client;
    },
    async withToken(role) {
      const token = newToken();
      const record = { id: newId(clock.now()), name: `Test ${role}`, role, createdAt: toInstant(clock.now()) };
      await services.store.secrets.putToken({ ...record, tokenHash: hashToken(token) });
      return new ApiClient(url, { authorization: `Bearer ${token}` });
    },
    async restart() {
      await stop();
      return startTestServer({ ...options, dataDir, clock });
    },
    async [Symbol.asyncDispose]() {
      await stop();
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
    },
  };
}

const CONFIG: Config = {
  port: 0,
  host: '127.0.0.1',
  dataDir: '',
  timeZone: 'Europe/Berlin',
  isTimeZoneNamed: true,
  logLevel: 'info',
  demo: false,
  frozen: false,
  speed: 1,
};

let hash: Promise<string> | undefined;

/** Everybody has the same password, so that it is hashed once per test file. */
function passwordHash(): Promise<string> {
  hash ??= hashPassword(PASSWORD);
  return hash;
}

/** The password of everybody in the small clinic. */
export const PASSWORD = 'a-quiet-room-42';
