import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Instant } from '../../shared/units.ts';
import type { Problem } from '../../shared/wire/problem.ts';

/** What is known of the link besides the age of the last beat. */
export interface Link {
  /** Everything up to the server's head was applied since the last break. */
  readonly caughtUp: boolean;
  /** Why nothing more will come without a person: set when the server closed the door for good. */
  readonly stopped: 'signed-out' | 'not-allowed' | 'too-old' | undefined;
  /** Why the board could not be loaded. */
  readonly problem: Problem | undefined;
  /** When the clinic's data turned out to be another (restored) log, and was loaded afresh. */
  readonly restoredAt: Instant | undefined;
  /** Entries on their way to the server. */
  readonly waiting: number;
  /** Entries kept on this tablet that have waited long enough to say so. */
  readonly kept: number;
}
export type LinkStore = StoreApi<Link>;

export const createLinkStore = (): LinkStore =>
  createStore<Link>(() => ({
    caughtUp: false,
    stopped: undefined,
    problem: undefined,
    restoredAt: undefined,
    waiting: 0,
    kept: 0,
  }));
