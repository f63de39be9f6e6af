import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SessionSummary } from '../../shared/views/session-summary.ts';
import { HISTORY_SORTS, type HistoryFilter, type HistoryQuery } from '../../shared/wire/history.ts';
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

const VISITS = 60;
const id = (kind: number, n: number) => `00000000-0000-7000-8000-${(kind * 1000 + n).toString(16).padStart(12, '0')}`;
const NAMES = ['Zoë Straße', 'Ada Bell', 'ada young', 'Ben O’Neil', 'Öz Ünal'];
const INDICATIONS = ['PTSD', 'MDD', undefined];
const at = (hours: number, minutes = 0) => new Date(Date.UTC(2026, 9, 24, 0, hours * 60 + minutes)).toISOString();

const folder = temporaryFolder();
let store: SqliteStore;
let all: readonly SessionSummary[];

/** Sixty visits, eight hours apart, over the night in which summer time ends in Berlin; nothing drawn by chance. */
beforeAll(async () => {
  store = openSqlite({ dataDir: folder.path, file: 'chairside.db' });
  const clinic = { id: id(9, 1), name: 'Test', timeZone: 'Europe/Berlin', demo: false };
  await store.submit(
    append([{ stream: `clinic/${clinic.id}`, type: 'clinic-set-up', version: 1, happenedAt: at(0), data: clinic }]),
  );
  await store.submit(append([1, 2, 3].map((n) => chairPut(id(1, n), `${n}`))));
  await store.submit(append([1, 2].map((n) => staffPut(id(2, n), `Nurse ${n}`))));
  await store.submit(
    append(NAMES.map((name, n) => patientPut(id(3, n), name.split(' ')[0] ?? '', name.split(' ')[1] ?? '', `MRN-${n}`))),
  );
  await Promise.all(
    Array.from({ length: VISITS }, (_, n) =>
      store.submit(append(visit(n), { actor: { id: id(2, 1 + (n % 2)), role: 'nurse' } })),
    ),
  );
  all = (await store.history.page({ sort: 'plannedStart', limit: 500 })).rows;
});
afterAll(async () => {
  await store.close();
  folder[Symbol.dispose]();
});

function visit(n: number) {
  const session = id(5, (n * 37) % VISITS);
  const start = 8 * n;
  const indication = INDICATIONS[n % 3];
  const alarmId = id(6, n);
  const events = [
    scheduled(session, {
      patientId: id(3, n % NAMES.length),
      protocolId: id(4, n % 2),
      chairId: id(1, 1 + (n % 3)),
      plannedStart: at(start),
      ...(indication === undefined ? {} : { indication }),
    }),
  ];
  if (n % 10 === 9) return [...events, visitEvent(session, 'session-cancelled', { reason: 'ill' }, at(start))];
  events.push(visitEvent(session, 'checked-in', { identifiers: ['name', 'mrn'], weightKg: 80 }, at(start)));
  if (n % 4 !== 0)
    events.push(
      visitEvent(session, 'vitals-recorded', { systolic: 120 + (n % 7), diastolic: 80, spo2: 99 - (n % 5) }, at(start, 5)),
    );
  if (n % 5 === 0) events.push(visitEvent(session, 'alarm-raised', { alarmId, kind: 'call', priority: 'high' }, at(start, 6)));
  if (n % 10 === 0) events.push(visitEvent(session, 'session-aborted', { reason: 'unwell' }, at(start, 30)));
  return events;
}

async function pages(query: HistoryQuery): Promise<SessionSummary[]> {
  const rows: SessionSummary[] = [];
  let cursor: string | null | undefined;
  while (cursor !== null) {
    const page = await store.history.page({ ...query, ...(cursor === undefined ? {} : { cursor }) });
    rows.push(...page.rows);
    cursor = page.next;
  }
  return rows;
}

it('[LOG13] the newest visits come first, fifty at a time, unless something else is asked', async () => {
  const { rows, total, next } = await store.history.page({});
  expect([rows.length, total, next === null]).toEqual([50, VISITS, false]);
  expect(rows.map((row) => row.plannedStart)).toEqual(
    all
      .map((row) => row.plannedStart)
      .toReversed()
      .slice(0, 50),
  );
});

