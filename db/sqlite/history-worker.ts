import { parentPort, workerData } from 'node:worker_threads';
import type { HistoryFilter, HistoryQuery } from '../../shared/wire/history.ts';
import { openReader } from './connection.ts';
import { queriesOn } from './drizzle.ts';
import { historyPage } from './history-page.ts';
import { historySummary } from './history-summary.ts';
import { verifyLog } from './verify.ts';

/** What the main thread may ask; the answers are those of `HistoryReader`. */
export type Question =
  | { readonly kind: 'page'; readonly query: HistoryQuery }
  | { readonly kind: 'summary'; readonly filter: HistoryFilter }
  | { readonly kind: 'verify' };

export interface Asked {
  readonly id: number;
  readonly question: Question;
}

export type Answered =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly name: string; readonly message: string };

const path = String(workerData);
const db = queriesOn(openReader(path));

function answer(question: Question): unknown {
  switch (question.kind) {
    case 'page':
      return historyPage(db, question.query);
    case 'summary':
      return historySummary(db, question.filter);
    case 'verify':
      return verifyLog(db, path);
    default:
      throw new Error(`No such question: ${String(question satisfies never)}`);
  }
}

parentPort?.on('message', ({ id, question }: Asked) => {
  let answered: Answered;
  try {
    answered = { id, ok: true, value: answer(question) };
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error('The question failed');
    answered = { id, ok: false, name, message };
  }
  parentPort?.postMessage(answered);
});
