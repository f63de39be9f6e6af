import { randomUUID } from 'node:crypto';
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

/** Everything that can be made anew. */
function projected({ connection }: SqliteStore): unknown {
  return ['SELECT * FROM history ORDER BY session_id', 'SELECT * FROM patients ORDER BY id'].map((sql) =>
    connection.prepare(sql).all(),
  );
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

it('[LOG6] projections follow the events, renamed people and chairs included', async () => {
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

it('[LOG6] made anew from the events they come out equal, and the log goes on from there', async () => {
  using folder = temporaryFolder();
  const config = { dataDir: folder.path, file: 'chairside.db' };
  const store = openSqlite(config);
  const { running } = await aDay(store);
  const kept = projected(store);
  store.connection.exec(`UPDATE history SET patient_name = 'somebody else'; DELETE FROM patients`);
  store.rebuild();
  expect(projected(store)).toEqual(kept);
  await store.submit(append([visitEvent(running, 'vitals-recorded', { systolic: 171, diastolic: 90 })]));
  await store.close();
  await using again = openSqlite(config);
  await again.submit(append([visitEvent(running, 'note-added', { text: 'after a restart' })]));
  const followed = projected(again);
  again.rebuild();
  expect(projected(again)).toEqual(followed);
  expect((await again.history.page({ status: 'open' })).rows).toMatchObject([{ sessionId: running, maxSystolic: 171 }]);
});

it('[LOG6] a commit that fails leaves no trace in the projections', async () => {
  using folder = temporaryFolder();
  await using store = openSqlite({ dataDir: folder.path, file: 'chairside.db' });
  const { running } = await aDay(store);
  const before = projected(store);
  store.setParticipant({
    apply() {
      throw new Error('cannot follow');
    },
    commit() {},
    rollback() {},
  });
  const vitals = visitEvent(running, 'vitals-recorded', { systolic: 200, diastolic: 90 });
  await expect(store.submit(append([vitals, patientPut(PATIENT, 'A', 'B')]))).rejects.toThrow('cannot follow');
  expect(projected(store)).toEqual(before);
  store.setParticipant({ apply() {}, commit() {}, rollback() {} });
  await store.submit(append([visitEvent(running, 'note-added', { text: 'goes on' })]));
  const followed = projected(store);
  store.rebuild();
  expect(projected(store)).toEqual(followed);
});

it('[LOG6] records may come after the visits that name them', async () => {
  using folder = temporaryFolder();
  await using store = openSqlite({ dataDir: folder.path, file: 'chairside.db' });
  const visit = randomUUID();
  await store.submit(append([scheduled(visit, { patientId: PATIENT, chairId: CHAIR })]));
  await store.submit(append([chairPut(CHAIR, '3'), patientPut(PATIENT, 'Ada', 'Bell')]));
  const followed = projected(store);
  store.rebuild();
  expect(projected(store)).toEqual(followed);
  expect((await store.history.page({ q: 'bell' })).rows).toMatchObject([{ sessionId: visit, chairLabel: '3' }]);
});
