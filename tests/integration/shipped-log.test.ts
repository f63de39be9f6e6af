import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../db/open.ts';
import type { NewEvent } from '../../shared/log/event.ts';
import { isSessionEvent } from '../../shared/session/events.ts';
import { foldSession } from '../../shared/session/evolve.ts';
import { EVENT_ROWS } from '../../shared/session/said/all.ts';
import { idOf, NURSE } from '../support/given-visit.ts';

it('[LOG31] a log as it was written when the wire had number 2 is read whole, through the real store', async () => {
  const text = await readFile(new URL('../support/logs/wire-2.jsonl', import.meta.url), 'utf8');
  const events = text
    .trim()
    .split('\n')
    .map((line): NewEvent => JSON.parse(line));
  const dataDir = await mkdtemp(join(tmpdir(), 'chairside-shipped-'));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  const store = await openStore({ dataDir, file: 'chairside.db' });
  const outcome = await store.submit({
    commandId: randomUUID(),
    digest: createHash('sha256').update(text).digest('hex'),
    actor: NURSE,
    recordedAt: events.at(-1)?.happenedAt ?? '',
    decide: () => ({ ok: true, events }),
  });
  expect(outcome.kind).toBe('appended');
  const visits = await Promise.all([100, 101].map((n) => store.eventsOf(`session/${idOf(n)}`)));
  const read = visits.flat();
  expect(read.filter(({ type }) => type === 'unknown')).toEqual([]);
  expect(read).toHaveLength(events.length);
  for (const { type, version } of read.filter(isSessionEvent)) expect(version).toBe(EVENT_ROWS[type].version);
  expect(visits.map((list) => foldSession(list.filter(isSessionEvent))?.phase)).toEqual(['aborted', 'discharged']);
  await store.close();
});
