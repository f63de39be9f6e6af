import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { SessionSummary } from '../../../shared/views/session-summary.ts';
import type { HistoryOrder, HistorySort, HistorySummary } from '../../../shared/wire/history.ts';
import { ask } from '../../live/query-client.ts';
import { usePages } from './use-pages.ts';

/** Rows are fetched this many before they come into sight. */
const AHEAD = 120;

/** The rows that a question finds. They come from the front, and from the end when somebody goes there. */
export interface Rows {
  /** All that there are; undefined before the first answer. */
  readonly total: number | undefined;
  /** Rows at the front that are here. */
  readonly loaded: number;
  /** The row at a place, or undefined while it is not here yet. */
  readonly at: (index: number) => SessionSummary | undefined;
  /** These places are in sight: fetches what is missing of them, one page at a time. */
  readonly need: (first: number, last: number) => void;
  readonly isLoading: boolean;
  /** These are the rows of the question before. */
  readonly isOld: boolean;
  readonly error: Error | null;
  readonly again: () => void;
}

/** @param filters of `/api/history` */
export function useRows(filters: string, order: HistoryOrder): Rows {
  const front = usePages(`${filters}&sort=${order}`, true);
  const [endOf, setEndOf] = useState<string>();
  const question = `${filters}&sort=${order}`;
  const back = usePages(`${filters}&sort=${turned(order)}`, endOf === question);
  return useMemo(() => {
    const { total } = front;
    // While nothing was added or changed meanwhile, the same rows the other way round are the end of the list.
    const end = endOf === question && back.total === total && !back.isOld ? back : undefined;
    const at = (index: number) => front.at(index) ?? (total === undefined ? undefined : end?.at(total - 1 - index));
    return {
      total,
      loaded: front.loaded,
      at,
      need: (first, last) => {
        if (total === undefined || front.isOld) return;
        const until = Math.min(total, last + AHEAD);
        if (until <= front.loaded || (end !== undefined && total - first <= end.loaded)) return;
        if (total - first >= last - front.loaded || !isTurnable(order)) front.more();
        else if (end === undefined) setEndOf(question);
        else end.more();
      },
      isLoading: front.isFetching || (end?.isFetching ?? false),
      isOld: front.isOld,
      error: front.error,
      again: front.again,
    };
  }, [front, back, endOf, question, order]);
}

/** Columns in which no row is without a value: those without one come last in either direction. */
const WHOLE: readonly HistorySort[] = ['plannedStart', 'patient', 'alarms', 'status'];

const isTurnable = (order: HistoryOrder): boolean => WHOLE.some((sort) => order === sort || order === `-${sort}`);

const turned = (order: HistoryOrder): HistoryOrder =>
  order.startsWith('-') ? (order.slice(1) as HistorySort) : (`-${order}` as HistoryOrder);

/** Tiles and series; `query` undefined asks nothing. */
export function useSummary(query: string | undefined) {
  return useQuery({
    queryKey: ['history', 'summary', query],
    queryFn: ({ signal }) => ask<HistorySummary>(`/api/history/summary?${query ?? ''}`, signal),
    enabled: query !== undefined,
    placeholderData: keepPreviousData,
  });
}
