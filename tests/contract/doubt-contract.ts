import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Store } from '../../db/store.ts';
import { type Fate, until } from './awkward-log.ts';
import { countingEvents } from './counting-events.ts';
import type { StorePlace } from './store-contract.ts';
import { append, appendedBy, chairPut } from './store-writes.ts';

/** A place where nobody learns what became of a commit, whenever a test says so. */
export interface DoubtfulPlace extends StorePlace {
  /** What becomes of the next commit. */
  doubt(fate: Fate): void;
}

const CHAIR = randomUUID();

/**
 * What the port promises of a commit in doubt, held against an engine that can be brought into it. SQLite's comes about by a disk that
 * fails: tests/faults/log-synced.test.ts.
 */
export function doubtContract(engine: string, place: () => Promise<DoubtfulPlace>): void {
  async function empty(use: (store: Store, at: DoubtfulPlace) => Promise<void>): Promise<void> {
    await using at = await place();
    await using store = await at.open();
    await use(store, at);
  }

  describe(`commits in doubt: ${engine}`, () => {
    it.each(['stored', 'not-stored', 'late'] as const)(
      '[LOG35] a commit of which nobody learns that it was %s is answered as unknown; asked again it has one effect',
      (fate) =>
        empty(async (store, at) => {
          const applied: string[] = [];
          let chairs = 0;
          store.setParticipant(countingEvents((count) => (chairs = count)));
          store.onCommit(({ events }) => applied.push(...events.map(({ commandId }) => commandId)));
          const [first, second] = [append([chairPut(CHAIR, '1')]), append([chairPut(CHAIR, '2')])];
          at.doubt(fate);
          const unknown = { kind: 'unknown' };
          expect(await Promise.all([store.submit(first), store.submit(second), store.submit(first)])).toEqual([
            unknown,
            unknown,
            unknown,
          ]);
          const answers = [await store.submit(first), await store.submit(second), await store.submit(first)];
          expect(answers.map((answer) => appendedBy(answer)[0]?.position)).toEqual([1, 2, 1]);
          expect(applied).toEqual([first.commandId, second.commandId]);
          expect([store.head(), chairs, (await store.history.verify()).ok]).toEqual([2, 2, true]);
        }),
    );

    it('[LOG35] what was stored in doubt is published without anybody asking', () =>
      empty(async (store, at) => {
        const published: string[] = [];
        store.onCommit(({ events }) => published.push(...events.map(({ commandId }) => commandId)));
        const write = append([chairPut(CHAIR, '1')]);
        at.doubt('stored');
        expect(await store.submit(write)).toEqual({ kind: 'unknown' });
        await until(() => published.length > 0);
        expect(published).toEqual([write.commandId]);
      }));

    it('[LOG36] what another node answered is published here before it is answered here again', () =>
      empty(async (here, at) => {
        await using there = await at.open();
        const heard: string[] = [];
        here.onCommit(({ events }) => heard.push(...events.map(({ commandId }) => commandId)));
        const write = append([chairPut(CHAIR, '1')]);
        const first = await there.submit(write);
        const again = await here.submit(write).then((outcome) => [outcome, ...heard]);
        expect(again).toEqual([{ ...first, replayed: true }, write.commandId]);
        expect(here.head()).toBe(1);
      }));
  });
}
