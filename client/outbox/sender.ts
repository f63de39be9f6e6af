import type { Id } from '../../shared/units.ts';
import type { CarriedEntry } from '../../shared/wire/carried.ts';
import type { Answer } from '../live/api.ts';
import { askedStore } from '../live/confirmation.ts';
import { linkStore } from '../live/live.ts';
import type { Accepted } from '../live/send-command.ts';
import { carry } from './carry.ts';
import { type Drained, drain, type Said } from './drain.ts';
import type { SealedRow, TabletDb } from './tablet-db.ts';

/** One of all tabs sends at a time; the browser frees the lock of a tab that ends or crashes. */
const LOCK = 'chairside-outbox';
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 5_000;
/** An attempt that hangs so long when the link comes back hangs on the old link, unless it waits for a person's PIN. */
const HANGS_MS = 1_500;
/** An answer takes milliseconds: only what waits longer than this is worth a word. */
const PATIENCE_MS = 800;

interface SenderParts {
  readonly db: TabletDb;
  readonly unseal: (row: SealedRow) => Promise<Said>;
  readonly post: (said: Said, ownerId: Id, signal: AbortSignal) => Promise<Answer<Accepted>>;
  /** Hands over, sealed, what waits of somebody else. */
  readonly postCarried: (entry: CarriedEntry) => Promise<Answer<Accepted>>;
  readonly onSignedOut: () => void;
  /** Whether entries may go out now; asked again when the link is back. */
  readonly mayGo: () => boolean;
}

export interface Sender {
  /** Begins to send for a person; ends with the returned disposer. */
  readonly start: (ownerId: Id) => () => void;
  /** Something new waits. */
  readonly kick: () => void;
  /** What waits for the network, for the pill; new ones go at once, whichever tab they were tapped in. */
  readonly notice: (waiting: readonly Id[]) => void;
}

/** Sends whenever there is something to send and somebody to hear it: at a tap, when the link is back, and after a pause. */
export function createSender({ db, unseal, post, postCarried, onSignedOut, mayGo }: SenderParts): Sender {
  let ownerId: Id | undefined;
  let running = false;
  let again = false;
  let wait = FIRST_WAIT_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let attempt: { readonly stop: AbortController; readonly since: number } | undefined;

  const turn = (owner: Id): Promise<Drained> =>
    navigator.locks.request(LOCK, async () => {
      const own = await drain({
        db,
        ownerId: owner,
        unseal,
        post: async (said) => {
          attempt = { stop: new AbortController(), since: performance.now() };
          const answer = await post(said, owner, attempt.stop.signal);
          attempt = undefined;
          return answer;
        },
      });
      // One's own first: what a person has just tapped must not wait behind somebody else's.
      return own.end === 'empty' ? carry(db, owner, postCarried) : own;
    });

  const kick = async () => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    clearTimeout(timer);
    try {
      do {
        again = false;
        if (ownerId === undefined || !mayGo()) return;
        const drained = await turn(ownerId);
        if (drained.end === 'signed-out') return onSignedOut();
        if (drained.end === 'empty') wait = FIRST_WAIT_MS;
        else if (!again) later(drained.retryAfterMs);
      } while (again);
    } catch {
      // The disk or the lock was taken away: tried again like a server that does not answer.
      later(undefined);
    } finally {
      running = false;
    }
  };

  const later = (askedMs: number | undefined) => {
    timer = setTimeout(() => void kick(), askedMs ?? wait);
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  };

  /** The link is back: no pause is waited out, and what hangs on the old link is given up (the same id goes again). */
  const hurry = () => {
    wait = FIRST_WAIT_MS;
    const asksForPin = askedStore.getState().waiting.length > 0;
    if (attempt !== undefined && !asksForPin && performance.now() - attempt.since > HANGS_MS) attempt.stop.abort();
    void kick();
  };

  let noticed: ReadonlySet<Id> = new Set();
  let said: ReturnType<typeof setTimeout> | undefined;
  return {
    kick: () => void kick(),
    notice: (waiting) => {
      const count = waiting.length;
      const fresh = waiting.some((id) => !noticed.has(id));
      noticed = new Set(waiting);
      clearTimeout(said);
      if (count <= linkStore.getState().kept) linkStore.setState({ kept: count });
      else said = setTimeout(() => linkStore.setState({ kept: count }), PATIENCE_MS);
      if (fresh) void kick();
    },
    start: (owner) => {
      ownerId = owner;
      window.addEventListener('online', hurry);
      const stopWatching = linkStore.subscribe(({ caughtUp }, before) => {
        if (caughtUp && !before.caughtUp) hurry();
      });
      hurry();
      return () => {
        ownerId = undefined;
        clearTimeout(timer);
        clearTimeout(said);
        linkStore.setState({ kept: 0 });
        window.removeEventListener('online', hurry);
        stopWatching();
      };
    },
  };
}
