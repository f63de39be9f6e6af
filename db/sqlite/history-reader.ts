import { Worker } from 'node:worker_threads';
import type { HistoryPage, HistorySummary } from '../../shared/wire/history.ts';
import { CursorInvalid, type HistoryReader, StoreUnavailable, type VerifyReport } from '../store.ts';
import type { Answered, Asked, Question } from './history-worker.ts';

interface Pending {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/**
 * Asks the worker, which has its own read-only connection: however long a report takes, the thread that stores readings goes on.
 * The worker starts with the first question and again after it died. `caughtUp` is waited for before each question to history, so that
 * it sees all that was answered before it was asked.
 */
export function historyReader(path: string, caughtUp: () => Promise<void>): HistoryReader & { close(): Promise<void> } {
  const pending = new Map<number, Pending>();
  let worker: Worker | undefined;
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
    worker.postMessage({ id, question } satisfies Asked);
    return answer;
  }

  async function askHistory<T>(question: Question): Promise<T> {
    await caughtUp();
    return ask<T>(question);
  }

  return {
    page: (query) => askHistory<HistoryPage>({ kind: 'page', query }),
    summary: (filter) => askHistory<HistorySummary>({ kind: 'summary', filter }),
    verify: () => ask<VerifyReport>({ kind: 'verify' }),
    async close() {
      closed = true;
      await worker?.terminate();
      failAll('The log is closed');
    },
  };
}
