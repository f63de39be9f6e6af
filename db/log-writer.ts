import { type Draft, draftOf } from './draft.ts';
import { liveTail } from './live-tail.ts';
import type { CommandAnswer, Head, LogEngine } from './log-engine.ts';
import {
  type Commit,
  type Participant,
  type SpelledEvent,
  type Store,
  StoreUnavailable,
  type Write,
  type WriteOutcome,
} from './store.ts';

/** Ends of streams written lately that are remembered: asking the engine each time costs as much as storing the event. */
const ENDS_KEPT = 10_000;
/** Events of other writers taken in at a time. */
const PAGE = 1_000;
/** So often a batch is decided again because another writer was faster. */
const MAX_TRIES = 50;
/** What others wrote could not be read: asked again after this time (real ms). */
const RETRY_AFTER_MS = 1_000;

const IDLE: Participant = { apply() {}, commit() {}, rollback() {} };

interface Waiting {
  readonly write: Write;
  resolve(outcome: WriteOutcome): void;
  reject(error: unknown): void;
}

/** The part of the port that is the same on every engine. */
export interface LogWriter extends Pick<Store, 'head' | 'headHash' | 'submit' | 'setParticipant' | 'onCommit' | 'tail'> {
  /** Another writer may have been there: what it wrote is taken in soon. */
  follow(): void;
  /** Of events just read, those up to the head: what lies beyond has not been published here. */
  published(events: readonly SpelledEvent[]): readonly SpelledEvent[];
  /** Takes no more; resolves when what was taken before is answered. */
  close(): Promise<void>;
}

/**
 * Collects the writes of one event-loop turn and stores them in one commit when the turn ends: `setImmediate` runs after all sockets
 * that had something to read have been read. One batch is under way at a time; what arrives meanwhile makes up the next one.
 *
 *     decide at the known head ─▶ append ─┬─ stored ─────▶ publish ─▶ answer
 *          ▲                              ├─ head-moved ─▶ forget ─▶ take in what others wrote ─┐
 *          └──────────────────────────────┼─────────────────────────────────────────────────────┘
 *                                         ├─ unknown ────▶ forget ─▶ answer `unknown` ─▶ take in what is there after all
 *                                         └─ refused ────▶ forget ─▶ reject
 */