it.each(HISTORY_SORTS.flatMap((sort) => [[sort], [`-${sort}`]] as [typeof sort][]))(
  '[LOG13] sorted by %s the pages join without gap or double, and what is missing comes last',
  async (sort) => {
    const rows = await pages({ sort, limit: 7 });
    expect(new Set(rows.map((row) => row.sessionId)).size).toBe(VISITS);
    expect(rows.map((row) => row.sessionId)).toEqual((await pages({ sort, limit: 500 })).map((row) => row.sessionId));
    const values = rows.map((row) => sortValue(row, sort.replace('-', '')));
    const present = values.filter((value) => value !== null);
    expect(values.slice(present.length).every((value) => value === null)).toBe(true);
    const ascending = sort.startsWith('-') ? present.toReversed() : present;
    expect(ascending).toEqual(present.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
  },
);

function sortValue(row: SessionSummary, sort: string): string | number | null {
  switch (sort) {
    case 'patient':
      return row.patientName.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss').toLowerCase();
    case 'chair':
      return row.chairLabel;
    case 'alarms':
      return row.alarmsHigh + row.alarmsMedium + row.alarmsLow;
    case 'onTimePercent':
      return row.vitalsDue === 0 ? null : row.vitalsOnTime / row.vitalsDue;
    default: {
      const value: unknown = Reflect.get(row, sort);
      return typeof value === 'string' || typeof value === 'number' ? value : null;
    }
  }
}

const FILTERS: readonly [HistoryFilter, (row: SessionSummary) => boolean][] = [
  [{ from: at(80) }, (row) => row.plannedStart >= at(80)],
  [{ to: at(80) }, (row) => row.plannedStart < at(80)],
  [{ staff: id(2, 1) }, (row) => row.nurseId === id(2, 1)],
  [{ chair: id(1, 2) }, (row) => row.chairId === id(1, 2)],
  [{ patient: id(3, 1) }, (row) => row.patientId === id(3, 1)],
  [{ indication: 'MDD' }, (row) => row.indication === 'MDD'],
  [{ protocol: id(4, 1) }, (row) => row.protocolId === id(4, 1)],
  [{ status: 'open' }, (row) => row.status === 'checked-in'],
  [{ status: 'aborted' }, (row) => row.status === 'aborted'],
  [{ status: 'cancelled' }, (row) => row.status === 'cancelled'],
  [{ status: 'finished' }, (row) => row.status === 'aborted'],
  [{ flag: 'alarm-high' }, (row) => row.alarmsHigh > 0],
  [{ flag: 'unsigned' }, (row) => row.status === 'aborted'],
  [{ q: 'ADA' }, (row) => /^ada/i.test(row.patientName)],
  [{ q: 'strasse zoe' }, (row) => row.patientName === 'Zoë Straße'],
  [{ q: 'mrn-4' }, (row) => row.mrn === 'MRN-4'],
  [{ q: '   ' }, () => true],
  [
    { from: at(40), to: at(300), staff: id(2, 1), indication: 'PTSD', q: 'a' },
    (row) =>
      row.plannedStart >= at(40) &&
      row.plannedStart < at(300) &&
      row.nurseId === id(2, 1) &&
      row.indication === 'PTSD' &&
      /a/i.test(row.patientName),
  ],
];

it.each(FILTERS)('[LOG13] the filter %j finds what it says, and counts it', async (filter, wanted) => {
  const expected = all.filter(wanted).map((row) => row.sessionId);
  expect(expected.length).toBeGreaterThan(0);
  const found = await pages({ ...filter, sort: 'plannedStart', limit: 4 });
  expect(found.map((row) => row.sessionId)).toEqual(expected);
  expect((await store.history.page({ ...filter, limit: 1 })).total).toBe(expected.length);
});

it('[LOG13] what matches nothing finds nothing; signs that SQL would read as patterns are letters here', async () => {
  for (const filter of [
    { q: '%' },
    { q: '_' },
    { q: "''" },
    { chair: 'x' },
    { flag: 'override' },
    { status: 'discharged' },
  ] as const)
    expect(await store.history.page(filter)).toEqual({ rows: [], next: null, total: 0 });
});

it('[LOG13] a cursor of another list is refused', async () => {
  const { next } = await store.history.page({ sort: 'patient', limit: 5 });
  const refused = expect.objectContaining({ name: 'CursorInvalid' });
  await expect(store.history.page({ sort: 'score', cursor: next ?? '' })).rejects.toThrow(refused);
  await expect(store.history.page({ cursor: 'nonsense' })).rejects.toThrow(refused);
});

it('[LOG15] tiles and days add up, days are those of the clinic, and of nothing they say null', async () => {
  const summary = await store.history.summary({});
  expect(summary.sessions).toBe(VISITS);
  expect(summary.alarmsPerSession).toBeCloseTo(all.filter((row) => row.alarmsHigh > 0).length / VISITS);
  expect(summary.days.reduce((total, day) => total + day.sessions, 0)).toBe(VISITS);
  // 24 October, 22:00 UTC is 25 October in Berlin; that day has 25 hours: 22:00, 06:00 and 14:00 UTC, and 22:00 UTC is 23:00 there.
  expect(summary.days.slice(0, 3).map(({ day, sessions }) => [day, sessions])).toEqual([
    ['2026-10-24', 3],
    ['2026-10-25', 3],
    ['2026-10-26', 3],
  ]);
  expect(summary.vitalsOnTimePercent).toBeNull();
  expect(summary.acknowledgeBuckets).toEqual([]);
  const nothing = await store.history.summary({ q: 'nobody' });
  expect(nothing).toEqual({
    sessions: 0,
    vitalsOnTimePercent: null,
    alarmsPerSession: null,
    acknowledgeSecondsMedian: null,
    recoveryMinMedian: null,
    chairUtilisationPercent: null,
    days: [],
    acknowledgeBuckets: [],
  });
});

it('[LOG15] acknowledgement times fall in half minutes, the slow ones in the last, and chair time counts against open hours', async () => {
  using own = temporaryFolder();
  await using other = openSqlite({ dataDir: own.path, file: 'chairside.db' });
  const session = randomUUID();
  await other.submit(
    append([chairPut(id(1, 1), '1'), chairPut(id(1, 2), '2'), scheduled(session, { plannedStart: at(9), chairId: id(1, 1) })]),
  );
  await other.submit(
    append([
      visitEvent(session, 'checked-in', { identifiers: ['name', 'mrn'], weightKg: 80 }, at(9)),
      visitEvent(session, 'chair-assigned', { chairId: id(1, 1) }, at(9)),
    ]),
  );
  for (const [n, seconds] of [10, 29, 31, 600].entries()) {
    const raised = { alarmId: id(6, n), kind: 'call', priority: 'high' } as const;
    await other.submit(append([visitEvent(session, 'alarm-raised', raised, at(10))], { recordedAt: at(10) }));
    const acknowledged = { alarmId: id(6, n), position: other.head() };
    const when = new Date(Date.parse(at(10)) + seconds * 1000).toISOString();
    await other.submit(append([visitEvent(session, 'alarm-acknowledged', acknowledged, when)], { recordedAt: when }));
  }
  expect((await other.history.summary({})).acknowledgeBuckets).toEqual([0.5, 0.25, 0, 0, 0, 0, 0, 0, 0, 0.25]);
  await other.submit(append([visitEvent(session, 'session-aborted', { reason: 'unwell' }, at(12))]));
  const summary = await other.history.summary({});
  expect(summary.acknowledgeSecondsMedian).toBe(30);
  // Three of the twenty hours that two chairs are open.
  expect(summary.chairUtilisationPercent).toBeCloseTo(15);
});

it('[LOG14] entries are stored while a report is being worked out', async () => {
  const answered: string[] = [];
  // So many that a moment in which the machine does something else does not decide it.
  const reports = Array.from({ length: 50 }, () => store.history.verify().then(() => answered.push('report')));
  const entry = store.submit(append([])).then(() => answered.push('entry'));
  await Promise.all([...reports, entry]);
  expect(answered.at(-1)).toBe('report');
});

it('[LOG6, LOG13] a page holds what was stored just before it was asked for', async () => {
  const session = id(5, 900);
  await store.history.page({});
  for (let n = 1; n <= 5; n += 1) {
    const vitals = visitEvent(session, 'vitals-recorded', { systolic: 200 + n, diastolic: 80 });
    await store.submit(
      append(n === 1 ? [scheduled(session, { patientId: id(3, 0), plannedStart: at(9999) }), vitals] : [vitals]),
    );
    expect((await store.history.page({ limit: 1 })).rows).toMatchObject([{ sessionId: session, maxSystolic: 200 + n }]);
  }
});
