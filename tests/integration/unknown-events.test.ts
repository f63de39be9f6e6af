import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../db/open.ts';
import { newId } from '../../server/new-id.ts';
import type { NewEvent } from '../../shared/log/event.ts';
import { foldSession } from '../../shared/session/evolve.ts';
import { toMs } from '../../shared/units.ts';
import { startTestServer } from '../support/builders.ts';
import { playToInfusing } from '../support/play-visit.ts';
import { atFeed } from '../support/screens.ts';
import { STAFF } from '../support/small-clinic.ts';

/** What a newer version, or nobody who knew what they did, may have left in the log of a stopped server. */
async function leaveBehind(dataDir: string, at: string, events: readonly Omit<NewEvent, 'happenedAt'>[]): Promise<void> {
  const store = await openStore({ dataDir, file: 'chairside.db' });
  const outcome = await store.submit({
    commandId: newId(toMs(at)),
    digest: createHash('sha256').update('left behind').digest('hex'),
    actor: { id: STAFF.nurse.id, role: 'nurse' },
    recordedAt: at,
    decide: () => ({ ok: true, events: events.map((event) => ({ ...event, happenedAt: at })) }),
  });
  expect(outcome.kind).toBe('appended');
  await store.close();
}

it('[LOG30, VIEW10, LIVE30] what this version cannot show is shown as that, everywhere, and breaks nothing', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'chairside-newer-'));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  const before = await startTestServer({ dataDir });
  const { sessionId } = await playToInfusing(before);
  const at = before.now();
  await before[Symbol.asyncDispose]();
  const stream = `session/${sessionId}`;
  const secret = 'asks for her sister Selma';
  await leaveBehind(dataDir, at, [
    { stream, type: 'lead-placed', version: 1, data: { site: secret } },
    { stream, type: 'note-added', version: 2, data: { text: secret, shift: 'late' } },
    { stream, type: 'rate-changed', version: 1, data: { reason: secret } },
    { stream: `room/${newId(0)}`, type: 'room-put', version: 1, data: { label: secret } },
    { stream: `chair/${newId(0)}`, type: 'chair-put', version: 9, data: { label: secret } },
    { stream: `session/${newId(0)}`, type: 'session-scheduled', version: 7, data: { patientId: secret } },
  ]);

  await using again = await startTestServer({ dataDir });
  const { model, store } = again.services;
  const unknown = model.session(sessionId)?.entries.filter(({ type }) => type === 'unknown');
  expect(unknown?.map(({ data }) => data)).toMatchObject([
    { type: 'lead-placed', version: 1 },
    { type: 'note-added', version: 2, data: { text: secret, shift: 'late' } },
    { type: 'rate-changed', version: 1 },
  ]);
  expect(model.session(sessionId)?.phase).toBe('infusing');

  const nurse = await again.as('nurse');
  const board = await nurse.board();
  expect(foldSession(board.sessions.find(({ id }) => id === sessionId)?.events ?? [])).toEqual(model.session(sessionId));
  const csv = await nurse.get(`/api/sessions/${sessionId}/export.csv`);
  expect(csv.text).toContain('lead-placed');
  expect(csv.text).toContain(secret);
  expect((await nurse.get('/api/history')).status).toBe(200);

  const wall = await again.withToken('display');
  await using screen = atFeed(wall, { after: 0, epoch: store.epoch });
  await screen.until(() => screen.caughtUpAt !== undefined);
  expect(screen.position).toBe(store.head());
  expect(JSON.stringify(screen.events)).not.toContain(secret);
  expect(screen.events.filter(({ type }) => type === 'unknown')).toHaveLength(6);

  // The visit goes on.
  const said = {
    id: newId(0),
    type: 'add-note',
    at: again.now(),
    patientId: model.session(sessionId)?.patientId,
    data: { text: 'x' },
  };
  expect((await nurse.post(`/api/sessions/${sessionId}/commands`, said)).status).toBe(201);
});
