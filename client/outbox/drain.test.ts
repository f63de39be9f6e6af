import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SessionCommand } from '../../shared/session/commands.ts';
import type { Answer } from '../live/api.ts';
import type { Accepted } from '../live/send-command.ts';
import { makeCommand } from '../live/send-command.ts';
import { drain, type Said, withIds } from './drain.ts';
import type { KeptCommand } from './kept-command.ts';
import { importKey, seal, unseal } from './seal.ts';
import { type SealedRow, TabletDb } from './tablet-db.ts';

const OWNER = '00000000-0000-7000-8000-000000000001';
const PATIENT = '00000000-0000-7000-8000-0000000000aa';
const VISIT = '00000000-0000-7000-8000-00000000000a';
const AT = '2026-11-24T09:00:00.000Z';
const KEY = btoa('k'.repeat(32));
const NO_ANSWER: Answer<never> = { ok: false, status: 0, retry: true, problem: problemOf('no-answer', 0) };

function problemOf(code: string, status: number) {
  return { type: 'about:blank', title: 'No', status, code, detail: 'No.' };
}

/** What happens to one request on its way: it may be lost, its answer may be lost, it may arrive again later. */
type Fate = 'answered' | 'lost' | 'answer-lost' | 'again-later';

/** A server that keeps its promise: one id, at most one effect, the same answer each time (LOG2). Notes with an x are refused. */
class Clinic {
  readonly log: string[] = [];
  readonly #answers = new Map<string, Answer<Accepted>>();
  readonly #late: KeptCommand[] = [];

  receive(command: KeptCommand): Answer<Accepted> {
    const known = this.#answers.get(command.id);
    if (known !== undefined) return known;
    const text = 'text' in command.data ? command.data.text : '';
    const answer: Answer<Accepted> = text.includes('x')
      ? { ok: false, status: 409, retry: false, problem: problemOf('wrong-phase', 409) }
      : { ok: true, status: 201, value: { position: this.log.push(text), events: [] } };
    this.#answers.set(command.id, answer);
    return answer;
  }

  meet(command: KeptCommand, fate: Fate): Answer<Accepted> {
    if (fate === 'lost') return NO_ANSWER;
    const answer = this.receive(command);
    if (fate === 'again-later') this.#late.push(command);
    return fate === 'answer-lost' ? NO_ANSWER : answer;
  }

  /** Copies that wandered about arrive now, in any order: here backwards. */
  arriveLate(): void {
    for (const command of this.#late.splice(0).reverse()) this.receive(command);
  }
}

let databases = 0;

/** One tablet: its disk outlives tabs and restarts. */
async function aTablet() {
  const name = `tablet-${databases++}`;
  const key = await importKey(KEY);
  return {
    openTab: () => new TabletDb(name),
    sealOf: (said: Said) => seal(key, said, OWNER),
    open: (row: SealedRow) => unseal<Said>(key, row.payload, OWNER),
  };
}

const tapped = (text: string): SessionCommand => makeCommand('add-note', { patientId: PATIENT, data: { text }, at: AT });

type Step =
  | { readonly kind: 'tap'; readonly tab: 0 | 1; readonly texts: readonly string[] }
  | { readonly kind: 'send'; readonly tab: 0 | 1; readonly fates: readonly Fate[]; readonly crashAfter: number }
  | { readonly kind: 'both-send'; readonly fates: readonly Fate[] }
  | { readonly kind: 'restart' }
  | { readonly kind: 'late' };

const tab = fc.constantFrom<0 | 1>(0, 1);
const fates = fc.array(fc.constantFrom<Fate>('answered', 'lost', 'answer-lost', 'again-later'), { maxLength: 4 });
const steps = fc.array(
  fc.oneof<fc.Arbitrary<Step>[]>(
    fc.record({
      kind: fc.constant('tap' as const),
      tab,
      texts: fc.array(fc.constantFrom('a', 'b', 'x'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('send' as const), tab, fates, crashAfter: fc.integer({ min: 0, max: 4 }) }),
    fc.record({ kind: fc.constant('both-send' as const), fates }),
    fc.constant<Step>({ kind: 'restart' }),
    fc.constant<Step>({ kind: 'late' }),
  ),
  { minLength: 1, maxLength: 14 },
);

class Crash extends Error {}

it('[OUT2, OUT3, OUT4] lost, doubled and late requests, crashes, restarts, two tabs: nothing lost, nothing twice, in order', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (script) => {
      const tablet = await aTablet();
      const clinic = new Clinic();
      const taps: string[] = [];
      let tabs = [tablet.openTab(), tablet.openTab()] as const;
      const lock = `outbox-${databases}`;
      const send = (db: TabletDb, way: Iterator<Fate>, crashAfter: number) =>
        navigator.locks.request(lock, async () => {
          let requests = 0;
          return drain({
            db,
            ownerId: OWNER,
            unseal: tablet.open,
            post: async ({ command }) => {
              const answer = clinic.meet(command, way.next().value ?? 'lost');
              if (requests++ >= crashAfter) throw new Crash();
              return answer;
            },
          }).catch((error: unknown) => {
            if (!(error instanceof Crash)) throw error;
          });
        });
      for (const step of script) {
        if (step.kind === 'tap') {
          const commands = step.texts.map((text) => tapped(`${taps.length + 1}${text}`));
          const named = commands.map((command, n) => ({ ...command, data: { text: `${taps.length + n + 1}${step.texts[n]}` } }));
          const rows = await Promise.all(
            named.map(async (command) => ({
              id: command.id,
              ownerId: OWNER,
              tappedAt: AT,
              payload: await tablet.sealOf({ sessionId: VISIT, command: command as SessionCommand }),
            })),
          );
          // The same set twice is a double tap.
          await Promise.all([tabs[step.tab].step({ type: 'kept', rows }), tabs[1 - step.tab]?.step({ type: 'kept', rows })]);
          taps.push(...named.map(({ data }) => data.text));
        } else if (step.kind === 'send') await send(tabs[step.tab], step.fates.values(), step.crashAfter);
        else if (step.kind === 'both-send') {
          const way = step.fates.values();
          await Promise.all([send(tabs[0], way, 9), send(tabs[1], way, 9)]);
        } else if (step.kind === 'late') clinic.arriveLate();
        else {
          for (const db of tabs) db.close();
          tabs = [tablet.openTab(), tablet.openTab()];
        }
        const kept = await Promise.all((await tabs[0].allRows()).map(tablet.open));
        const texts = kept.map(({ command }) => ('text' in command.data ? command.data.text : ''));
        expect(new Set([...texts, ...clinic.log])).toEqual(new Set(taps));
      }
      clinic.arriveLate();
      const always = { next: () => ({ value: 'answered' as const }) } as Iterator<Fate>;
      await send(tabs[1], always, 99);
      const refused = (await tabs[0].allRows()).filter(({ state }) => state === 'refused');
      expect(clinic.log).toEqual(taps.filter((text) => !text.includes('x')));
      expect(refused).toHaveLength(taps.filter((text) => text.includes('x')).length);
      expect((await tabs[0].allRows()).filter(({ state }) => state === 'waiting')).toEqual([]);
      for (const db of tabs) db.close();
    }),
    { seed: 20261124, numRuns: 60 },
  );
}, 60_000);

