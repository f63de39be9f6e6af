import { type RefObject, useLayoutEffect, useState } from 'react';

/** Below this width (px) a row has two lines instead of columns. */
const COMPACT_PX = 620;

/** Whether an element is too narrow for columns. */
export function useCompact(element: RefObject<HTMLElement | null>): boolean {
  const [compact, setCompact] = useState(false);
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return;
    const observer = new ResizeObserver(([entry]) => setCompact((entry?.contentRect.width ?? 0) < COMPACT_PX));
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return compact;
}
