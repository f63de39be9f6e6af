import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { ApiClient } from './api-client.ts';
import { PASSWORD } from './builders.ts';
import type { Username } from './small-clinic.ts';

const MAIN = fileURLToPath(new URL('../../server/main.ts', import.meta.url));

/** The server as its own process, as `npm start` runs it. */
export interface ServerProcess extends AsyncDisposable {
  readonly url: string;
  readonly child: ChildProcess;
  /** What it has written so far, its log among it. */
  said(): string;
  /** Signs somebody of the small clinic in, with the password. */
  signIn(username: Username): Promise<ApiClient>;
  /** Sends a signal and waits for the end; gives the exit code, null when the signal ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

export interface ProcessOptions {
  readonly args?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Largest file that it may write, KiB: a disk that becomes full. */
  readonly fileLimitKib?: number;
}

/** Starts the server on a data folder and a free port; resolves when it says its address. */
export async function startProcess(dataDir: string, options: ProcessOptions = {}): Promise<ServerProcess> {
  const { child, said } = launch(dataDir, options);
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', () => {
      const address = /Chairside is open: (http:\S+)/.exec(said())?.[1];
      if (address !== undefined) resolve(address);
    });
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}: ${said()}`)));
  });
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill(signal);
      await once(child, 'exit');
    }
    return child.exitCode;
  };
  return {
    url,
    child,
    said,
    end,
    async signIn(username) {
      const client = new ApiClient(url, { origin: url });
      const answer = await client.signIn(username, PASSWORD);
      if (answer.status !== 200) throw new Error(`Signing in was answered ${answer.status}`);
      return client;
    },
    async [Symbol.asyncDispose]() {
      await end('SIGKILL');
    },
  };
}

/** Starts a server that is expected not to start: its exit code and what it said on standard error. */
export async function failToStart(dataDir: string, options: ProcessOptions = {}): Promise<{ code: number | null; said: string }> {
  const { child, said } = launch(dataDir, options);
  await once(child, 'close');
  return { code: child.exitCode, said: said() };
}

function launch(dataDir: string, { args = [], environment = {}, fileLimitKib }: ProcessOptions) {
  const env = {
    ...process.env,
    DATA_DIR: dataDir,
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'error',
    CLINIC_TIME_ZONE: 'UTC',
    ...environment,
  };
  const limit = fileLimitKib === undefined ? '' : `ulimit -f ${fileLimitKib}; `;
  const child = spawn('bash', ['-c', `${limit}exec "$0" "$@"`, process.execPath, MAIN, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk;
  });
  return { child, said: () => said };
}
