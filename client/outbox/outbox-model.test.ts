import { expect, it } from 'vitest';
import { nextToSend, type OutboxAction, type OutboxRow, reduceOutbox } from './outbox-model.ts';

const PROBLEM = { type: 'about:blank', title: 'No', status: 409, code: 'wrong-phase', detail: 'No.' };
const row = (id: string, refersTo?: string) => ({
  id,
  ownerId: 'ana',
  payload: id,
  tappedAt: '2026-11-24T09:00:00.000Z',
  ...(refersTo === undefined ? {} : { refersTo }),
});
const after = (...actions: OutboxAction<string>[]) =>
  actions.reduce<readonly OutboxRow<string>[]>((rows, action) => reduceOutbox(rows, action), []);
const kept = (...rows: ReturnType<typeof row>[]): OutboxAction<string> => ({ type: 'kept', rows });

it('[OUT2] entries keep the order of the taps, and the same id twice is one', () => {
  const rows = after(kept(row('a')), kept(row('b'), row('a')));
  expect(rows.map(({ id, seq }) => [id, seq])).toEqual([
    ['a', 1],
    ['b', 2],
  ]);
  expect(nextToSend(rows, 'ana')?.id).toBe('a');
  expect(nextToSend(rows, 'ben')).toBeUndefined();
});

it('[OUT6] a refused entry stays with its reason while the others go on; a person sends it again as a new one or discards it', () => {
  const rows = after(kept(row('a'), row('b')), { type: 'refused', id: 'a', problem: PROBLEM });
  expect(rows[0]).toMatchObject({ state: 'refused', problem: PROBLEM });
  expect(nextToSend(rows, 'ana')?.id).toBe('b');
  const again = reduceOutbox(rows, { type: 'resent', id: 'a', newId: 'c' });
  expect(again.map(({ id, state }) => [id, state])).toEqual([
    ['b', 'waiting'],
    ['c', 'waiting'],
  ]);
  expect(reduceOutbox(rows, { type: 'discarded', id: 'a' }).map(({ id }) => id)).toEqual(['b']);
  expect(reduceOutbox(rows, { type: 'discarded', id: 'b' })).toBe(rows);
});

it('[OUT6] what corrects or strikes a refused entry is refused with it', () => {
  const rows = after(kept(row('a'), row('b', 'a'), row('c')), { type: 'refused', id: 'a', problem: PROBLEM });
  expect(rows.map(({ state }) => state)).toEqual(['refused', 'refused', 'waiting']);
  expect(reduceOutbox(rows, { type: 'discarded', id: 'a' }).map(({ id }) => id)).toEqual(['c']);
});

it('[OUT15] an entry is dropped only while the network never had it', () => {
  const rows = after(kept(row('a')));
  expect(reduceOutbox(rows, { type: 'dropped', id: 'a' })).toEqual([]);
  const tried = reduceOutbox(rows, { type: 'tried', id: 'a' });
  expect(reduceOutbox(tried, { type: 'dropped', id: 'a' })).toBe(tried);
});

it('[OUT15] a strike learns the event of the entry that it waited behind, and one made after the answer knows it at once', () => {
  const answered: OutboxAction<string> = { type: 'answered', id: 'a', eventId: 'event-of-a', position: 7 };
  expect(after(kept(row('a'), row('s', 'a')), answered)[1]).toMatchObject({ id: 's', eventId: 'event-of-a' });
  expect(after(kept(row('a')), answered, kept(row('s', 'a')))[1]).toMatchObject({ id: 's', eventId: 'event-of-a' });
});

it('[OUT7] an answered entry stays until the server’s events were seen', () => {
  const rows = after(kept(row('a')), { type: 'answered', id: 'a', eventId: 'e', position: 7 });
  expect(rows[0]).toMatchObject({ state: 'sent', position: 7 });
  expect(nextToSend(rows, 'ana')).toBeUndefined();
  expect(reduceOutbox(rows, { type: 'settled', ids: ['a'] })).toEqual([]);
});

it('[OUT18] nothing goes past an entry whose time is asked about; corrected it goes as a new one, and what changes it follows', () => {
  const late = { ...row('b'), tappedAt: '2026-11-24T09:05:00.000Z' };
  const rows = after(kept(row('a'), late, { ...row('s', 'b'), tappedAt: '2026-11-24T09:06:00.000Z' }), {
    type: 'doubted',
    after: '2026-11-24T09:01:00.000Z',
    aheadMs: 720_000,
  });
  expect(rows.map(({ aheadMs }) => aheadMs)).toEqual([undefined, 720_000, 720_000]);
  expect(nextToSend(rows, 'ana')?.id).toBe('a');
  const first = reduceOutbox(rows, { type: 'answered', id: 'a', eventId: 'e', position: 7 });
  expect(nextToSend(first, 'ana')).toBeUndefined();
  const corrected = { payload: 'b, earlier', tappedAt: '2026-11-24T08:53:00.000Z', newId: 'c' };
  const timed = reduceOutbox(first, { type: 'timed', id: 'b', corrected });
  expect(nextToSend(timed, 'ana')).toMatchObject({ id: 'c', payload: 'b, earlier', tries: 0 });
  expect(timed[2]).toMatchObject({ id: 's', refersTo: 'c', aheadMs: 720_000 });
  const left = reduceOutbox(first, { type: 'timed', id: 'b' });
  expect(nextToSend(left, 'ana')).toMatchObject({ id: 'b', payload: 'b' });
});
