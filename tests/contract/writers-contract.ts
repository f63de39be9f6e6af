import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { chainHashOfRecorded, GENESIS } from '../../db/chain.ts';
import type { Commit, Store } from '../../db/store.ts';
import { countingEvents } from './counting-events.ts';
import type { StorePlace } from './store-contract.ts';
import { append, appendedBy, chairPut } from './store-writes.ts';

const CHAIR = randomUUID();

/** What the port promises where others write to the same log, and of its tail. `empty` gives each test an empty store. */
export function writersContract(empty: (use: (store: Store, at: StorePlace) => Promise<void>) => Promise<void>): void {
  it('[LOG36] what another writer stored between the decision and the commit is taken in, and the command decided again', () =>
    empty(async (store, at) => {
      let chairs = 0;
      const commits: Commit[] = [];
      store.setParticipant(countingEvents((count) => (chairs = count)));
      store.onCommit((commit) => commits.push(commit));
      await store.submit(append([chairPut(CHAIR, '1')]));
      await at.intrude([chairPut(CHAIR, 'theirs'), chairPut(CHAIR, 'theirs too')]);
      const decidedAt: number[] = [];
      const decide = () => {
        decidedAt.push(chairs);
        return { ok: true as const, events: [chairPut(CHAIR, `after ${chairs}`)] };
      };
      const [event] = appendedBy(await store.submit(append([], { decide })));
      expect(decidedAt).toEqual([1, 3]);
      expect([event?.position, event?.streamPosition, event?.data]).toMatchObject([4, 4, { label: 'after 3' }]);
      expect(commits.map(({ from, events }) => [from, events.length])).toEqual([
        [0, 1],
        [1, 2],
        [3, 1],
      ]);
      expect([store.head(), (await store.history.verify()).ok]).toEqual([4, true]);
      expect(store.headHash()).toBe((await store.eventsAfter(0, 10)).reduce(chainHashOfRecorded, GENESIS));
    }));

  it('[LOG36] the chain goes on from what another writer stored, also where this version does not understand it', () =>
    empty(async (store, at) => {
      await store.submit(append([chairPut(CHAIR, '1')]));
      await at.intrude([{ ...chairPut(CHAIR, 'theirs'), type: 'chair-moved-to-another-floor' }]);
      appendedBy(await store.submit(append([chairPut(CHAIR, '2')])));
      expect([store.head(), (await store.history.verify()).ok]).toEqual([3, true]);
      expect((await store.eventsAfter(1, 1)).map(({ type }) => type)).toEqual(['unknown']);
    }));

  it('[LOG36] nothing of another writer is seen before it is taken in', () =>
    empty(async (store, at) => {
      await store.submit(append([chairPut(CHAIR, '1')]));
      await at.intrude([chairPut(CHAIR, 'theirs')]);
      expect([store.head(), (await store.eventsAfter(0, 10)).length]).toEqual([1, 1]);
      expect([(await store.eventsOf(`chair/${CHAIR}`)).length, (await store.referenceEvents()).length]).toEqual([1, 1]);
    }));

  it('[LOG37] the tail holds what was published here, an older position is told from an empty one', () =>
    empty(async (store, at) => {
      await store.submit(append([chairPut(CHAIR, '1'), chairPut(CHAIR, '2')]));
      expect(store.tail(0, 1)?.map(({ position }) => position)).toEqual([1]);
      expect(store.tail(1, 9)).toEqual(await store.eventsAfter(1, 9));
      expect(store.tail(2, 9)).toEqual([]);
      let inTail: unknown;
      store.onCommit(({ from, events }) => (inTail = [store.head(), store.tail(from, events.length)]));
      const third = appendedBy(await store.submit(append([chairPut(CHAIR, '3')])));
      expect(inTail).toEqual([3, third]);
      await store.close();
      await using again = await at.open();
      expect([again.tail(2, 9), again.tail(3, 9)]).toEqual([undefined, []]);
    }));
}
