import { QueryClientProvider } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { dayAt } from '../../../shared/clinic/calendar-day.ts';
import type { SessionSummary } from '../../../shared/views/session-summary.ts';
import type { HistoryOrder } from '../../../shared/wire/history.ts';
import { Button } from '../../components/button.tsx';
import { cx } from '../../components/cx.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ProblemMessage } from '../../components/problem-message.tsx';
import { useTitle } from '../../components/use-title.ts';
import { useFormats } from '../../live/clinic-time.ts';
import { useClinic, useNow } from '../../live/live.ts';
import { problemOf, queryClient } from '../../live/query-client.ts';
import { usePaper } from '../../live/use-paper.ts';
import { VisitDrawer } from './drawer/visit-drawer.tsx';
import { ExportMenu } from './export-menu.tsx';
import { Charts } from './figures/charts.tsx';
import { Tiles } from './figures/tiles.tsx';
import { FilterBar, isNarrowed } from './filters/filter-bar.tsx';
import styles from './history.module.css';
import { DEFAULT_SORT, historyQuery } from './history-search.ts';
import { periodBefore, periodOf, periodText } from './period.ts';
import { SessionsGrid } from './table/sessions-grid.tsx';
import { SortChoice } from './table/sort-choice.tsx';
import { useAddress } from './use-address.ts';
import { useRows, useSummary } from './use-history.ts';

/** Past visits: find any of them with two filters, see what slipped, play one back, take the rows away. */
export function HistoryScreen() {
  useTitle('History');
  const timeZone = useClinic(({ clinic }) => clinic?.timeZone);
  return (
    <QueryClientProvider client={queryClient}>
      {timeZone === undefined ? <div className={styles.screen} aria-busy="true" /> : <History timeZone={timeZone} />}
    </QueryClientProvider>
  );
}

function History({ timeZone }: { readonly timeZone: string }) {
  const address = useAddress();
  const { search, words, change, clear } = address;
  const { date: dates } = useFormats();
  usePaper();
  const today = useNow((now) => dayAt(now, timeZone));
  const period = periodOf(search, today);
  const before = periodBefore(period, search.range === 'month' && search.from === undefined && search.to === undefined);
  const order = search.sort ?? DEFAULT_SORT;
  const filters = historyQuery(search, period, words).toString();
  const rows = useRows(filters, order);
  const summary = useSummary(filters);
  const summaryBefore = useSummary(before === undefined ? undefined : historyQuery(search, before, words).toString());
  const [charts, setCharts] = useState(false);
  const main = useRef<HTMLElement>(null);
  const problem = problemOf(rows.error);

  const sortBy = useCallback((sort: HistoryOrder) => change({ sort: sort === DEFAULT_SORT ? undefined : sort }), [change]);
  const isOpen = search.session !== undefined;
  const open = useCallback(
    ({ sessionId }: SessionSummary) => change({ session: sessionId }, { replace: isOpen }),
    [change, isOpen],
  );
  const close = useCallback(() => {
    change({ session: undefined }, { replace: true });
    main.current?.querySelector<HTMLElement>('[role="grid"]')?.focus();
  }, [change]);

  return (
    <div className={cx(styles.screen, isOpen && styles.withDrawer)}>
      <section ref={main} className={styles.main} aria-label="History">
        <h1 className="vh">History</h1>
        <div className={styles.filters}>
          <search className={styles.filterRow} aria-label="Filters">
            <FilterBar address={address} period={period} />
          </search>
          <ExportMenu query={`${filters}&sort=${order}`} total={rows.total} />
          <Button size="touch" className={styles.chartsButton} aria-expanded={charts} onClick={() => setCharts(!charts)}>
            {charts ? 'Hide the charts' : 'Show the charts'}
          </Button>
        </div>
        <Tiles
          summary={summary.data}
          before={before === undefined ? undefined : summaryBefore.data}
          beforeText={before === undefined ? undefined : periodText(before, dates)}
        />
        <div className={styles.charts} data-open={charts || undefined}>
          <Charts summary={summary.data} periodText={periodText(period, dates)} />
        </div>
        <div className={styles.table}>
          {problem !== undefined ? (
            <div className={styles.problem}>
              <ProblemMessage problem={problem} />
              <Button onClick={rows.again}>Try again</Button>
            </div>
          ) : rows.total === 0 ? (
            <Nothing
              narrowed={words !== '' || isNarrowed(search)}
              onAll={() => change({ range: 'all', from: undefined, to: undefined })}
              onClear={clear}
            />
          ) : (
            <>
              <SortChoice order={order} onSort={sortBy} />
              <SessionsGrid
                rows={rows}
                question={`${filters}&sort=${order}`}
                order={order}
                onSort={sortBy}
                openId={search.session}
                onOpen={open}
                onClose={close}
              />
            </>
          )}
        </div>
      </section>
      {search.session !== undefined && <VisitDrawer sessionId={search.session} onClose={close} />}
    </div>
  );
}

function Nothing(props: { readonly narrowed: boolean; readonly onAll: () => void; readonly onClear: () => void }) {
  return (
    <EmptyState title={props.narrowed ? 'No session fits these filters' : 'No finished session in these days'}>
      <p>
        {props.narrowed
          ? 'Take a filter away, or look at more days.'
          : 'Finished visits appear here by themselves. Look at more days to find older ones.'}
      </p>
      <div className={styles.ways}>
        <Button look="primary" onClick={props.onAll}>
          Look at all time
        </Button>
        {props.narrowed && <Button onClick={props.onClear}>Clear filters</Button>}
      </div>
    </EmptyState>
  );
}
