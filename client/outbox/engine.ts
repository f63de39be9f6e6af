import { liveQuery, type Subscription } from 'dexie';
import type { SessionCommand } from '../../shared/session/commands.ts';
import { type Id, type Instant, toInstant, toMs } from '../../shared/units.ts';
import type { Problem } from '../../shared/wire/problem.ts';
import { announce } from '../components/announcer.tsx';
import { post } from '../live/api.ts';
import { clinicStore, layOver, linkStore, meStore, serverClock, shownStore } from '../live/live.ts';
import type { Me } from '../live/me-store.ts';
import { newId } from '../live/new-id.ts';
import type { Accepted } from '../live/send-command.ts';
import { keepClinic } from './clinic-keeper.ts';
import { clockWords, TOLERATED_MS } from './clock-skew.ts';
import type { Said } from './drain.ts';
import { addressOf, type KeptCommand, patientIdOf, retimed } from './kept-command.ts';
import { refusedHere } from './local-decision.ts';
import type { NewRow } from './outbox-model.ts';
import { outboxStore, type WaitingEntry } from './outbox-store.ts';
import { forget, keyOf, rememberedPerson as remembered } from './people.ts';
import { withWaiting } from './provisional.ts';
import { type Sealed, seal, unseal } from './seal.ts';
import { createSender } from './sender.ts';
import { type SealedRow, TabletDb } from './tablet-db.ts';

/*
 * The outbox of this tab, loaded after the first paint. It puts the parts together: the disk (tablet-db), the person's key
 * (people), the sender, and what the screens show (outbox-store and the overlay of provisional events).
 */

interface Open {
  readonly me: Me;
  readonly key: CryptoKey;
}

const db = new TabletDb();
let opening: { readonly id: Id; readonly open: Promise<Open | undefined> } | undefined;
/** What rows say, once unsealed. */
const said = new Map<Id, Said>();
let clockSaid = false;

const sender = createSender({
  db,
  unseal: async (row) => {
    const { key } = await whoIsHere();
    return openRow(row, key);
  },
  post: ({ sessionId, command }, ownerId, signal) =>
    post<Accepted>(addressOf(sessionId, command), command, signal, { 'chairside-author': ownerId }),
  postCarried: (entry) => post<Accepted>('/api/carried-entries', entry),
  onSignedOut: () => linkStore.setState({ stopped: 'signed-out' }),
  // A time that another page left behind is checked against the server's before anything goes out under it.
  mayGo: () => !serverClock.isResumed(),
});

/** Who goes on without the server: the last person who did not sign out. */
export const rememberedPerson = (): Promise<Me | undefined> => remembered(db);

/** Takes up the outbox of whoever is signed in; ends with the returned disposer. */
export function startOutbox(me: Me): () => void {
  let closed = false;
  let started = false;
  const ends: (() => void)[] = [];
  const stop = () => {
    for (const end of ends.splice(0)) end();
  };
  const take = async () => {
    const open = await begin(me);
    if (open === undefined || closed || started) return;
    started = true;
    ends.push(await keepClinic(db, open.me.id, open.key));
    const rows: Subscription = liveQuery(() => db.allRows()).subscribe((all) => void show(all));
    ends.push(() => rows.unsubscribe());
    ends.push(clinicStore.subscribe(() => void settle()));
    ends.push(
      serverClock.onCorrected(({ aheadMs, heardUntil: after }) => {
        if (clockMatters() && Math.abs(aheadMs) > TOLERATED_MS) void db.step({ type: 'doubted', after, aheadMs });
      }),
    );
    ends.push(sender.start(open.me.id));
    if (closed) return stop();
    void navigator.storage?.persist?.();
  };
  const takeUp = () => void take().catch(() => undefined);
  // Without a key nothing can be kept: asked again as soon as the link is there.
  const again = linkStore.subscribe(({ caughtUp }, before) => {
    if (caughtUp && !before.caughtUp && !started) takeUp();
  });
  takeUp();
  return () => {
    closed = true;
    again();
    stop();
  };
}

