import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { PROJECT } from '../support/project-files.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'chairside-start-'));
const running = new Set<ChildProcess>();

afterAll(async () => {
  // SIGTERM, which is passed on: SIGKILL would leave the server behind.
  await Promise.all(
    [...running].map((child) => {
      const ended = once(child, 'close');
      child.kill('SIGTERM');
      return ended;
    }),
  );
  rmSync(dataDir, { recursive: true, force: true });
});

it('[OPS13] npm start brings up the server with its screens; the second time there is nothing to set up', async () => {
  const first = await started();
  expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
  expect(await (await fetch(first.url)).text()).toContain('<div id="root">');
  expect(await first.stop('SIGTERM')).toBe(0);

  const second = await started();
  expect((await fetch(`${second.url}/readyz`)).status).toBe(200);
  expect(await second.stop('SIGTERM', 'SIGTERM')).toBe(0);
  expect(second.setUp()).not.toMatch(/^chairside: /m);
});

it('[OPS14] settings that are wrong are all named at once, and nothing is started', async () => {
  const child = start({ PORT: 'many', LOG_LEVEL: 'loud' }, ['--quick']);
  const said = { text: '' };
  child.stderr?.on('data', (chunk: Buffer) => {
    said.text += chunk.toString();
  });
  // `close`, not `exit`: by then everything it said has been read.
  const [code] = await once(child, 'close');
  expect(code).toBe(1);
  for (const wrong of ['PORT', 'LOG_LEVEL', '--quick']) expect(said.text).toContain(wrong);
});

function start(environment: Record<string, string>, args: string[] = []): ChildProcess {
  const child = spawn(process.execPath, ['server/cli/start.mjs', ...args], {
    cwd: PROJECT,
    env: { ...process.env, DATA_DIR: dataDir, PORT: '0', NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/** A served clinic: its address, what the set-up said, and a way to end it that answers the exit code. */
async function started() {
  const child = start({});
  let setUp = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    setUp += chunk.toString();
  });
  const url = await new Promise<string>((resolve, reject) => {
    let out = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      const address = /Chairside is open: (http:\S+)/.exec(out)?.[1];
      if (address !== undefined) resolve(address);
    });
    child.once('close', (code) => reject(new Error(`ended with ${code} before it was open:\n${setUp}${out}`)));
  });
  return {
    url,
    setUp: () => setUp,
    async stop(...signals: NodeJS.Signals[]): Promise<number | null> {
      const ended = once(child, 'exit');
      for (const signal of signals) child.kill(signal);
      const [code]: (number | null)[] = await ended;
      return code ?? null;
    },
  };
}
