import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { append, chairPut, temporaryFolder } from '../tests/contract/store-writes.ts';
import { openStore } from './open.ts';

// Each command is a process of its own: seconds on a busy machine.

const CLI = fileURLToPath(new URL('./cli.ts', import.meta.url));

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], { encoding: 'utf8' });
  return { status, said: (stdout + stderr).trim() };
}

it('[LOG6, LOG12] `verify` tells a whole log from a changed one, beside a running server; `rebuild` wants the server stopped', async () => {
  using folder = temporaryFolder();
  const store = await openStore({ dataDir: folder.path, file: 'chairside.db' });
  for (const label of ['1', '2', '3']) await store.submit(append([chairPut(randomUUID(), label)]));
  expect(run('verify', '--data', folder.path)).toEqual({ status: 0, said: '3 events, the chain is whole' });
  const refused = run('rebuild', '--data', folder.path);
  expect([refused.status, refused.said]).toEqual([1, expect.stringContaining('Another server is using')]);
  await store.close();
  expect(run('rebuild', '--data', folder.path)).toEqual({ status: 0, said: 'History made again from 3 events' });

  const file = new Database(join(folder.path, 'chairside.db'));
  file.exec(`DROP TRIGGER events_refuse_update; UPDATE events SET actor_id = 'somebody' WHERE position = 2`);
  file.close();
  const broken = { status: 1, said: 'Broken at 2: The event was changed after it was stored' };
  expect(run('verify', '--data', folder.path)).toEqual(broken);
  expect(run().status).toBe(2);
});