/** Keeps entries of one visit: what speaks against one is said at once, the others are on the disk when this resolves. */
export async function keepEntries(
  sessionId: Id,
  commands: readonly KeptCommand[],
): Promise<{ readonly accepted: number; readonly problem?: Problem }> {
  const { me, key } = await whoIsHere();
  const now = serverClock.now();
  const actor = { id: me.id, role: me.role };
  const rows: NewRow<Sealed>[] = [];
  let data = shownStore.getState();
  let problem: Problem | undefined;
  for (const tapped of commands) {
    const command = named(tapped);
    problem = refusedHere(data, sessionId, command, me, now);
    if (problem !== undefined) break;
    const entry: WaitingEntry = { id: command.id, sessionId, command, tappedAt: now, state: 'waiting' };
    data = withWaiting(data, [entry], actor);
    const refersTo = 'eventId' in command.data ? { refersTo: command.data.eventId } : {};
    rows.push({
      id: command.id,
      ownerId: me.id,
      tappedAt: now,
      payload: await seal(key, { sessionId, command } satisfies Said, me.id),
      ...refersTo,
    });
  }
  if (rows.length > 0) await show(await db.step({ type: 'kept', rows }));
  sender.kick();
  sayClockOnce();
  return { accepted: rows.length, ...(problem === undefined ? {} : { problem }) };
}

/** Takes an entry back: dropped while the network never had it, struck otherwise. Resolves with why it could not be. */
export async function takeBack({ id, sessionId, command }: Pick<WaitingEntry, 'id' | 'sessionId' | 'command'>) {
  const before = await db.rows.get(id);
  const rows = await db.step({ type: 'dropped', id });
  await show(rows);
  if (before !== undefined && !rows.some((row) => row.id === id)) return undefined;
  const strike: SessionCommand = {
    id: newId(),
    type: 'strike-entry',
    at: serverClock.now(),
    patientId: patientIdOf(command),
    data: { eventId: id, reason: 'Undone at once' },
  };
  return (await keepEntries(sessionId, [strike])).problem;
}

/** A person read why it was refused, and lets it go. */
export async function discardEntry(id: Id): Promise<void> {
  await show(await db.step({ type: 'discarded', id }));
}

/** A refused entry goes again, as a new one. */
export async function resendEntry(id: Id): Promise<void> {
  await show(await db.step({ type: 'resent', id, newId: newId() }));
  sender.kick();
}

/**
 * Which time is right, of all entries that are asked about: `clinic` corrects them by what the tablet's clock was off, `tablet`
 * leaves them. An entry that the server has meanwhile shown to be stored is let be.
 */
export async function settleTimes(right: 'clinic' | 'tablet'): Promise<void> {
  const { me, key } = await whoIsHere();
  const stored = clinicStore.getState().commands;
  for (const { id, sessionId, command, tappedAt, aheadMs } of outboxStore.getState().entries) {
    if (aheadMs === undefined) continue;
    if (right === 'tablet' || stored.has(id)) {
      await db.step({ type: 'timed', id });
      continue;
    }
    const back = (at: Instant) => toInstant(toMs(at) - aheadMs);
    const fresh = newId();
    const corrected = retimed(command, fresh, back);
    const payload = await seal(key, { sessionId, command: corrected } satisfies Said, me.id);
    await db.step({ type: 'timed', id, corrected: { payload, tappedAt: back(tappedAt), newId: fresh } });
  }
  sender.kick();
}

/** The key, the kept clinic and what is on screen go; what waits stays, sealed. */
export async function forgetPerson(id: Id): Promise<void> {
  if (opening?.id === id) opening = undefined;
  said.clear();
  outboxStore.setState({ ready: false, entries: [], unreadable: [] });
  layOver((data) => data);
  await forget(db, id);
}

/** A demo day has a clock of its own. */
const clockMatters = (): boolean => serverClock.speed() === 1 && clinicStore.getState().clinic.clinic?.demo !== true;

