import type { SpelledEvent, Store } from '../../db/store.ts';
import { CLOSE, type CloseCode } from '../../shared/wire/close-codes.ts';
import type { CaughtUp } from '../../shared/wire/down.ts';
import type { Audience } from '../clinic/event-json.ts';
import { EventsMessage, Message } from './message.ts';

/** One screen's transport. Both doors are one of these and nothing more. */
export interface Screen {
  readonly door: 'feed' | 'socket-io';
  readonly audience: Audience;
  /** Hands a message to the transport. `flushed` is called, later, when the machine has taken it, in order of sending. */
  send(message: Message, flushed: () => void): void;
  /** Says why, then closes. Nothing may be sent after it. */
  close(code: CloseCode): void;
}

/** Where a screen stands. Without `after` it wants only what comes from now on. */
export interface Cursor {
  readonly after?: number | undefined;
  readonly epoch?: string | undefined;
}

/** What the live path reads of the log. */
export type LogTail = Pick<Store, 'epoch' | 'head' | 'tail' | 'eventsAfter'>;

/** How far a screen may fall behind before it is closed as too slow. */
export const LIMITS = { bytes: 1024 * 1024, events: 2_000, ms: 5_000 } as const;
export type Limits = { readonly [limit in keyof typeof LIMITS]: number };

/** Events per page of the past: small enough to pass a weak link within the time limit. */
const PAGE = 200;

/**
 * One screen's way through the log:
 *
 *     backfilling ──the tail's last page──▶ streaming ──▶ closed
 *          ▲                                   │
 *          └───────────── gap seen ────────────┘
 *
 * What lies further back than the log's tail in memory is asked for, page by page, and the answer may take as long as it likes: from
 * wherever it ends, the next page is asked for, until the tail reaches back to it. The tail is read at once, and each commit is offered,
 * in order, once it is in the tail. So whatever a page of the tail that reached the head did not hold will be offered, and what it did
 * hold is recognised by its position: no gap, no double. While the past is read, commits are not kept: they are in the log, and a later
 * page has them. One page is under way at a time. While streaming, commits go straight to the transport; what it has not yet taken is what the screen is
 * behind by, and beyond the limits the screen is closed and comes back with its cursor.
 */
export class Subscription {
  readonly screen: Screen;
  readonly #log: LogTail;
  readonly #limits: Limits;
  /** Real ms, for how long the oldest message has been waiting. */
  readonly #realNow: () => number;
  #state: 'backfilling' | 'streaming' | 'closed' = 'backfilling';
  #position = 0;
  #pageUnderWay = false;
  readonly #waiting: { readonly bytes: number; readonly events: number; readonly sinceMs: number }[] = [];
  #waitingBytes = 0;
  #waitingEvents = 0;

  constructor(screen: Screen, log: LogTail, limits: Limits = LIMITS, realNow: () => number = () => performance.now()) {
    this.screen = screen;
    this.#log = log;
    this.#limits = limits;
    this.#realNow = realNow;
  }

  /** Begins at a cursor; closes with `otherEpoch` when the cursor belongs to another log or lies beyond the head. */
  start(cursor: Cursor): void {
    const head = this.#log.head();
    const after = cursor.after ?? head;
    const isOurs = cursor.epoch === undefined || cursor.epoch === this.#log.epoch;
    this.#position = after;
    if (isOurs && after <= head) this.#nextPage();
    else this.close(CLOSE.otherEpoch);
  }

  /** A commit became durable. */
  offer(commit: EventsMessage): void {
    if (this.#state !== 'streaming' || commit.to <= this.#position) return;
    if (commit.from === this.#position) {
      this.#position = commit.to;
      this.#send(commit, commit.count);
    } else {
      this.#state = 'backfilling';
      this.#nextPage();
    }
  }

  /** Says something that is not of the log. Skipped while the screen has not taken what it was told before. */
  tell(message: Message): void {
    if (this.#state !== 'closed' && !this.isSlow()) this.#send(message, 0);
  }

  close(code: CloseCode): void {
    if (this.#state === 'closed') return;
    this.#state = 'closed';
    this.screen.close(code);
  }

  /** The transport is gone. */
  gone(): void {
    this.#state = 'closed';
  }

  get isClosed(): boolean {
    return this.#state === 'closed';
  }

  /** Position of the last event handed to the transport. */
  get position(): number {
    return this.#position;
  }

  /** Bytes handed over that the transport has not taken yet. */
  get backlogBytes(): number {
    return this.#waitingBytes;
  }

  /** Whether the screen has fallen too far behind. */
  isSlow(): boolean {
    const oldest = this.#waiting[0];
    if (oldest === undefined || this.#state === 'closed') return false;
    // The message on its way is judged by time alone: a single large commit makes nobody slow.
    return (
      this.#waitingBytes - oldest.bytes > this.#limits.bytes ||
      this.#waitingEvents - oldest.events > this.#limits.events ||
      this.#realNow() - oldest.sinceMs > this.#limits.ms
    );
  }

  #nextPage(): void {
    if (this.#state !== 'backfilling' || this.#pageUnderWay) return;
    const events = this.#log.tail(this.#position, PAGE);
    if (events === undefined) {
      this.#ask();
      return;
    }
    this.#sendPage(events);
    if (events.length < PAGE) {
      this.#state = 'streaming';
      const position = this.#position;
      this.#send(new Message('caught-up', () => JSON.stringify({ position } satisfies CaughtUp)), 0);
    }
  }

  /** Further back than the tail: the page comes when it comes. */
  #ask(): void {
    this.#pageUnderWay = true;
    this.#log.eventsAfter(this.#position, PAGE).then(
      (events) => {
        this.#pageUnderWay = false;
        if (this.#state !== 'backfilling') return;
        // There is something between this position and the tail, or the log cannot be read.
        if (events.length === 0) this.close(CLOSE.goingAway);
        else this.#sendPage(events);
      },
      () => this.close(CLOSE.goingAway),
    );
  }

  #sendPage(events: readonly SpelledEvent[]): void {
    if (events.length > 0) {
      const page = new EventsMessage(this.#position, events);
      this.#position = page.to;
      this.#pageUnderWay = true;
      this.#send(page, page.count, () => {
        this.#pageUnderWay = false;
        this.#nextPage();
      });
    }
  }

  #send(message: Message, events: number, then?: () => void): void {
    const bytes = message.json(this.screen.audience).length;
    this.#waiting.push({ bytes, events, sinceMs: this.#realNow() });
    this.#waitingBytes += bytes;
    this.#waitingEvents += events;
    this.screen.send(message, () => {
      const sent = this.#waiting.shift();
      if (sent === undefined) return;
      this.#waitingBytes -= sent.bytes;
      this.#waitingEvents -= sent.events;
      then?.();
    });
  }
}
