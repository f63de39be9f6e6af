import { useCallback, useId, useRef } from 'react';
import type { SessionSummary } from '../../../../shared/views/session-summary.ts';
import type { HistoryOrder } from '../../../../shared/wire/history.ts';
import { cx } from '../../../components/cx.ts';
import { useClinicTime } from '../../../live/clinic-time.ts';
import type { Rows } from '../use-history.ts';
import styles from './grid.module.css';
import { HeaderRow } from './header-row.tsx';
import { RowsFooter } from './rows-footer.tsx';
import { SessionRow } from './session-row.tsx';
import { useCompact } from './use-compact.ts';
import { useGridKeys } from './use-grid-keys.ts';
import { useRowWindow } from './use-row-window.ts';

interface SessionsGridProps {
  readonly rows: Rows;
  /** What was asked for; another question begins at its first row. */
  readonly question: string;
  readonly order: HistoryOrder;
  readonly onSort: (order: HistoryOrder) => void;
  /** The visit in the drawer. */
  readonly openId: string | undefined;
  readonly onOpen: (row: SessionSummary) => void;
  readonly onClose: () => void;
}

/**
 * The rows. Only those in sight exist as elements, so 100,000 scroll as well as 100; the height is that of all of them
 * from the first answer on. Arrow keys move, Enter opens, Escape closes; an open drawer follows.
 */
export function SessionsGrid({ rows, question, order, onSort, openId, onOpen, onClose }: SessionsGridProps) {
  const frame = useRef<HTMLTableElement>(null);
  const gridId = useId();
  const time = useClinicTime();
  const compact = useCompact(frame);
  const total = rows.total ?? 0;
  const { isOld } = rows;
  const { virtual, items, head, rowPx } = useRowWindow(frame, rows, question, compact);
  const scrollTo = (index: number) => virtual.scrollToIndex(index, { align: 'auto' });
  const { current, setActive, onKeyDown } = useGridKeys({
    ...{ frame, rows, question, rowPx, openId, onOpen, onClose, scrollTo },
  });

  const press = useCallback(
    (index: number, row: SessionSummary | undefined) => {
      setActive(index);
      if (row !== undefined) onOpen(row);
    },
    [onOpen, setActive],
  );

  const { range } = virtual;

  return (
    <>
      <table
        ref={frame}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: arrow keys move through its rows, as in a grid
        role="grid"
        aria-label="Sessions"
        aria-rowcount={total + 1}
        aria-busy={isOld || rows.total === undefined}
        aria-activedescendant={items.some(({ index }) => index === current) ? `${gridId}-${current}` : undefined}
        tabIndex={0}
        className={cx(styles.grid, isOld && styles.old)}
        onKeyDown={onKeyDown}
      >
        <HeaderRow order={order} onSort={onSort} />
        <tbody className={styles.body} style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, start, size }) => {
            const row = rows.at(index);
            return (
              <SessionRow
                key={index}
                id={`${gridId}-${index}`}
                index={index}
                row={row}
                time={time}
                compact={compact}
                open={row !== undefined && row.sessionId === openId}
                active={index === current}
                top={start - head}
                height={size}
                onPress={press}
              />
            );
          })}
        </tbody>
      </table>
      <RowsFooter
        rows={rows}
        first={range === null ? 0 : range.startIndex + 1}
        last={range === null ? 0 : Math.min(range.endIndex + 1, total)}
      />
    </>
  );
}