/** Where time matters, the first time it does. */
function sayClockOnce(): void {
  const words = clockMatters() ? clockWords(serverClock.aheadMs()) : undefined;
  if (clockSaid || words === undefined) return;
  clockSaid = true;
  announce(words);
}

function begin(me: Me): Promise<Open | undefined> {
  if (opening?.id === me.id) return opening.open;
  const open = keyOf(db, me).then((key) => (key === undefined ? undefined : { me, key }));
  const mine = { id: me.id, open };
  opening = mine;
  const drop = () => {
    if (opening === mine) opening = undefined;
  };
  open.then((done) => done ?? drop(), drop);
  return open;
}

async function whoIsHere(): Promise<Open> {
  const { me } = meStore.getState();
  const open = me === null || me === undefined ? undefined : await begin(me);
  if (open === undefined) throw new Error('Nothing can be kept on this tablet now');
  return open;
}

/** An entry that names another by the id it had here names the server's, as soon as that is known. */
function named(command: KeptCommand): KeptCommand {
  if (command.type !== 'correct-entry' && command.type !== 'strike-entry') return command;
  const eventId = clinicStore.getState().commands.get(command.data.eventId);
  return eventId === undefined ? command : ({ ...command, data: { ...command.data, eventId } } as KeptCommand);
}

async function openRow(row: SealedRow, key: CryptoKey): Promise<Said> {
  const known = said.get(row.id);
  if (known !== undefined) return known;
  const opened = await unseal<Said>(key, row.payload, row.ownerId);
  said.set(row.id, opened);
  return opened;
}

/** Shows what the disk holds. */
async function show(rows: readonly SealedRow[]): Promise<void> {
  const open = await whoIsHere().catch(() => undefined);
  if (open === undefined) return;
  const { me, key } = open;
  const mine = await Promise.all(
    rows
      .filter(({ ownerId }) => ownerId === me.id)
      .map(async (row) => ({ row, opened: await openRow(row, key).catch(() => undefined) })),
  );
  const entries = mine.flatMap(({ row, opened }) => (opened === undefined ? [] : [entryOf(row, opened)]));
  const unreadable = mine.flatMap(({ row, opened }) => (opened === undefined ? [row.id] : []));
  outboxStore.setState({ ready: true, entries, unreadable, others: await othersOf(rows, me.id) });
  layOver((data) => withWaiting(data, entries, { id: me.id, role: me.role }));
  const waiting = entries.filter(({ state }) => state === 'waiting').map(({ id }) => id);
  sender.notice(waiting);
}

function entryOf({ id, tappedAt, state, problem, aheadMs }: SealedRow, { sessionId, command }: Said): WaitingEntry {
  return {
    id,
    sessionId,
    command: { ...command, id },
    tappedAt,
    state,
    ...(problem === undefined ? {} : { problem }),
    ...(aheadMs === undefined ? {} : { aheadMs }),
  };
}

async function othersOf(rows: readonly SealedRow[], me: Id) {
  const counts = new Map<Id, number>();
  for (const { ownerId, state } of rows)
    if (ownerId !== me && state !== 'sent') counts.set(ownerId, (counts.get(ownerId) ?? 0) + 1);
  const people = await db.people.bulkGet([...counts.keys()]);
  return [...counts].map(([id, count]) => ({ name: people.find((person) => person?.id === id)?.me.name ?? 'somebody', count }));
}

/** What the server's events brought back need not be kept any longer. */
async function settle(): Promise<void> {
  const { commands, position, loaded } = clinicStore.getState();
  if (!loaded || !outboxStore.getState().entries.some(({ state }) => state === 'sent')) return;
  const sent = (await db.allRows()).filter(({ state }) => state === 'sent');
  const ids = sent.filter((row) => commands.has(row.id) || (row.position ?? 0) <= position).map(({ id }) => id);
  if (ids.length > 0) await db.step({ type: 'settled', ids });
}
