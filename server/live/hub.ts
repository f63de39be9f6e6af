import type { Store } from '../../db/store.ts';
import { toInstant } from '../../shared/units.ts';
import { BEAT_EVERY_MS } from '../../shared/wire/beats.ts';
import { CLOSE, type CloseCode } from '../../shared/wire/close-codes.ts';
import type { Beat } from '../../shared/wire/down.ts';
import type { Principal } from '../access/principal.ts';
import type { Clock } from '../clock.ts';
import { EventsMessage, Message } from './message.ts';
import { type Cursor, type Screen, Subscription } from './subscription.ts';

/** How often (real ms) screens that take nothing are looked for. */
const LOOK_EVERY_MS = 1_000;
/** Longer than a screen can take from being let in to being added. */
const REMEMBER_ENDED_MS = 60_000;

/** How long (real ms) the end of the server waits for screens to take what they were sent. */
const TAKEN_WITHIN_MS = 500;

export interface HubOptions {
  readonly store: Pick<Store, 'epoch' | 'head' | 'tail' | 'eventsAfter' | 'onCommit'>;
  readonly clock: Clock;
  /** Told once for each screen that was closed as too slow. */
  readonly onTooSlow?: (door: Screen['door']) => void;
  /** Told at each beat of each sign-in that has a screen connected. */
  readonly onWatched?: (tokenHash: string) => void;
}

/** Everybody who watches. One listener on the log, one beat, whatever the number of screens. */
export interface Hub {
  /** What a beat would say now. */
  now(): Beat;
  add(screen: Screen, principal: Principal, cursor: Cursor): Subscription;
  remove(subscription: Subscription): void;
  /** A sign-in or a token has ended: closes its screens at once. */
  signedOut(tokenHash: string): void;
  /** Screens connected by door, and bytes they have not taken yet. */
  counts(): { readonly feed: number; readonly 'socket-io': number; readonly backlogBytes: number };
  /** Stops listening, lets the screens take what they were sent, and closes each as going away. */
  stop(): Promise<void>;
}

export function startHub({ store, clock, onTooSlow, onWatched }: HubOptions): Hub {
  const watching = new Map<Subscription, Principal>();
  /** Sign-ins that ended a moment ago: a screen that was let in just before has not been added yet. */
  const ended = new Map<string, number>();
  const now = (): Beat => ({ now: toInstant(clock.now()), head: store.head(), epoch: store.epoch, speed: clock.speed });
  const beat = () => new Message('beat', () => JSON.stringify(now()));

  const close = (subscription: Subscription, code: CloseCode) => {
    watching.delete(subscription);
    subscription.close(code);
  };
  const closeIfSlow = (subscription: Subscription) => {
    if (!subscription.isSlow()) return;
    close(subscription, CLOSE.tooSlow);
    onTooSlow?.(subscription.screen.door);
  };

  /** Commits that no screen was told of yet. */
  let untold: EventsMessage[] = [];
  const tell = () => {
    const commits = untold;
    untold = [];
    for (const commit of commits)
      for (const subscription of watching.keys()) {
        closeIfSlow(subscription);
        subscription.offer(commit);
      }
  };
  const stopListening = store.onCommit(({ from, events }) => {
    if (events.length === 0) return;
    // Who tapped is answered first: a screen more or less must not be felt at the chair.
    if (untold.push(new EventsMessage(from, events)) === 1) setImmediate(tell);
  });
  const isUnderWay = () => [...watching.keys()].some(({ backlogBytes }) => backlogBytes > 0);
  const beating = setInterval(() => {
    // A beat names the head: whoever hears of it must have been sent what leads there.
    tell();
    const message = beat();
    for (const [subscription, { tokenHash }] of watching) {
      subscription.tell(message);
      onWatched?.(tokenHash);
    }
  }, BEAT_EVERY_MS);
  const looking = setInterval(() => {
    for (const subscription of watching.keys()) closeIfSlow(subscription);
    const before = performance.now() - REMEMBER_ENDED_MS;
    for (const [tokenHash, atMs] of ended) if (atMs < before) ended.delete(tokenHash);
  }, LOOK_EVERY_MS);

  return {
    now,
    add(screen, principal, cursor) {
      const subscription = new Subscription(screen, store);
      if (ended.has(principal.tokenHash)) subscription.close(CLOSE.signIn);
      subscription.tell(beat());
      subscription.start(cursor);
      if (!subscription.isClosed) watching.set(subscription, principal);
      return subscription;
    },
    remove(subscription) {
      subscription.gone();
      watching.delete(subscription);
    },
    signedOut(tokenHash) {
      ended.set(tokenHash, performance.now());
      for (const [subscription, principal] of watching) if (principal.tokenHash === tokenHash) close(subscription, CLOSE.signIn);
    },
    counts() {
      const counts = { feed: 0, 'socket-io': 0, backlogBytes: 0 };
      for (const { screen, backlogBytes } of watching.keys()) {
        counts[screen.door] += 1;
        counts.backlogBytes += backlogBytes;
      }
      return counts;
    },
    async stop() {
      clearInterval(beating);
      clearInterval(looking);
      stopListening();
      tell();
      // Said right behind what is still on its way, the goodbye would be cut off with it.
      const until = performance.now() + TAKEN_WITHIN_MS;
      while (isUnderWay() && performance.now() < until) await new Promise((resolve) => setImmediate(resolve));
      for (const subscription of watching.keys()) close(subscription, CLOSE.goingAway);
    },
  };
}
