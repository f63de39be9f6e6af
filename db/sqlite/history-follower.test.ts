import { randomUUID } from 'node:crypto';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  append,
  chairPut,
  patientPut,
  scheduled,
  staffPut,
  temporaryFolder,
  visitEvent,
} from '../../tests/contract/store-writes.ts';
import { openSqlite } from '../open.ts';
import type { SqliteStore } from './store.ts';

const [PATIENT, CHAIR, NURSE] = [randomUUID(), randomUUID(), randomUUID()];

/** Everything that can be rebuilt; to ask history anything is to wait until it has followed the log. */
async function projected(store: SqliteStore): Promise<unknown> {
  await store.history.page({ limit: 1 });
  return stored(store);
}

function stored({ connection }: SqliteStore): unknown {
  return ['SELECT * FROM history ORDER BY session_id', 'SELECT * FROM patients ORDER BY id'].map((sql) =>
    connection.prepare(sql).all(),
  );
}

function cursorOf({ connection }: SqliteStore): number {
  return Number(connection.prepare("SELECT value FROM meta WHERE key = 'history-cursor'").pluck().get());
}

/** A day with a finished, a running, a cancelled and a corrected visit, and people and chairs that change their names. */
async function aDay(store: SqliteStore): Promise<{ done: string; running: string }> {
  const [done, running, off] = [randomUUID(), randomUUID(), randomUUID()];
  const nurse = { actor: { id: NURSE, role: 'nurse' } } as const;
  const at = (minutes: number) => new Date(Date.UTC(2026, 10, 24, 9, minutes)).toISOString();
  await store.submit(append([staffPut(NURSE, 'Kim Lee'), chairPut(CHAIR, '3'), patientPut(PATIENT, 'Zoë', 'Straße')]));
  await store.submit(
    append([done, running, off].map((id) => scheduled(id, { patientId: PATIENT, chairId: CHAIR, indication: 'MDD' }))),
  );
  await Promise.all([
    store.submit(append([visitEvent(done, 'checked-in', { identifiers: ['name', 'mrn'], weightKg: 80 }, at(0))], nurse)),
    store.submit(append([visitEvent(done, 'chair-assigned', { chairId: CHAIR }, at(1))], nurse)),
    store.submit(append([visitEvent(running, 'vitals-recorded', { systolic: 150, diastolic: 90, spo2: 0.5 }, at(2))], nurse)),
    store.submit(append([visitEvent(off, 'session-cancelled', { reason: 'ill' }, at(3))], nurse)),
  ]);
  const alarmId = randomUUID();
  await store.submit(append([visitEvent(done, 'alarm-raised', { alarmId, kind: 'call', priority: 'high' }, at(20))]));
  await store.submit(append([visitEvent(done, 'alarm-acknowledged', { alarmId, position: store.head() }, at(21))], nurse));
  await store.submit(
    append(
      [
        visitEvent(done, 'session-aborted', { reason: 'unwell' }, at(30)),
        visitEvent(done, 'record-signed', { meaning: 'charted', streamPosition: 5 }, at(31)),
      ],
      nurse,
    ),
  );
  await store.submit(append([staffPut(NURSE, 'Kim Lee-Park'), chairPut(CHAIR, 'Window'), patientPut(PATIENT, 'Zoë', 'Strasse')]));
  await store.submit(append([visitEvent(done, 'note-added', { text: 'late' }, at(40))], nurse));
  return { done, running };
}

it('[LOG6] history follows the events, renamed people and chairs included', async () => {
  using folder = temporaryFolder();
  await using store = openSqlite({ dataDir: folder.path, file: 'chairside.db' });
  const { done } = await aDay(store);
  const { rows } = await store.history.page({ status: 'aborted' });
  expect(rows).toMatchObject([
    {
      sessionId: done,
      patientName: 'Zoë Strasse',
      chairLabel: 'Window',
      nurseName: 'Kim Lee-Park',
      chartedBy: 'Kim Lee-Park',
      reviewedBy: null,
      indication: 'MDD',
      alarmsHigh: 1,
      acknowledgeSeconds: 60,
      maxSystolic: null,
      deliveredMg: null,
    },
  ]);
});

it('[LOG6] rebuilt from the events they come out equal, and the log goes on from there', async () => {
  using folder = temporaryFolder();
  const config = { dataDir: folder.path, file: 'chairside.db' };
  const store = openSqlite(config);
  const { running } = await aDay(store);
  const kept = await projected(store);
  store.connection.exec(`UPDATE history SET patient_name = 'somebody else'; DELETE FROM patients`);
  store.rebuild();
  expect(stored(store)).toEqual(kept);
  await store.submit(append([visitEvent(running, 'vitals-recorded', { systolic: 171, diastolic: 90 })]));
  await store.close();
  await using again = openSqlite(config);
  await again.submit(append([visitEvent(running, 'note-added', { text: 'after a restart' })]));
  const followed = await projected(again);
  again.rebuild();
  expect(stored(again)).toEqual(followed);
  expect((await again.history.page({ status: 'open' })).rows).toMatchObject([{ sessionId: running, maxSystolic: 171 }]);
});

