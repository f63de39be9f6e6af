import { StoreUnavailable, type Write, type WriteOutcome } from '../store.ts';

interface Waiting {
  readonly write: Write;
  resolve(outcome: WriteOutcome): void;
  reject(error: unknown): void;
}

/** What one write came to inside the transaction; `threw` is `decide`'s own error. */
export type Settled = { readonly outcome: WriteOutcome } | { readonly threw: unknown };

/** Stores the writes in one transaction and gives what each came to, in order; throws when nothing of it was stored. */
export type CommitAll = (writes: readonly Write[]) => readonly Settled[];

/**
 * Collects the writes of one event-loop turn and stores them in one transaction when the turn ends: `setImmediate` runs
 * after all sockets that had something to read have been read. One sync to disk then serves everybody who came along.
 */
export function groupCommit(commitAll: CommitAll) {
  let waiting: Waiting[] = [];
  let closed = false;

  function flush(): void {
    const batch = waiting;
    waiting = [];
    if (batch.length > 0) settle(batch);
  }

  function settle(batch: readonly Waiting[]): void {
    let settled: readonly Settled[];
    try {
      settled = commitAll(batch.map(({ write }) => write));
    } catch (error) {
      // When it was not the disk, one of the writes is to blame: alone, each answers for itself.
      if (batch.length > 1 && !(error instanceof StoreUnavailable)) for (const one of batch) settle([one]);
      else for (const one of batch) one.reject(error);
      return;
    }
    for (const [place, one] of batch.entries()) {
      const result = settled[place];
      if (result === undefined) one.reject(new Error('A write was not settled'));
      else if ('threw' in result) one.reject(result.threw);
      else one.resolve(result.outcome);
    }
  }

  return {
    submit(write: Write): Promise<WriteOutcome> {
      if (closed) return Promise.reject(new StoreUnavailable('The log is closed'));
      return new Promise((resolve, reject) => {
        if (waiting.push({ write, resolve, reject }) === 1) setImmediate(flush);
      });
    },
    /** Stores what waits, then takes no more. */
    close(): void {
      flush();
      closed = true;
    },
  };
}
