import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { chainHashOfRecorded, GENESIS } from '../../db/chain.ts';
import type { Commit, Store } from '../../db/store.ts';
import type { NewEvent, Recorded } from '../../shared/log/event.ts';
import { secretsContract } from './secrets-contract.ts';
import { append, appendedBy, chairPut, NURSE, refusal, scheduled, visitEvent } from './store-writes.ts';
import { writersContract } from './writers-contract.ts';

/** Opens the store of one place again and again: `open` after `close` finds what was stored. */
export interface StorePlace {
  open(): Promise<Store>;
  /** Appends as another writer, behind the back of the stores that are open. */
  intrude(events: readonly NewEvent[]): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

const CHAIR = randomUUID();

/** What `db/store.ts` promises, held against an engine. `place` makes an empty place to store in. */
export function storeContract(engine: string, place: () => Promise<StorePlace>): void {
  /** An empty store for one test. */
  async function empty(use: (store: Store, at: StorePlace) => Promise<void>): Promise<void> {
    await using at = await place();
    await using store = await at.open();
    await use(store, at);
  }

  describe(`store contract: ${engine}`, () => {
    it('[LOG1] positions are 1, 2, 3 … without gaps, also within each stream', () =>
      empty(async (store) => {
        const visit = randomUUID();
        await store.submit(append([chairPut(CHAIR, '1'), scheduled(visit), visitEvent(visit, 'note-added', { text: 'a' })]));
        await store.submit(refusal());
        await store.submit(append([visitEvent(visit, 'note-added', { text: 'b' }), chairPut(CHAIR, '2')]));
        const events = await store.eventsAfter(0, 100);
        expect(events.map((event) => event.position)).toEqual([1, 2, 3, 4, 5]);
        expect((await store.eventsOf(`session/${visit}`)).map((event) => event.streamPosition)).toEqual([1, 2, 3]);
        expect((await store.eventsOf(`chair/${CHAIR}`)).map((event) => event.streamPosition)).toEqual([1, 2]);
        expect(store.head()).toBe(5);
      }));

    it('[LOG1] events keep what was said, who said it, where and when', () =>
      empty(async (store) => {
        const write = append([chairPut(CHAIR, '1')], { deviceId: 'tablet-3', recordedAt: '2026-11-24T09:00:01.000Z' });
        const [event] = appendedBy(await store.submit(write));
        const { id, ...rest } = event ?? {};
        expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        expect(rest).toEqual({
          ...chairPut(CHAIR, '1'),
          position: 1,
          streamPosition: 1,
          recordedAt: '2026-11-24T09:00:01.000Z',
          actor: NURSE,
          deviceId: 'tablet-3',
          commandId: write.commandId,
        });
        expect(JSON.stringify((await store.eventsAfter(0, 1))[0])).toBe(JSON.stringify(event));
      }));

    it('[LOG1] events are read in pages, by stream, and reference streams apart from visits', () =>
      empty(async (store) => {
        const visit = randomUUID();
        for (let n = 0; n < 3; n += 1) await store.submit(append([chairPut(randomUUID(), `${n}`)]));
        await store.submit(append([scheduled(visit)]));
        await store.submit(append([chairPut(CHAIR, '9')]));
        expect((await store.eventsAfter(0, 2)).map((event) => event.position)).toEqual([1, 2]);
        expect((await store.eventsAfter(2, 2)).map((event) => event.position)).toEqual([3, 4]);
        expect((await store.eventsAfter(4, 2)).map((event) => event.position)).toEqual([5]);
        expect(await store.eventsAfter(5, 2)).toEqual([]);
        expect((await store.referenceEvents()).map((event) => event.position)).toEqual([1, 2, 3, 5]);
        expect(await store.eventsOf('session/none')).toEqual([]);
      }));

    it('[LOG2] the same command id answers the same, in the same turn, later, and after a restart', () =>
      empty(async (store, at) => {
        const write = append([chairPut(CHAIR, '1')]);
        const [first, twin] = await Promise.all([store.submit(write), store.submit(write)]);
        const later = await store.submit(write);
        await store.close();
        await using again = await at.open();
        const restarted = await again.submit(write);
        expect(first).toMatchObject({ kind: 'appended', position: 1, replayed: false });
        for (const answer of [twin, later, restarted]) expect(answer).toEqual({ ...first, replayed: true });
        expect(JSON.stringify(restarted)).toBe(JSON.stringify({ ...first, replayed: true }));
        expect(again.head()).toBe(1);
      }));

    it('[LOG2] a refusal is remembered: the same id is refused the same, whatever has changed', () =>
      empty(async (store, at) => {
        const write = refusal();
        const first = await store.submit(write);
        expect(first).toMatchObject({ kind: 'refused', refusal: { code: 'chair-occupied' }, replayed: false });
        await store.close();
        await using again = await at.open();
        const willing = append([chairPut(CHAIR, '1')], { commandId: write.commandId, digest: write.digest });
        expect(await again.submit(willing)).toEqual({ ...first, replayed: true });
        expect(again.head()).toBe(0);
      }));

    it('[LOG2] a command id with another body is refused and stores nothing', () =>
      empty(async (store) => {
        const write = append([chairPut(CHAIR, '1')]);
        const other = append([chairPut(CHAIR, '2')], { commandId: write.commandId });
        const [, sameTurn] = await Promise.all([store.submit(write), store.submit(other)]);
        expect([sameTurn, await store.submit(other)]).toEqual([{ kind: 'id-reused' }, { kind: 'id-reused' }]);
        expect(store.head()).toBe(1);
      }));

    it('[LOG2] an accepted command without events is remembered too', () =>
      empty(async (store) => {
        const write = append([]);
        expect(await store.submit(write)).toEqual({ kind: 'appended', position: 0, events: [], replayed: false });
        await store.submit(append([chairPut(CHAIR, '1')]));
        expect(await store.submit(write)).toEqual({ kind: 'appended', position: 0, events: [], replayed: true });
      }));

    it('[LOG3] nothing is answered or published before the commit, and the published comes first', () =>
      empty(async (store) => {
        const order: string[] = [];
        store.setParticipant({
          apply: () => order.push(`apply at head ${store.head()}`),
          commit: () => order.push(`commit at head ${store.head()}`),
          rollback: () => order.push('rollback'),
        });
        store.onCommit(({ from, events }) => order.push(`published ${from}+${events.length}`));
        await store.submit(append([chairPut(CHAIR, '1')])).then(() => order.push('answered'));
        expect(order).toEqual(['apply at head 0', 'commit at head 1', 'published 0+1', 'answered']);
      }));

    it('[LOG4] the writes of one turn share one commit, in order of arrival', () =>
      empty(async (store) => {
        const commits: Commit[] = [];
        const stop = store.onCommit((commit) => commits.push(commit));
        const outcomes = await Promise.all(Array.from({ length: 20 }, (_, n) => store.submit(append([chairPut(CHAIR, `${n}`)]))));
        expect(commits.map(({ from, events }) => [from, events.length])).toEqual([[0, 20]]);
        expect(outcomes.map((outcome) => appendedBy(outcome)[0]?.position)).toEqual(outcomes.map((_, n) => n + 1));
        await store.submit(append([chairPut(CHAIR, 'x'), chairPut(CHAIR, 'y')]));
        expect(commits.at(-1)).toMatchObject({ from: 20, events: [{ position: 21 }, { position: 22 }] });
        stop();
        await store.submit(append([chairPut(CHAIR, 'z')]));
        expect(commits.length).toBe(2);
      }));

    it('[LOG4] a refused, a thrown and an unspeakable write do not touch their neighbours', () =>
      empty(async (store) => {
        const commits: Commit[] = [];
        store.onCommit((commit) => commits.push(commit));
        const nonsense = { ...chairPut(CHAIR, '1'), data: { order: Number.NaN } };
        const thrower = () => {
          throw new TypeError('decide broke');
        };
        const settled = await Promise.allSettled([
          store.submit(append([chairPut(CHAIR, '1')])),
          store.submit(refusal()),
          store.submit(append([], { decide: thrower })),
          store.submit(append([nonsense])),
          store.submit(append([chairPut(CHAIR, '2')])),
        ]);
        expect(settled.map((one) => (one.status === 'fulfilled' ? one.value.kind : String(one.reason)))).toEqual([
          'appended',
          'refused',
          'TypeError: decide broke',
          'TypeError: Not a finite number',
          'appended',
        ]);
        expect(commits.map(({ from, events }) => [from, events.length])).toEqual([[0, 2]]);
      }));

    it('[LOG4] a write sees what the writes before it in the same turn appended', () =>
      empty(async (store) => {
        let holder: string | undefined;
        store.setParticipant({
          apply: ([event]) => (holder = event?.commandId),
          commit() {},
          rollback: () => (holder = undefined),
        });
        const taking = () =>
          append([], {
            decide: () =>
              holder === undefined
                ? { ok: true, events: [chairPut(CHAIR, '1')] }
                : { ok: false, refusal: { code: 'chair-occupied', rule: 'VISIT5', detail: 'Taken.' } },
          });
        const outcomes = await Promise.all(Array.from({ length: 50 }, () => store.submit(taking())));
        expect(outcomes.filter((outcome) => outcome.kind === 'appended').length).toBe(1);
      }));

    it('[LOG4] a listener that throws keeps nobody from being answered', () =>
      empty(async (store) => {
        const heard: number[] = [];
        store.onCommit(() => {
          throw new Error('a screen is broken');
        });
        store.onCommit(({ events }) => heard.push(events.length));
        expect((await store.submit(append([chairPut(CHAIR, '1')]))).kind).toBe('appended');
        expect(heard).toEqual([1]);
      }));

    it('[LOG8] when the state machine cannot follow one write, that one alone fails and nothing of it stays', () =>
      empty(async (store) => {
        const applied: string[] = [];
        let rollbacks = 0;
        store.setParticipant({
          apply(events: readonly Recorded[]) {
            for (const event of events) {
              if (JSON.stringify(event.data).includes('"poison"')) throw new Error('cannot follow');
              applied.push(event.commandId);
            }
          },
          commit() {},
          rollback() {
            rollbacks += 1;
            applied.length = 0;
          },
        });
        const settled = await Promise.allSettled(
          ['1', 'poison', '2'].map((label) => store.submit(append([chairPut(CHAIR, label)]))),
        );
        expect(settled.map((one) => one.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
        expect(rollbacks).toBe(2);
        expect((await store.eventsAfter(0, 10)).map((event) => event.data)).toMatchObject([{ label: '1' }, { label: '2' }]);
      }));

    it('[LOG5] each hash covers the event and the one before, and anybody can work it out', () =>
      empty(async (store) => {
        expect(store.headHash()).toBe(GENESIS);
        await store.submit(append([chairPut(CHAIR, '"ä"'), chairPut(CHAIR, '2')], { deviceId: 'tablet "3"' }));
        await store.submit(append([chairPut(CHAIR, '3')]));
        expect(store.headHash()).toBe((await store.eventsAfter(0, 10)).reduce(chainHashOfRecorded, GENESIS));
        expect(await store.history.verify()).toEqual({ ok: true, events: 3, brokenAt: null, reason: null });
      }));

    it('[LOG6] a visit is open until it is over, and found again by when it ended', () =>
      empty(async (store) => {
        const [open, over] = [randomUUID(), randomUUID()];
        await store.submit(append([scheduled(open), scheduled(over)]));
        await store.submit(append([visitEvent(over, 'session-cancelled', { reason: 'ill' }, '2026-11-24T10:00:00.000Z')]));
        expect(new Set(await store.openSessionIds('2026-11-24T10:00:00.000Z'))).toEqual(new Set([open, over]));
        expect(await store.openSessionIds('2026-11-24T10:00:00.001Z')).toEqual([open]);
      }));

    it('[LOG7] epoch, head and its hash outlive a restart; another log has another epoch', () =>
      empty(async (store, at) => {
        await store.submit(append([chairPut(CHAIR, '1')]));
        const before = [store.epoch, store.head(), store.headHash()];
        await store.close();
        await using again = await at.open();
        expect([again.epoch, again.head(), again.headHash()]).toEqual(before);
        await empty(async (other) => expect(other.epoch).not.toBe(store.epoch));
      }));

    it('[LOG8] a closed store takes nothing more, but what it took before it stores and answers', () =>
      empty(async (store, at) => {
        const last = store.submit(append([chairPut(CHAIR, '1')]));
        await store.close();
        expect((await last).kind).toBe('appended');
        await expect(store.submit(append([chairPut(CHAIR, '2')]))).rejects.toThrow(
          expect.objectContaining({ name: 'StoreUnavailable' }),
        );
        await using again = await at.open();
        expect(again.head()).toBe(1);
      }));

    it('[LOG8] the probe writes a row and reads it back, and is no event', () =>
      empty(async (store) => {
        await store.probe();
        await store.probe();
        expect(store.head()).toBe(0);
      }));

    writersContract(empty);
    secretsContract(empty);
  });
}