it('[OUT2] without an answer, or signed out, everything stays and nothing overtakes', async () => {
  const tablet = await aTablet();
  const db = tablet.openTab();
  const rows = await Promise.all(
    ['1', '2'].map(async (text) => {
      const command = tapped(text);
      return { id: command.id, ownerId: OWNER, tappedAt: AT, payload: await tablet.sealOf({ sessionId: VISIT, command }) };
    }),
  );
  await db.step({ type: 'kept', rows });
  const arrived: string[] = [];
  const by = (answer: Answer<never>) =>
    drain({
      db,
      ownerId: OWNER,
      unseal: tablet.open,
      post: async ({ command }) => {
        arrived.push(command.id);
        return answer;
      },
    });
  expect(await by({ ...NO_ANSWER, retryAfterMs: 7 } as Answer<never>)).toEqual({ end: 'no-answer', retryAfterMs: 7 });
  expect(await by({ ok: false, status: 401, retry: false, problem: problemOf('not-signed-in', 401) })).toEqual({
    end: 'signed-out',
  });
  expect(new Set(arrived)).toEqual(new Set([rows[0]?.id]));
  expect((await db.allRows()).map(({ state }) => state)).toEqual(['waiting', 'waiting']);
  db.close();
});

it('[OUT3] an entry that no longer opens stands before a person and does not keep the others waiting', async () => {
  const tablet = await aTablet();
  const db = tablet.openTab();
  const [lost, fine] = [tapped('1'), tapped('2')];
  const other = await importKey(btoa('o'.repeat(32)));
  const rows = [
    { command: lost, payload: await seal(other, { sessionId: VISIT, command: lost }, OWNER) },
    { command: fine, payload: await tablet.sealOf({ sessionId: VISIT, command: fine }) },
  ].map(({ command, payload }) => ({ id: command.id, ownerId: OWNER, tappedAt: AT, payload }));
  await db.step({ type: 'kept', rows });
  const clinic = new Clinic();
  await drain({ db, ownerId: OWNER, unseal: tablet.open, post: async ({ command }) => clinic.meet(command, 'answered') });
  expect(clinic.log).toEqual(['2']);
  expect((await db.allRows()).map(({ id, state }) => [id, state])).toEqual([
    [lost.id, 'refused'],
    [fine.id, 'sent'],
  ]);
  db.close();
});

it('[OUT9] what waits of somebody else is not sent', async () => {
  const tablet = await aTablet();
  const db = tablet.openTab();
  const command = tapped('1');
  const payload = await tablet.sealOf({ sessionId: VISIT, command });
  await db.step({ type: 'kept', rows: [{ id: command.id, ownerId: OWNER, tappedAt: AT, payload }] });
  const drained = await drain({
    db,
    ownerId: PATIENT,
    unseal: tablet.open,
    post: () => Promise.reject(new Error('nothing may be sent')),
  });
  expect(drained).toEqual({ end: 'empty' });
  db.close();
});

it('[OUT11] what is on the disk says nothing without the key, and with another key or another owner it does not open', async () => {
  const tablet = await aTablet();
  const payload = await tablet.sealOf({ sessionId: VISIT, command: tapped('unmistakable words') });
  expect(new TextDecoder().decode(payload.bytes)).not.toContain('unmistakable');
  const other = await importKey(btoa('o'.repeat(32)));
  await expect(unseal(other, payload, OWNER)).rejects.toThrow();
  await expect(unseal(await importKey(KEY), payload, PATIENT)).rejects.toThrow();
  await expect(crypto.subtle.exportKey('raw', other)).rejects.toThrow();
});

it('[OUT15] a strike of an entry that waited names the event that it became', () => {
  const strike = makeCommand('strike-entry', { patientId: PATIENT, data: { eventId: VISIT, reason: 'slip' }, at: AT });
  const said = withIds({ sessionId: VISIT, command: strike }, { id: strike.id, eventId: PATIENT });
  expect(said.command.data).toEqual({ eventId: PATIENT, reason: 'slip' });
  const note = tapped('1');
  expect(withIds({ sessionId: VISIT, command: note }, { id: OWNER, eventId: PATIENT }).command).toEqual({ ...note, id: OWNER });
});
