import { parentPort, workerData } from 'node:worker_threads';
import type { Id } from '../../shared/units.ts';
import type { HistoryFilter, HistoryQuery } from '../../shared/wire/history.ts';
import { openReader } from './connection.ts';
import { HistoryIndex } from './history-index.ts';
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
  /** Visits whose rows were written since the last question. */
  readonly changed: 'all' | readonly Id[];
  readonly question: Question;
}

export type Answered =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly name: string; readonly message: string };

const path = String(workerData);
const connection = openReader(path);
let index: HistoryIndex | undefined;

/** The index as of the last commit that the asker knew of; read when a question first needs it. */
function upToDate(): HistoryIndex {
  index ??= new HistoryIndex(connection);
  return index;
}

function answer(question: Question): unknown {
  switch (question.kind) {
    case 'page':
      return historyPage(connection, upToDate(), question.query);
    case 'summary':
      return historySummary(connection, upToDate(), question.filter);
    case 'verify':
      return verifyLog(connection, path);
    default:
      throw new Error(`No such question: ${String(question satisfies never)}`);
  }
}

parentPort?.on('message', ({ id, changed, question }: Asked) => {
  let answered: Answered;
  try {
    if (changed === 'all') index = undefined;
    else index?.refresh(changed);
    answered = { id, ok: true, value: answer(question) };
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error('The question failed');
    answered = { id, ok: false, name, message };
  }
  parentPort?.postMessage(answered);
});
