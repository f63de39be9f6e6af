import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect } from 'react';
import type { Rows } from '../use-history.ts';

const HEAD_PX = 36;
const ROW_PX = 40;
const COMPACT_ROW_PX = 76;

/** The rows in sight, as places in the list of all of them; what is scrolled into sight is asked for. */
export function useRowWindow(frame: RefObject<HTMLElement | null>, rows: Rows, question: string, compact: boolean) {
  const rowPx = compact ? COMPACT_ROW_PX : ROW_PX;
  const head = compact ? 0 : HEAD_PX;
  const virtual = useVirtualizer({
    count: rows.total ?? 0,
    getScrollElement: () => frame.current,
    estimateSize: () => rowPx,
    overscan: 8,
    scrollMargin: head,
    scrollPaddingStart: head,
  });
  const items = virtual.getVirtualItems();
  const firstShown = items[0]?.index ?? 0;
  const lastShown = items.at(-1)?.index ?? 0;

  const { need } = rows;
  useEffect(() => need(firstShown, lastShown), [need, firstShown, lastShown]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the list measures again when the height of its rows changes
  useEffect(() => virtual.measure(), [compact]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another question begins at its first row
  useEffect(() => virtual.scrollToOffset(0), [question]);

  return { virtual, items, head, rowPx };
}
