import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { SessionSummary } from '../../../shared/views/session-summary.ts';
import type { HistoryPage } from '../../../shared/wire/history.ts';
import { ask } from '../../live/query-client.ts';

/** Rows a page, the most that the server gives. */
const PAGE_ROWS = 500;

/** A list that comes page after page. */
export interface Pages {
  readonly total: number | undefined;
  readonly loaded: number;
  readonly at: (index: number) => SessionSummary | undefined;
  readonly more: () => void;
  readonly isFetching: boolean;
  /** These are the rows of the question before. */
  readonly isOld: boolean;
  readonly error: Error | null;
  readonly again: () => void;
}

/** @param question query of `/api/history`, sort included */
export function usePages(question: string, enabled: boolean): Pages {
  const { data, fetchNextPage, hasNextPage, isFetching, isPlaceholderData, error, refetch } = useInfiniteQuery({
    queryKey: ['history', 'rows', question],
    queryFn: ({ pageParam, signal }) => {
      const cursor = pageParam === null ? '' : `&cursor=${encodeURIComponent(pageParam)}`;
      return ask<HistoryPage>(`/api/history?${question}&limit=${PAGE_ROWS}${cursor}`, signal);
    },
    enabled,
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
      isFetching,
      isOld: isPlaceholderData,
      error,
      again: () => void refetch(),
    };
  }, [data, fetchNextPage, hasNextPage, isFetching, isPlaceholderData, error, refetch]);
}
