import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { foldSession } from '../../shared/session/evolve.ts';
import type { ApiClient, SentCommand } from '../support/api-client.ts';
import { startTestServer } from '../support/builders.ts';
import { commandNow } from '../support/command-now.ts';
import { playToInfusing, someVitals } from '../support/play-visit.ts';
import { atDashboard, atFeed } from '../support/screens.ts';
import { startProcess } from '../support/server-process.ts';
import { STAFF } from '../support/small-clinic.ts';

let dataDir: string;
let sessionId: string;

/** A folder with the small clinic in it and a visit whose infusion has just been started. */
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'chairside-fault-'));
  await using server = await startTestServer({ dataDir, at: new Date(Date.now() - 1_000).toISOString() });
  ({ sessionId } = await playToInfusing(server));
});

afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

/** Writes notes, eight at a time, until the server is gone. */
async function storm(client: ApiClient, isEnough: (acknowledged: number) => void) {
  const sent = new Map<string, SentCommand>();
  const acknowledged = new Map<string, number>();
  const writer = async () => {
    for (;;) {
      const note = commandNow('add-note', { text: `note ${sent.size}` });
      sent.set(note.id, note);
      try {
        const { status, body } = await client.command(sessionId, note);
        if (status !== 201) return;
        acknowledged.set(note.id, body.position);
        isEnough(acknowledged.size);
      } catch {
        return;
      }
    }
  };
  await Promise.all(Array.from({ length: 8 }, writer));
  return { sent, acknowledged };
}

test('[OPS53] [ALARM53] killed in a storm of writes: every acknowledged entry is there once, and the alarms with who answered them', async () => {
  await using first = await startProcess(dataDir);
  const nurse = await first.signIn('nurse');
  await using screen = atFeed(nurse);
  await screen.until(() => screen.caughtUpAt !== undefined);
  await nurse.command(sessionId, commandNow('record-vitals', someVitals({ spo2: 85, heartRate: 160 })));
  await screen.until(() => screen.events.filter(({ type }) => type === 'alarm-raised').length === 2);
  const raised = foldSession(await nurse.timeline(sessionId))?.alarms ?? [];
  const [alarm] = raised;
  const { alarmId = '', position = 0 } = alarm ?? {};
  expect((await nurse.command(sessionId, commandNow('acknowledge-alarm', { alarmId, position }))).status).toBe(201);

  const { sent, acknowledged } = await storm(nurse, (count) => {
    if (count === 150) first.child.kill('SIGKILL');
  });
  expect(acknowledged.size).toBeGreaterThanOrEqual(150);

  await using second = await startProcess(dataDir);
  const again = await second.signIn('nurse');
  await using wall = atDashboard(again, { after: 0 });
  await wall.until(() => wall.caughtUpAt !== undefined);

  const positions = new Map(wall.events.map(({ commandId, position }) => [commandId, position]));
  for (const [id, position] of acknowledged) expect(positions.get(id)).toBe(position);
  expect(wall.events.map(({ position }) => position)).toEqual(wall.events.map((_, n) => n + 1));
  // What was sent and not answered is sent again, as a tablet does: each has one effect.
  for (const [id, note] of sent)
    if (!acknowledged.has(id)) expect([200, 201]).toContain((await again.command(sessionId, note)).status);
  const session = foldSession(await again.timeline(sessionId));
  expect(session?.entries.filter(({ type }) => type === 'note-added')).toHaveLength(sent.size);
  const alarms = session?.alarms.map(({ alarmId: id, acknowledged: by, cleared }) => [id, by?.by.id, cleared]);
  expect(alarms).toEqual(raised.map(({ alarmId: id }) => [id, id === alarmId ? STAFF.nurse.id : undefined, undefined]));
});

test('[ALARM72] [ALARM53] killed after a visit was aborted: what nobody answered is up again, and is answered', async () => {
  await using first = await startProcess(dataDir);
  const nurse = await first.signIn('nurse');
  await using screen = atFeed(nurse);
  await screen.until(() => screen.caughtUpAt !== undefined);
  await nurse.command(sessionId, commandNow('record-vitals', someVitals({ spo2: 85 })));
  await screen.until(() => screen.events.some(({ type }) => type === 'alarm-raised'));
  expect((await nurse.command(sessionId, commandNow('abort-session', { reason: 'to hospital' }))).status).toBe(201);
  first.child.kill('SIGKILL');

  await using second = await startProcess(dataDir);
  const again = await second.signIn('nurse');
  await using wall = atFeed(again);
  await wall.until(() => wall.caughtUpAt !== undefined);
  const alarms = async () => foldSession(await again.timeline(sessionId))?.alarms ?? [];
  const [alarm] = await alarms();
  expect(alarm).toMatchObject({ sign: 'spo2', value: 85 });
  expect(alarm?.cleared).toBeUndefined();
  const answer = { alarmId: alarm?.alarmId ?? '', position: alarm?.position ?? 0 };
  expect((await again.command(sessionId, commandNow('acknowledge-alarm', answer))).status).toBe(201);
  await wall.until(() => wall.events.some(({ type }) => type === 'alarm-cleared'));
  expect((await alarms())[0]?.cleared?.reason).toBe('session-over');
});
