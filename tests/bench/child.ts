import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { SERVER_FLAGS } from '../../server/cli/server-flags.mjs';
import { PASSWORD, sessionId } from './clinic.ts';
import { OPEN_VISITS } from './fill.ts';
import type { Target } from './load.ts';

/** A process under load. */
export interface Running extends AsyncDisposable {
  readonly origin: string;
  /** Milliseconds from spawning it to its being ready. */
  readonly readyMs: number;
  /** Resident memory, MB. */
  memoryMb(): number;
}

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Starts the floor on a new database. */
export async function startFloor(database: string): Promise<Running> {
  const began = performance.now();
  const child = spawn(process.execPath, [file('floor.ts'), database], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout }))
    if (line.startsWith('listening ')) return running(child, `http://127.0.0.1:${line.slice('listening '.length)}`, began);
  throw new Error('The floor did not start');
}

/** Starts the server as `npm start` does, on a filled data folder. */
export async function startServer(dataDir: string): Promise<Running> {
  const port = await freePort();
  const began = performance.now();
  const env = {
    ...process.env,
    DATA_DIR: dataDir,
    PORT: `${port}`,
    HOST: '127.0.0.1',
    LOG_LEVEL: 'error',
    CLINIC_TIME_ZONE: 'UTC',
  };
  const child = spawn(process.execPath, [...SERVER_FLAGS, file('../../server/main.ts')], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const origin = `http://127.0.0.1:${port}`;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}`);
    const ready = await fetch(`${origin}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return running(child, origin, began);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

function running(child: ChildProcess, origin: string, began: number): Running {
  return {
    origin,
    readyMs: performance.now() - began,
    memoryMb: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1024,
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('No port');
  return address.port;
}

/** Signs the bench's nurse in and gives the headers of a request from the server's own page. */
export async function signIn(origin: string): Promise<Record<string, string>> {
  const headers = { 'content-type': 'application/json', origin };
  const answer = await fetch(`${origin}/api/sign-in`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ username: 'nurse', password: PASSWORD }),
  });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (!answer.ok || cookie === undefined) throw new Error(`Signing in was answered ${answer.status}`);
  return { cookie, origin };
}

let written = 0;

/** A reading at one of the 20 running visits: the same body for the server and for the floor. */
export function targetOf(origin: string, headers: Readonly<Record<string, string>>, patientIdOf: (n: number) => string): Target {
  return {
    origin,
    headers,
    feed: '/api/feed',
    write() {
      const n = written++;
      const id = `00000000-0008-7000-8000-${n.toString(16).padStart(12, '0')}`;
      const visit = n % OPEN_VISITS;
      const data = { systolic: 118 + (n % 9), diastolic: 76, heartRate: 70 + (n % 5), spo2: 97 };
      const body = JSON.stringify({
        id,
        type: 'record-vitals',
        at: new Date().toISOString(),
        patientId: patientIdOf(visit),
        data,
      });
      return { path: `/api/sessions/${sessionId(visit)}/commands`, id, body };
    },
  };
}
