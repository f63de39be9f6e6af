import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openStore } from '../../db/open.ts';
import { append, chairPut, temporaryFolder } from '../contract/store-writes.ts';
import { answered, startWriter } from './log-children.ts';

/** Whether this machine lets us watch the system calls of a child: Linux with strace and the right to trace. */
const canTrace = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;
if (!canTrace) console.warn('Skipped: counting syncs needs strace and the right to trace (Debian: apt-get install strace).');

/** How often the write-ahead log was synced before each of ten answers, since the answer before. */
async function syncsBeforeAnswers(mode: 'batches' | 'unsafe-batches'): Promise<number[]> {
  using folder = temporaryFolder();
  const trace = join(folder.path, 'trace');
  const calls = ['-f', '-y', '-s', '64', '-e', 'trace=fsync,fdatasync,write', '-o', trace];
  const writer = startWriter(join(folder.path, 'data'), mode, ['strace', ...calls]);
  await writer.ended;
  const counts: number[] = [];
  let syncs = 0;
  for (const line of readFileSync(trace, 'utf8').split('\n')) {
    if (/ f(?:data)?sync\(\d+<[^>]*chairside\.db-wal>\)/.test(line)) syncs += 1;
    if (/ write\(1<[^>]*>, "(?:ready|answered)/.test(line)) {
      counts.push(syncs);
      syncs = 0;
    }
  }
  return counts.slice(1);
}

it.runIf(canTrace)('[LOG3, LOG4] twenty writes of one turn are answered after a sync of the log, and share it', async () => {
  const counts = await syncsBeforeAnswers('batches');
  expect(counts.length).toBe(10);
  // One for the commit; two where the log starts over and its header is synced first.
  expect(counts.filter((count) => count < 1 || count > 2)).toEqual([]);
});

it.runIf(canTrace)('[LOG3] the count would notice a log that does not sync', async () => {
  expect(await syncsBeforeAnswers('unsafe-batches')).toEqual(new Array(10).fill(0));
});

it.runIf(canTrace)(
  '[LOG8, LOG35] a sync that fails stops the writing for good; the entry is in doubt, and asked again after the next start has one effect',
  async () => {
    using folder = temporaryFolder();
    const inject = ['-f', '-e', 'trace=fsync,fdatasync', '-e', 'inject=fsync,fdatasync:error=EIO:when=60+', '-o', '/dev/null'];
    const writer = startWriter(folder.path, 'until-refused', ['strace', ...inject]);
    await writer.ended;
    expect(writer.lines.filter((line) => line.startsWith('refused'))).toEqual(new Array(3).fill('refused StoreUnavailable'));
    const before = answered(writer.lines);
    expect(before.size).toBeGreaterThan(5);
    await using store = await openStore({ dataDir: folder.path, file: 'chairside.db' });
    const there = new Map((await store.eventsAfter(0, 1_000_000)).map((event) => [event.commandId, event.position]));
    expect([...before].filter(([id, position]) => there.get(id) !== position)).toEqual([]);
    const [inDoubt = '', ...more] = writer.lines.flatMap((line) => (line.startsWith('unknown ') ? [line.slice(8)] : []));
    expect([inDoubt, more]).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/), []]);
    const again = await store.submit(append([chairPut(inDoubt, 'a')], { commandId: inDoubt, digest: inDoubt }));
    expect(again.kind).toBe(there.has(inDoubt) ? 'id-reused' : 'appended');
    expect(await store.history.verify()).toMatchObject({ ok: true, events: store.head() });
  },
);
