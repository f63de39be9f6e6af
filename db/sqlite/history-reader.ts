import { Worker } from 'node:worker_threads';
import type { Id } from '../../shared/units.ts';
import type { HistoryPage, HistorySummary } from '../../shared/wire/history.ts';
import { CursorInvalid, type HistoryReader, StoreUnavailable, type VerifyReport } from '../store.ts';
import type { Answered, Asked, Question } from './history-worker.ts';

interface Pending {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** Beyond this many changed visits the worker reads the table anew. */
const REREAD_FROM = 5000;

/**
 * Asks the worker, which has its own read-only connection: however long a report takes, the thread that stores readings goes on.
 * The worker starts with the first question and again after it died.
 */
export function historyReader(path: string): HistoryReader & {
  /** These rows were written; all of them when a rename or a rebuild went through the table. */
  changed(ids: 'all' | Iterable<Id>): void;
  close(): Promise<void>;
} {
  const pending = new Map<number, Pending>();
  let worker: Worker | undefined;
  /** Rows written since the last question; told along with the next one, so that a commit pays nothing. */
  let changed: 'all' | Set<Id> = new Set();
  let asked = 0;
  let closed = false;

  function failAll(reason: string): void {
    for (const one of pending.values()) one.reject(new StoreUnavailable(reason));
    pending.clear();
  }

  function start(): Worker {
    const started = new Worker(new URL('./history-worker.ts', import.meta.url), { workerData: path, execArgv: [] });
    started.on('message', (answer: Answered) => {
      const one = pending.get(answer.id);
      pending.delete(answer.id);
      if (pending.size === 0) started.unref();
      if (answer.ok) one?.resolve(answer.value);
      else one?.reject(answer.name === 'CursorInvalid' ? new CursorInvalid(answer.message) : new Error(answer.message));
    });
    started.on('error', (error) => failAll(error.message));
    started.on('exit', () => {
      if (worker === started) worker = undefined;
      failAll('The history reader stopped');
    });
    return started;
  }

  function ask<T>(question: Question): Promise<T> {
    if (closed) return Promise.reject(new StoreUnavailable('The log is closed'));
    worker ??= start();
    // Waiting for an answer keeps the process alive, an idle worker does not.
    worker.ref();
    const id = ++asked;
    const answer = new Promise<T>((resolve, reject) => pending.set(id, { resolve: (value) => resolve(value as T), reject }));
    const many = changed === 'all' || changed.size > REREAD_FROM;
    worker.postMessage({ id, question, changed: many ? 'all' : [...changed] } satisfies Asked);
    changed = new Set();
    return answer;
  }

  return {
    page: (query) => ask<HistoryPage>({ kind: 'page', query }),
    summary: (filter) => ask<HistorySummary>({ kind: 'summary', filter }),
    verify: () => ask<VerifyReport>({ kind: 'verify' }),
    changed(ids) {
      if (ids === 'all') changed = 'all';
      else if (worker !== undefined && changed !== 'all') for (const id of ids) changed.add(id);
    },
    async close() {
      closed = true;
      await worker?.terminate();
      failAll('The log is closed');
    },
  };
}