export function logWriter(engine: LogEngine, onError: (error: unknown) => void, tailKept?: number): LogWriter {
  const tail = liveTail(engine.head.position, tailKept);
  const listeners = new Set<(commit: Commit) => void>();
  const ends = new Map<string, number>();
  const atRest: (() => void)[] = [];
  let head: Head = engine.head;
  let participant = IDLE;
  let waiting: Waiting[] = [];
  let isScheduled = false;
  let isRunning = false;
  let isClosed = false;
  /** The log may hold more than has been taken in. */
  let isBehind = false;
  let retry: NodeJS.Timeout | undefined;

  function wake(): void {
    if (isScheduled || isRunning) return;
    isScheduled = true;
    setImmediate(() => void run());
  }

  async function run(): Promise<void> {
    isScheduled = false;
    isRunning = true;
    const batch = waiting;
    waiting = [];
    let isWell = true;
    if (batch.length > 0) await settle(batch);
    else if (isBehind && !isClosed) isWell = await takeIn().then(() => true, failed);
    isRunning = false;
    if (waiting.length > 0 || (isBehind && isWell && !isClosed)) return wake();
    clearTimeout(retry);
    if (isBehind && !isClosed) retry = setTimeout(wake, RETRY_AFTER_MS).unref();
    for (const resolve of atRest.splice(0)) resolve();
  }

  async function settle(batch: readonly Waiting[]): Promise<void> {
    try {
      if (isBehind) await takeIn();
      await store(batch);
    } catch (error) {
      forget();
      // When it was not the disk, one of the writes is to blame: alone, each answers for itself.
      if (batch.length > 1 && !(error instanceof StoreUnavailable)) for (const one of batch) await settle([one]);
      else for (const one of batch) one.reject(error);
    }
  }

  async function store(batch: readonly Waiting[]): Promise<void> {
    const writes = batch.map(({ write }) => write);
    for (let tries = 1; tries <= MAX_TRIES; tries += 1) {
      const answered = await engine.answersTo(writes.map(({ commandId }) => commandId));
      // Answered by another writer, or by us in doubt: what it stored is published before anybody hears of it.
      if ([...answered.values()].some(({ to }) => to > head.position)) await takeIn();
      const draft = await draftOf(writes, { after: head, answered, participant, endOf });
      const appended = draft.batch.answers.length === 0 ? 'stored' : await engine.append(draft.batch);
      if (appended === 'stored') {
        keepEnds(draft);
        publish(draft.events, draft.batch.events.at(-1)?.hash ?? head.hash);
        return answer(batch, draft, true);
      }
      forget();
      isBehind = true;
      if (appended === 'unknown') return answer(batch, draft, false);
      await takeIn();
    }
    throw new StoreUnavailable('Other writers were always faster');
  }

  /** Takes in what is durable and not known here: another writer's events, or a batch of our own whose outcome was unknown. */
  async function takeIn(): Promise<void> {
    for (;;) {
      const events = await engine.after(head.position, PAGE);
      const last = events.at(-1);
      if (last === undefined) break;
      const hash = await engine.hashAt(last.position);
      participant.apply(events);
      ends.clear();
      publish(events, hash);
    }
    isBehind = false;
  }

  /** Head, tail, participant and listeners move in one step: nobody can look in between. */
  function publish(events: readonly SpelledEvent[], hash: string): void {
    const from = head.position;
    head = { position: from + events.length, hash };
    tail.add(events);
    guarded(() => participant.commit());
    if (events.length > 0) for (const listener of listeners) guarded(() => listener({ from, events }));
  }

  function answer(batch: readonly Waiting[], { results }: Draft, isStored: boolean): void {
    for (const [place, one] of batch.entries()) {
      const result = results[place];
      if (result === undefined) one.reject(new Error('A write was not settled'));
      else if (result.kind === 'threw') one.reject(result.error);
      else if (!isStored && !(result.kind === 'known' && result.isDurable)) one.resolve({ kind: 'unknown' });
      else if (result.kind === 'new') one.resolve(result.outcome);
      else void replayed(result.answer, one.write).then(one.resolve, one.reject);
    }
  }

  /** What was answered to this id before. */
  async function replayed({ digest, from, to, refusal }: CommandAnswer, write: Write): Promise<WriteOutcome> {
    if (digest !== write.digest) return { kind: 'id-reused' };
    if (refusal !== null) return { kind: 'refused', refusal, replayed: true };
    const events = from === to ? [] : (tail.after(from, to - from) ?? (await engine.after(from, to - from)));
    return { kind: 'appended', position: to, events, replayed: true };
  }

  const endOf = (stream: string) => ends.get(stream) ?? engine.endOf(stream);

  function keepEnds({ batch }: Draft): void {
    if (ends.size > ENDS_KEPT) ends.clear();
    for (const { stream, streamPosition } of batch.events) ends.set(stream, streamPosition);
  }

  function forget(): void {
    ends.clear();
    participant.rollback();
  }

  /** What is durable is answered, whatever those who are told make of it. */
  function guarded(tell: () => void): void {
    try {
      tell();
    } catch (error) {
      onError(error);
    }
  }

  function failed(error: unknown): false {
    participant.rollback();
    onError(error);
    return false;
  }

  return {
    head: () => head.position,
    headHash: () => head.hash,
    tail: tail.after,
    submit(write) {
      if (isClosed) return Promise.reject(new StoreUnavailable('The log is closed'));
      return new Promise((resolve, reject) => {
        waiting.push({ write, resolve, reject });
        wake();
      });
    },
    setParticipant(one) {
      participant = one;
      if (isBehind) wake();
    },
    onCommit(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    follow() {
      isBehind = true;
      // What is read for the participant before it follows must stand still.
      if (participant !== IDLE && !isClosed) wake();
    },
    published: (events) => {
      const last = events.at(-1);
      return last === undefined || last.position <= head.position
        ? events
        : events.filter(({ position }) => position <= head.position);
    },
    async close() {
      isClosed = true;
      clearTimeout(retry);
      if (isScheduled || isRunning || waiting.length > 0) await new Promise<void>((resolve) => atRest.push(resolve));
    },
  };
}
