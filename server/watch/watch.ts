import type { Store, WriteOutcome } from '../../db/store.ts';
import { reconcileAlarms } from '../../shared/alarms/reconcile.ts';
import type { ClinicState } from '../../shared/clinic/state.ts';
import { protocolOf } from '../../shared/clinic/state.ts';
import { streamId } from '../../shared/log/event.ts';
import type { NewSessionEvent } from '../../shared/session/events.ts';
import type { SessionState } from '../../shared/session/state.ts';
import type { Id } from '../../shared/units.ts';
import type { Clock } from '../clock.ts';
import { deadlines } from './deadlines.ts';
import { derivedId } from './derived-id.ts';

/** A visit whose alarms could not be worked out or stored is tried again after this time (real ms). */
const RETRY_AFTER_MS = 2_000;
/** Rounds of appending for one visit without a person's entry or a deadline between: more would be two rules at odds. */
const MAX_ROUNDS = 10;

export interface WatchOptions {
  readonly store: Pick<Store, 'onCommit'>;
  readonly model: {
    readonly clinic: ClinicState;
    load(id: Id): Promise<{ readonly state: SessionState } | undefined>;
    /** Visits that are open, and those that ended today: the server may have died between an end and its last alarm's. */
    boardSessions(nowMs: number): readonly { readonly state: SessionState }[];
  };
  readonly gate: { system(sessionId: Id, commandId: Id, events: readonly NewSessionEvent[]): Promise<WriteOutcome> };
  readonly clock: Clock;
  /** Hears of what went wrong; ids and codes only. */
  readonly onError: (error: unknown, sessionId: Id) => void;
}

export interface Watch {
  readonly isRunning: boolean;
  /** Resolves when nothing is waiting to be looked at or stored. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Raises, escalates and clears alarms by appending to the log like anybody else. Per visit:
 *
 *     commit touches it ─┐
 *     its deadline comes ┼─▶ reconcile ─▶ append what differs ─▶ (commit) ─▶ reconcile again: nothing differs ─▶ next deadline
 *     server starts ─────┘
 *
 * It keeps nothing of its own but deadlines, which it works out again at each start. The id
 * of each append is derived from what it announces: repeated after a crash, it has no second effect.
 */
export function startWatch({ store, model, gate, clock, onError }: WatchOptions): Watch {
  const waiting = new Set<Id>();
  const busy = new Set<Id>();
  const rounds = new Map<Id, number>();
  const atRest: (() => void)[] = [];
  let isRunning = true;
  let isScheduled = false;

  const due = deadlines(clock, (ids) => {
    for (const id of ids) rounds.delete(id);
    look(ids);
  });

  function look(ids: Iterable<Id>): void {
    for (const id of ids) waiting.add(id);
    if (isScheduled || waiting.size === 0 || !isRunning) return;
    isScheduled = true;
    // Not within the commit that is being published: everybody else hears of it first.
    setImmediate(() => {
      isScheduled = false;
      for (const id of waiting) if (!busy.has(id)) void work(id);
      restIfDone();
    });
  }

  function restIfDone(): void {
    if (busy.size === 0 && !isScheduled) for (const resolve of atRest.splice(0)) resolve();
  }

  async function work(id: Id): Promise<void> {
    waiting.delete(id);
    busy.add(id);
    try {
      await reconcile(id);
    } catch (error) {
      onError(error, id);
      lookLater(id);
    }
    busy.delete(id);
    if (waiting.has(id)) look([id]);
    restIfDone();
  }

  async function reconcile(id: Id): Promise<void> {
    const session = (await model.load(id))?.state;
    const protocol = session && protocolOf(model.clinic, session.protocolId, session.protocolVersion);
    if (!isRunning || session === undefined) return;
    if (protocol === undefined) throw new Error('The protocol of this visit is not in the log');
    const { events, nextAtMs } = reconcileAlarms(session, protocol, clock.now(), derivedId);
    if (events.length === 0) {
      rounds.delete(id);
      return due.set(id, nextAtMs);
    }
    const round = (rounds.get(id) ?? 0) + 1;
    rounds.set(id, round);
    if (round > MAX_ROUNDS) throw new Error('The alarms of this visit do not come to rest');
    // One turn, so one commit; each with its own id, so that each is once.
    const outcomes = await Promise.all(events.map(({ commandName, event }) => gate.system(id, derivedId(commandName), [event])));
    // Said or not: the same ids are sent again, which is once.
    if (outcomes.some(({ kind }) => kind === 'unknown')) return lookLater(id);
    if (outcomes.some(({ kind }) => kind !== 'appended')) throw new Error('An alarm of this visit was not stored');
    // Said before, by a watch on another node perhaps: its commit is on the way here.
    if (outcomes.every((outcome) => outcome.kind === 'appended' && outcome.replayed)) lookLater(id);
  }

  function lookLater(id: Id): void {
    if (isRunning) due.set(id, clock.now() + RETRY_AFTER_MS * clock.speed);
  }

  const stopListening = store.onCommit(({ events }) => {
    const touched = new Set<Id>();
    for (const { stream, actor } of events) {
      if (!stream.startsWith('session/')) continue;
      const id = streamId(stream);
      touched.add(id);
      if (actor.role !== 'system') rounds.delete(id);
    }
    look(touched);
  });
  look(model.boardSessions(clock.now()).map(({ state }) => state.id));

  return {
    get isRunning() {
      return isRunning;
    },
    async settled() {
      if (isScheduled || busy.size > 0) await new Promise<void>((resolve) => atRest.push(resolve));
    },
    async stop() {
      isRunning = false;
      stopListening();
      due.stop();
      waiting.clear();
      await this.settled();
    },
  };
}
