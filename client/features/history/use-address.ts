import { useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { type HistorySearch, readSearch } from './history-search.ts';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** Words looked for in names and record numbers: kept with the entry of the browser's history, never in the address. */
    readonly historyWords?: string;
  }
}

/** Undefined takes a filter away. */
export type Change = { readonly [K in keyof HistorySearch]?: HistorySearch[K] | undefined };

export interface Address {
  readonly search: HistorySearch;
  readonly words: string;
  /** Changes the address; filters make a new step back, `replace` (opening another row) does not. */
  readonly change: (change: Change, options?: { readonly replace?: boolean }) => void;
  readonly lookFor: (words: string) => void;
  /** Back to the list as it opens. */
  readonly clear: () => void;
}

/** The filters: read from the address bar, changed through it. */
export function useAddress(): Address {
  const raw = useSearch({ from: '/signed-in/history' });
  const search = useMemo(() => readSearch(raw), [raw]);
  const words = useLocation({ select: ({ state }) => state.historyWords ?? '' });
  const navigate = useNavigate();

  const change = useCallback<Address['change']>(
    (changed, { replace = false } = {}) =>
      void navigate({
        to: '/history',
        search: (before) => defined({ ...readSearch(before), ...changed }),
        state: (before) => before,
        replace,
        resetScroll: false,
      }),
    [navigate],
  );
  const lookFor = useCallback<Address['lookFor']>(
    (looked) =>
      void navigate({
        to: '/history',
        search: (before) => before,
        state: (before) => ({ ...before, historyWords: looked }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  const clear = useCallback(() => void navigate({ to: '/history', search: {}, resetScroll: false }), [navigate]);
  return { search, words, change, lookFor, clear };
}

function defined(search: Change): HistorySearch {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));
}
