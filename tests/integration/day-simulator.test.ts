import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../db/open.ts';
import { seedDemo } from '../../db/seed/seed-demo.ts';
import { Day } from '../../db/seed/simulator/play-day.ts';
import { startSimulator } from '../../db/seed/simulator/start-simulator.ts';
import { DEMO_PASSWORD } from '../../db/seed/staff.ts';
import { hashPassword } from '../../server/access/passwords.ts';
import { fastClock } from '../../server/clock.ts';
import { readConfig } from '../../server/config.ts';
import { startServer } from '../../server/start-server.ts';
import { isSessionEvent, type SessionEvent } from '../../shared/session/events.ts';
import { isOver } from '../../shared/session/occupancy.ts';
import { MINUTE_MS, toMs } from '../../shared/units.ts';
import { startTestServer, type TestServer } from '../support/builders.ts';

const NOW = '2026-11-24T15:07:00.000Z';
const SEED = 7;
const SLOW = 180_000;
/** Staff look at the board at least this often (time of the day), so that a test needs no more steps than the day has entries. */
const STEP_MS = { least: 15_000, most: 30_000 };

/** A folder with the demo's log after one week. */
async function seededFolder(): Promise<{ readonly dataDir: string; readonly head: number } & AsyncDisposable> {
  const dataDir = await mkdtemp(join(tmpdir(), 'chairside-day-'));
  const store = await openStore({ dataDir, file: 'chairside.db' });
  await seedDemo({ store, now: NOW, seed: SEED, timeZone: 'America/New_York', weeks: 1, hashPassword });
  const head = store.head();
  await store.close();
  return { dataDir, head, [Symbol.asyncDispose]: () => rm(dataDir, { recursive: true, force: true }) };
}

/** Plays so many minutes on the clock of a test: it waits for staff, staff do not wait for it. */
async function play(server: TestServer, forMin: number, trouble: string[] = []): Promise<void> {
  const end = new AbortController();
  const onTrouble = (code: string, type: string) => void trouble.push(`${type}: ${code}`);
  const day = new Day({ baseUrl: server.url, password: DEMO_PASSWORD, seed: SEED, signal: end.signal, onTrouble });
  const untilMs = server.clock.now() + forMin * MINUTE_MS;
  while (server.clock.now() < untilMs) {
    const nextMs = await day.step();
    server.clock.advance(Math.max(STEP_MS.least, Math.min(STEP_MS.most, nextMs - server.clock.now())));
  }
}

async function entriesAfter(server: TestServer, position: number): Promise<SessionEvent[]> {
  return (await server.services.store.eventsAfter(position, 100_000)).filter(isSessionEvent);
}

describe('a day that is played', () => {
  it(
    '[DAY8, DAY9, DAY10] goes through all phases, over a restart of the server, with few alarms and refusals',
    async () => {
      await using folder = await seededFolder();
      const server = await startTestServer({ at: NOW, dataDir: folder.dataDir });
      const trouble: string[] = [];
      await play(server, 50, trouble);
      // Other players, who know nothing of the first ones, and a server that was stopped in order.
      await using again = await server.restart();
      await play(again, 50, trouble);

      const said = await entriesAfter(again, folder.head);
      const types = new Set(said.map(({ type }) => type));
      for (const type of [
        'session-scheduled',
        'checked-in',
        'checklist-answered',
        'order-written',
        'order-confirmed',
        'vitals-recorded',
        'observation-recorded',
        'infusion-started',
        'infusion-ended',
        'moved-to-recovery',
        'discharge-scored',
        'criterion-answered',
        'discharged',
        'record-signed',
      ])
        expect(types).toContain(type);
      const staff = new Set(said.filter(({ actor }) => actor.role !== 'system').map(({ actor }) => actor.role));
      expect(staff).toEqual(new Set(['nurse', 'physician', 'manager']));

      const visits = again.services.model.boardSessions(again.clock.now()).map(({ state }) => state);
      expect(visits.filter(({ phase }) => phase === 'scheduled').length).toBeGreaterThanOrEqual(5);
      expect(visits.filter(({ phase }) => !isOver(phase) && phase !== 'scheduled').length).toBeGreaterThanOrEqual(6);
      const touched = new Set(said.map(({ stream }) => stream)).size;
      const alarms = said.filter(({ type }) => type === 'alarm-raised').length;
      expect(alarms / touched).toBeLessThan(3);
      expect(trouble.length).toBeLessThan(said.length / 100);
      const late = said.filter(({ happenedAt, recordedAt }) => toMs(recordedAt) - toMs(happenedAt) > 10 * MINUTE_MS);
      expect(late).toEqual([]);
      await server[Symbol.asyncDispose]();
    },
    SLOW,
  );

  it(
    '[DAY9] goes on by itself when the server was away',
    async () => {
      await using folder = await seededFolder();
      const clock = fastClock(60, toMs(NOW));
      const open = async (port: number) =>
        startServer({
          config: {
            ...readConfig({ DATA_DIR: folder.dataDir, LOG_LEVEL: 'silent', CLINIC_TIME_ZONE: 'America/New_York' }, []),
            port,
          },
          store: await openStore({ dataDir: folder.dataDir, file: 'chairside.db' }),
          clock,
          clientDir: join(folder.dataDir, 'no-client'),
        });
      const first = await open(0);
      const end = new AbortController();
      const trouble: string[] = [];
      let silence: () => void = () => undefined;
      const silent = new Promise<void>((resolve) => {
        silence = resolve;
      });
      const day = startSimulator({
        baseUrl: first.url,
        password: DEMO_PASSWORD,
        seed: SEED,
        signal: end.signal,
        onTrouble: (code, type) => {
          trouble.push(`${type}: ${code}`);
          if (code === 'no-answer') silence();
        },
      });
      const moved = (server: typeof first, entries: number) =>
        new Promise<void>((resolve) => {
          const until = server.services.store.head() + entries;
          const leave = server.services.store.onCommit(({ from, events }) => {
            if (from + events.length < until) return;
            leave();
            resolve();
          });
        });
      await moved(first, 10);
      await first.stop();
      await silent;
      const second = await open(Number(new URL(first.url).port));
      await moved(second, 10);
      end.abort();
      await day;
      await second.stop();
      expect(trouble.filter((line) => !line.endsWith('no-answer'))).toEqual([]);
    },
    SLOW,
  );
});
