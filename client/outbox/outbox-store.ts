import { useMemo } from 'react';
import { useStore } from 'zustand/react';
import { createStore } from 'zustand/vanilla';
import type { Id, Instant } from '../../shared/units.ts';
import type { Problem } from '../../shared/wire/problem.ts';
import type { KeptCommand } from './kept-command.ts';

/** An entry of the person signed in, opened. */
export interface WaitingEntry {
  readonly id: Id;
  readonly sessionId: Id;
  readonly command: KeptCommand;
  readonly tappedAt: Instant;
  readonly state: 'waiting' | 'refused' | 'sent';
  /** Its time was this far ahead of the clinic's, in ms: which one is right is asked. */
  readonly aheadMs?: number;
  readonly problem?: Problem;
}

/** What waits on this tablet: the same in every tab. */
export interface Outbox {
  /** Entries can be kept: the person's key is there and the disk was read. */
  readonly ready: boolean;
  /** Of who is signed in, in order of taps. */
  readonly entries: readonly WaitingEntry[];
  /** Rows that no longer open: sealed with a key that the server has replaced since. */
  readonly unreadable: readonly Id[];
  /** How many wait of others who used this tablet, by name: what only they can send stays. */
  readonly others: readonly { readonly name: string; readonly count: number }[];
}

export const outboxStore = createStore<Outbox>(() => ({ ready: false, entries: [], unreadable: [], others: [] }));

export const useOutbox = <T>(select: (outbox: Outbox) => T): T => useStore(outboxStore, select);

/** Ids of the entries that wait for the network: the timeline's provisional lines carry them. */
export function useWaitingIds(): ReadonlySet<Id> {
  const entries = useOutbox((outbox) => outbox.entries);
  return useMemo(() => new Set(entries.filter(({ state }) => state === 'waiting').map(({ id }) => id)), [entries]);
}

/** Entries that the server has not answered, and those that a person has to decide on. */
export const unsent = ({ entries }: Outbox): number => entries.filter(({ state }) => state !== 'sent').length;

/** Whether something stands here that a person has to decide on. */
export const unsettled = ({ entries, others, unreadable }: Outbox): boolean =>
  others.length + unreadable.length > 0 || entries.some(({ state, aheadMs }) => state === 'refused' || aheadMs !== undefined);

/** `1 entry`, `2 entries`. */
export const entriesText = (count: number): string => `${count} ${count === 1 ? 'entry' : 'entries'}`;
