import type { Refusal } from '../shared/log/refusal.ts';
import type { Id } from '../shared/units.ts';
import type { StoredEvent } from './chain.ts';
import type { SpelledEvent } from './store.ts';

/** Where the log ends. */
export interface Head {
  /** 0 when it is empty. */
  readonly position: number;
  /** Hex SHA-256 chain hash; 64 zeros when it is empty. */
  readonly hash: string;
}

/** An event as it is stored, with the hash of the chain after it. */
export interface ChainedEvent extends StoredEvent {
  readonly hash: string;
}

/** What was answered to a command. */
export interface CommandAnswer {
  readonly commandId: Id;
  readonly digest: string;
  /** Its events are those after `from`, up to and with `to`; none when both are the same. */
  readonly from: number;
  readonly to: number;
  readonly refusal: Refusal | null;
}

/** All that is stored in one commit. */
export interface Batch {
  /** The head that everything in it was decided at. */
  readonly after: Head;
  readonly events: readonly ChainedEvent[];
  readonly answers: readonly CommandAnswer[];
}

/**
 * What became of a batch:
 * - `stored`: durable, all of it.
 * - `head-moved`: nothing of it is stored, because the log no longer ends where it was decided: another writer was there first.
 * - `unknown`: nobody can say yet, as when the connection is lost while COMMIT runs.
 */
export type Appended = 'stored' | 'head-moved' | 'unknown';

/**
 * What the log writer asks of an engine. Each question may be answered at once, by an engine in the process, or later. Whatever is
 * refused (`StoreUnavailable`) has stored nothing.
 */
export interface LogEngine {
  /** Where the log ended when it was opened. */
  readonly head: Head;
  /** What was answered before to these commands, as far as it is durable. */
  answersTo(commandIds: readonly Id[]): Awaitable<ReadonlyMap<Id, CommandAnswer>>;
  /** The last position within a stream; 0 when there is none. */
  endOf(stream: string): Awaitable<number>;
  /** Stores all of it or nothing, and only behind `batch.after`. */
  append(batch: Batch): Awaitable<Appended>;
  /** The chain hash after a durable event, as it is stored: an event may be read otherwise than it was hashed. */
  hashAt(position: number): Awaitable<string>;
  /** Durable events after a position, whoever wrote them. */
  after(position: number, limit: number): Awaitable<readonly SpelledEvent[]>;
}

export type Awaitable<T> = T | Promise<T>;
