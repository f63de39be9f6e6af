import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import type { CarriedEntry } from '../../shared/wire/carried.ts';
import type { Answer } from '../live/api.ts';
import type { Accepted } from '../live/send-command.ts';
import { carry } from './carry.ts';
import { TabletDb } from './tablet-db.ts';

const AT = '2026-11-24T09:00:00.000Z';
const payload = { iv: new Uint8Array(12), bytes: new Uint8Array([1, 2, 3]).buffer };
const row = (id: string, ownerId: string, refersTo?: string) => ({
  id,
  ownerId,
  tappedAt: AT,
  payload,
  ...(refersTo === undefined ? {} : { refersTo }),
});
const problem = (status: number) => ({ type: 'about:blank', title: 'No', status, code: 'no', detail: 'No.' });
const stored: Answer<Accepted> = { ok: true, status: 201, value: { position: 1, events: [] } };
const refused = (status: number): Answer<Accepted> => ({ ok: false, status, retry: status >= 500, problem: problem(status) });

let databases = 0;

/** Ben has the tablet; what the server says to each id. Gives what was sent and what is left. */
async function carried(rows: readonly ReturnType<typeof row>[], answers: Readonly<Record<string, Answer<Accepted>>> = {}) {
  const db = new TabletDb(`carry-${databases++}`);
  await db.step({ type: 'kept', rows });
  const sent: CarriedEntry[] = [];
  const end = await carry(db, 'ben', async (entry) => {
    sent.push(entry);
    return answers[entry.id] ?? stored;
  });
  const left = (await db.allRows()).map(({ id, state }) => `${id} ${state}`);
  db.close();
  return { sent, left, end: end.end };
}

it('[OUT19] what waits of others goes sealed, in the order of the taps; one’s own goes the usual way', async () => {
  const { sent, left, end } = await carried([row('a1', 'ana'), row('b1', 'ben'), row('a2', 'ana'), row('c1', 'cleo')]);
  expect(sent.map(({ id }) => id)).toEqual(['a1', 'a2', 'c1']);
  expect(sent[0]).toEqual({ id: 'a1', authorId: 'ana', iv: 'AAAAAAAAAAAAAAAA', sealed: 'AQID' });
  expect(left).toEqual(['b1 waiting']);
  expect(end).toBe('empty');
});

it('[OUT19] what only its author can send stays, with all that the author tapped after it; others go on', async () => {
  const { sent, left } = await carried(
    [row('a1', 'ana'), row('a2', 'ana'), row('c1', 'cleo'), row('d1', 'dan'), row('d2', 'dan', 'd1'), row('d3', 'dan')],
    { a1: refused(403) },
  );
  expect(sent.map(({ id }) => id)).toEqual(['a1', 'c1', 'd1']);
  expect(left).toEqual(['a1 waiting', 'a2 waiting', 'd2 waiting', 'd3 waiting']);
});

it('[OUT19] a refusal stands before its author; without an answer all stays as it was', async () => {
  expect(await carried([row('a1', 'ana'), row('a2', 'ana')], { a1: refused(409) })).toMatchObject({ left: ['a1 refused'] });
  expect(await carried([row('a1', 'ana'), row('a2', 'ana')], { a1: refused(503) })).toMatchObject({
    left: ['a1 waiting', 'a2 waiting'],
    end: 'no-answer',
  });
});
