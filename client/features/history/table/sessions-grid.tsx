import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
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

const HEAD_PX = 36;
const ROW_PX = 40;
const COMPACT_ROW_PX = 76;

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
  const openIndex = useMemo(() => (openId === undefined ? -1 : indexOf(rows, openId)), [rows, openId]);
  const [active, setActive] = useState(0);
  const current = Math.min(active, Math.max(0, total - 1));

  const head = compact ? 0 : HEAD_PX;
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => frame.current,
    estimateSize: () => (compact ? COMPACT_ROW_PX : ROW_PX),
    overscan: 8,
    scrollMargin: head,
    scrollPaddingStart: head,
  });
  const items = virtual.getVirtualItems();
  const firstShown = items[0]?.index ?? 0;
  const lastShown = items.at(-1)?.index ?? 0;

  const { need, isOld } = rows;
  useEffect(() => need(firstShown, lastShown), [need, firstShown, lastShown]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the list measures again when the height of its rows changes
  useEffect(() => virtual.measure(), [compact]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: begins anew when the question is another one
  useEffect(() => {
    virtual.scrollToOffset(0);
    setActive(0);
  }, [question]);

  // Opened from an address or by a press: the keyboard goes on from there.
  useEffect(() => {
    if (openIndex >= 0) setActive(openIndex);
  }, [openIndex]);

  const go = (to: number) => {
    const next = Math.min(Math.max(0, to), total - 1);
    setActive(next);
    virtual.scrollToIndex(next, { align: 'auto' });
    const row = rows.at(next);
    if (openId !== undefined && row !== undefined) onOpen(row);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && openId !== undefined) return onClose();
    if (event.target !== frame.current || total === 0) return;
    const page = Math.max(1, Math.floor((frame.current?.clientHeight ?? 0) / (compact ? COMPACT_ROW_PX : ROW_PX)) - 2);
    const row = rows.at(current);
    switch (event.key) {
      case 'ArrowDown':
        go(current + 1);
        break;
      case 'ArrowUp':
        go(current - 1);
        break;
      case 'PageDown':
        go(current + page);
        break;
      case 'PageUp':
        go(current - page);
        break;
      case 'Home':
        go(0);
        break;
      case 'End':
        go(total - 1);
        break;
      case 'Enter':
      case ' ':
        if (row !== undefined) onOpen(row);
        break;
      default:
        return;
    }
    event.preventDefault();
  };

  const press = useCallback(
    (index: number, row: SessionSummary | undefined) => {
      setActive(index);
      if (row !== undefined) onOpen(row);
    },
    [onOpen],
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

/** Where a visit stands among the loaded rows near the top; -1 when it is not among them. */
function indexOf(rows: Rows, sessionId: string): number {
  for (let index = 0; index < rows.loaded; index += 1) if (rows.at(index)?.sessionId === sessionId) return index;
  return -1;
}