it('[LOG6] a commit that fails leaves no trace in history', async () => {
  using folder = temporaryFolder();
  await using store = openSqlite({ dataDir: folder.path, file: 'chairside.db' });
  const { running } = await aDay(store);
  const before = await projected(store);
  store.setParticipant({
    apply() {
      throw new Error('cannot follow');
    },
    commit() {},
    rollback() {},
  });
  const vitals = visitEvent(running, 'vitals-recorded', { systolic: 200, diastolic: 90 });
  await expect(store.submit(append([vitals, patientPut(PATIENT, 'A', 'B')]))).rejects.toThrow('cannot follow');
  expect(await projected(store)).toEqual(before);
  store.setParticipant({ apply() {}, commit() {}, rollback() {} });
  await store.submit(append([visitEvent(running, 'note-added', { text: 'goes on' })]));
  const followed = await projected(store);
  store.rebuild();
  expect(stored(store)).toEqual(followed);
});

it('[LOG6] records may come after the visits that name them', async () => {
  using folder = temporaryFolder();
  await using store = openSqlite({ dataDir: folder.path, file: 'chairside.db' });
  const visit = randomUUID();
  await store.submit(append([scheduled(visit, { patientId: PATIENT, chairId: CHAIR })]));
  await store.submit(append([chairPut(CHAIR, '3'), patientPut(PATIENT, 'Ada', 'Bell')]));
  const followed = await projected(store);
  store.rebuild();
  expect(stored(store)).toEqual(followed);
  expect((await store.history.page({ q: 'bell' })).rows).toMatchObject([{ sessionId: visit, chairLabel: '3' }]);
});

it('[LOG46] an entry is answered before history has its row, and a question asked then sees it', async () => {
  using folder = temporaryFolder();
  await using store = openSqlite({ dataDir: folder.path, file: 'chairside.db' });
  const visit = randomUUID();
  await store.submit(append([scheduled(visit)]));
  await store.submit(append([visitEvent(visit, 'vitals-recorded', { systolic: 150, diastolic: 90 })]));
  expect([cursorOf(store), stored(store)]).toEqual([0, [[], []]]);
  const [page, summary] = await Promise.all([store.history.page({}), store.history.summary({})]);
  expect(page.rows).toMatchObject([{ sessionId: visit, maxSystolic: 150 }]);
  expect([summary.sessions, cursorOf(store)]).toEqual([1, store.head()]);
});

it('[LOG46] after a crash history goes on from its own cursor, and open visits are known at once', async () => {
  using folder = temporaryFolder();
  using crashed = temporaryFolder();
  const config = { dataDir: crashed.path, file: 'chairside.db' };
  const [early, late, over] = [randomUUID(), randomUUID(), randomUUID()];
  await using store = openSqlite({ dataDir: folder.path, file: 'chairside.db' });
  await store.submit(append([scheduled(early), scheduled(over)]));
  await store.history.page({});
  const followed = store.head();
  const ending = visitEvent(over, 'session-cancelled', { reason: 'ill' }, '2026-11-24T10:00:00.000Z');
  await store.submit(append([scheduled(late), ending, visitEvent(early, 'vitals-recorded', { systolic: 150, diastolic: 90 })]));
  // As the disk looks when the process dies now.
  for (const ending of ['', '-wal'])
    copyFileSync(join(folder.path, `chairside.db${ending}`), join(crashed.path, `chairside.db${ending}`));
  await using again = openSqlite(config);
  expect([cursorOf(again), again.head()]).toEqual([followed, followed + 3]);
  expect(new Set(await again.openSessionIds('2026-11-24T10:00:00.000Z'))).toEqual(new Set([early, late, over]));
  expect(new Set(await again.openSessionIds('2026-11-24T10:00:00.001Z'))).toEqual(new Set([early, late]));
  expect((await again.history.page({ status: 'open', sort: 'maxSystolic' })).rows).toMatchObject([
    { sessionId: early, maxSystolic: 150 },
    { sessionId: late },
  ]);
  expect(stored(again)).toEqual(await projected(store));
});

it('[LOG46] rows of another shape, or beyond the end of the log, are rebuilt at the start', async () => {
  using folder = temporaryFolder();
  const config = { dataDir: folder.path, file: 'chairside.db' };
  let kept: unknown;
  for (const spoil of [
    "UPDATE meta SET value = '0' WHERE key = 'history-shape'",
    "UPDATE meta SET value = '9999' WHERE key = 'history-cursor'",
  ]) {
    const store = openSqlite(config);
    if (kept === undefined) await aDay(store);
    kept = await projected(store);
    store.connection.exec(`${spoil}; UPDATE history SET patient_name = 'somebody else'`);
    await store.close();
    await using again = openSqlite(config);
    expect(await projected(again)).toEqual(kept);
  }
});

it('[LOG46] when the clinic counts its days by another clock, the days of history change with it', async () => {
  using folder = temporaryFolder();
  await using store = openSqlite({ dataDir: folder.path, file: 'chairside.db' });
  const clinic = { id: randomUUID(), name: 'Test', timeZone: 'UTC', demo: false };
  const put = (type: string, timeZone: string) => ({
    stream: `clinic/${clinic.id}`,
    type,
    version: 1,
    happenedAt: '2026-11-24T09:00:00.000Z',
    data: { ...clinic, timeZone },
  });
  await store.submit(
    append([put('clinic-set-up', 'UTC'), scheduled(randomUUID(), { plannedStart: '2026-11-24T20:00:00.000Z' })]),
  );
  expect((await store.history.summary({})).days.map(({ day }) => day)).toEqual(['2026-11-24']);
  await store.submit(append([put('clinic-changed', 'Asia/Tokyo')]));
  expect((await store.history.summary({})).days.map(({ day }) => day)).toEqual(['2026-11-25']);
});
