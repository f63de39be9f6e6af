import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from '../../db/open.ts';
import { CLOSE } from '../../shared/wire/close-codes.ts';
import { startTestServer } from '../support/builders.ts';
import { commandNow } from '../support/command-now.ts';
import { playToCheckedIn } from '../support/play-visit.ts';
import { atDashboard, atFeed } from '../support/screens.ts';
import { startProcess } from '../support/server-process.ts';

let dataDir: string;
let sessionId: string;

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'chairside-stop-'));
  await using server = await startTestServer({ dataDir, at: new Date().toISOString() });
  ({ sessionId } = await playToCheckedIn(server));
});

afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

test('[OPS52] [LIVE13] SIGTERM while people write: what was answered is stored, screens are told, the log is checkpointed, exit 0', async () => {
  await using server = await startProcess(dataDir, { environment: { LOG_LEVEL: 'warn' } });
  const nurse = await server.signIn('nurse');
  await using feed = atFeed(nurse);
  await using dashboard = atDashboard(nurse);
  for (const screen of [feed, dashboard]) await screen.until(() => screen.caughtUpAt !== undefined);

  const acknowledged: string[] = [];
  const writer = async () => {
    for (;;) {
      const note = commandNow('add-note', { text: `note ${acknowledged.length}` });
      const answer = await nurse.command(sessionId, note).catch(() => undefined);
      if (answer?.status !== 201) return;
      acknowledged.push(note.id);
      // Twice, as a terminal and npm between them send it.
      if (acknowledged.length !== 50) continue;
      for (let n = 0; n < 2; n += 1) server.child.kill('SIGTERM');
    }
  };
  await Promise.all(Array.from({ length: 8 }, writer));
  for (const screen of [feed, dashboard]) await screen.until(() => screen.closedWith !== undefined);
  expect([feed.closedWith, dashboard.closedWith]).toEqual([CLOSE.goingAway, CLOSE.goingAway]);
  expect(await server.end('SIGTERM')).toBe(0);
  // Connections that were busy when it began to stop are closed as soon as they are idle: none has to be cut off.
  expect(server.said()).not.toContain('cut off');

  const wal = join(dataDir, 'chairside.db-wal');
  expect(existsSync(wal) ? statSync(wal).size : 0).toBe(0);
  await using store = await openStore({ dataDir, file: 'chairside.db' });
  const stored = new Set((await store.eventsOf(`session/${sessionId}`)).map(({ commandId }) => commandId));
  expect(acknowledged.length).toBeGreaterThanOrEqual(50);
  expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
});

test('[OPS52] a screen that takes nothing does not keep the server from stopping', async () => {
  await using server = await startProcess(dataDir);
  const silent = atFeed(await server.signIn('nurse'));
  await silent.until(() => silent.caughtUpAt !== undefined);
  silent.socket.pause();
  expect(await server.end('SIGTERM')).toBe(0);
  silent.socket.terminate();
});
