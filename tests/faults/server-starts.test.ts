import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTestServer } from '../support/builders.ts';
import { failToStart, startProcess } from '../support/server-process.ts';

let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'chairside-start-'));
});

afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

test('[OPS54] an empty folder is set up, migrated and served; a second server on it is refused in plain words', async () => {
  await using first = await startProcess(dataDir);
  expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
  expect(await (await fetch(`${first.url}/api/set-up`)).json()).toEqual({ needed: true });
  const { code, said } = await failToStart(dataDir);
  expect(code).toBe(1);
  expect(said).toMatch(/^Another server is using .*chairside\.db .*Stop it first\.\n$/);
});

test('[OPS54] a port in use is named, with what to do', async () => {
  await using first = await startProcess(dataDir);
  const { port } = new URL(first.url);
  const { code, said } = await failToStart(join(dataDir, 'other'), { environment: { PORT: port } });
  expect(code).toBe(1);
  expect(said).toBe(`Something else is listening on 127.0.0.1:${port}. Stop it, or choose another port: PORT=3001 npm start\n`);
});

test('[OPS54] every setting that is wrong is named', async () => {
  const { code, said } = await failToStart(dataDir, {
    environment: { PORT: 'many', CLINIC_TIME_ZONE: 'Mars/Olympus' },
    args: ['--speed', '9'],
  });
  expect(code).toBe(1);
  for (const wrong of ['PORT', 'CLINIC_TIME_ZONE', '--speed']) expect(said).toContain(wrong);
  expect(said).not.toMatch(/\n\s+at /);
});

test('[OPS54] records of a clinic are not taken for the demo’s', async () => {
  await using server = await startTestServer({ dataDir });
  await server.running.stop();
  for (const ending of ['', '.witness']) copyFileSync(join(dataDir, `chairside.db${ending}`), join(dataDir, `demo.db${ending}`));
  const { code, said } = await failToStart(dataDir, { args: ['--demo', '--frozen'] });
  expect(code).toBe(1);
  expect(said).toContain("holds a clinic's own records");
});
