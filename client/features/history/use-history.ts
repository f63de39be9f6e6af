import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { SessionSummary } from '../../../shared/views/session-summary.ts';
import type { HistoryPage, HistorySummary } from '../../../shared/wire/history.ts';
import { ask } from '../../live/query-client.ts';

/** Rows a page: many enough that a fast scroll meets few, few enough that each answers at once. */
export const PAGE_ROWS = 250;

/** The rows that a question finds, page after page. */
export interface Rows {
  /** All that there are; undefined before the first answer. */
  readonly total: number | undefined;
  readonly loaded: number;
  /** The row at a place, or undefined while it is not here yet. */
  readonly at: (index: number) => SessionSummary | undefined;
  readonly more: () => void;
  readonly isLoading: boolean;
  /** These are the rows of the question before. */
  readonly isOld: boolean;
  readonly error: Error | null;
  readonly again: () => void;
}

/** @param query of `/api/history`, sort included */
export function useRows(query: string): Rows {
  const { data, fetchNextPage, hasNextPage, isFetching, isPlaceholderData, error, refetch } = useInfiniteQuery({
    queryKey: ['history', 'rows', query],
    queryFn: ({ pageParam, signal }) => {
      const cursor = pageParam === null ? '' : `&cursor=${encodeURIComponent(pageParam)}`;
      return ask<HistoryPage>(`/api/history?${query}&limit=${PAGE_ROWS}${cursor}`, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    // Comparing 100,000 rows with themselves at each page would be felt.
    structuralSharing: false,
  });
  return useMemo(() => {
    const pages = data?.pages ?? [];
    const last = pages.at(-1);
    return {
      total: pages[0]?.total,
      loaded: pages.length === 0 ? 0 : (pages.length - 1) * PAGE_ROWS + (last?.rows.length ?? 0),
      at: (index) => pages[Math.floor(index / PAGE_ROWS)]?.rows[index % PAGE_ROWS],
      more: () => {
        if (hasNextPage && !isFetching) void fetchNextPage();
      },
      isLoading: isFetching,
      isOld: isPlaceholderData,
      error,
      again: () => void refetch(),
    };
  }, [data, fetchNextPage, hasNextPage, isFetching, isPlaceholderData, error, refetch]);
}

/** Tiles and series; `query` undefined asks nothing. */
export function useSummary(query: string | undefined) {
  return useQuery({
    queryKey: ['history', 'summary', query],
    queryFn: ({ signal }) => ask<HistorySummary>(`/api/history/summary?${query ?? ''}`, signal),
    enabled: query !== undefined,
    placeholderData: keepPreviousData,
  });
}
