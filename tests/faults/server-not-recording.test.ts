import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTestServer } from '../support/builders.ts';
import { commandNow } from '../support/command-now.ts';
import { playToCheckedIn } from '../support/play-visit.ts';
import { startProcess } from '../support/server-process.ts';

let dataDir: string;
let sessionId: string;

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'chairside-full-'));
  await using server = await startTestServer({ dataDir, at: new Date().toISOString() });
  ({ sessionId } = await playToCheckedIn(server));
});

afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

test('[OPS55] [OPS50] when the disk takes no more nothing is acknowledged, the server says so, and nothing acknowledged is lost', async () => {
  const acknowledged: string[] = [];
  {
    // No file may grow beyond 1.5 MiB: the log's journal gets there after some hundred notes.
    await using server = await startProcess(dataDir, { fileLimitKib: 1_536 });
    const nurse = await server.signIn('nurse');
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    for (;;) {
      const note = commandNow('add-note', { text: 'x'.repeat(4_000) });
      const answer = await nurse.command(sessionId, note);
      if (answer.status === 201) {
        acknowledged.push(note.id);
        continue;
      }
      expect([answer.status, answer.body.code]).toEqual([503, 'not-recording']);
      break;
    }
    const health = await fetch(`${server.url}/healthz`);
    expect([health.status, (await health.json()).code]).toEqual([503, 'not-recording']);
    expect((await nurse.board()).head).toBeGreaterThan(acknowledged.length);
  }
  await using server = await startProcess(dataDir);
  const stored = (await (await server.signIn('nurse')).timeline(sessionId)).map(({ commandId }) => commandId);
  expect(acknowledged.length).toBeGreaterThan(10);
  expect(stored.filter((id) => acknowledged.includes(id))).toEqual(acknowledged);
});
