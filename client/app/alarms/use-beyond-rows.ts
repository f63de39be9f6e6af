import { type RefObject, useLayoutEffect, useState } from 'react';

/**
 * How many children of a wrapping list stand beyond the rows it may have (its `--rows`); those are not drawn, so that none is ever cut.
 * Measured again when the list, its frame or the number of children changes.
 */
export function useBeyondRows(list: RefObject<HTMLElement | null>, more: RefObject<HTMLElement | null>, count: number): number {
  const [beyond, setBeyond] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another number of children is another measure
  useLayoutEffect(() => {
    const element = list.current;
    const frame = element?.parentElement;
    if (element === null || frame == null) return;
    const measure = () => setBeyond(withoutAndWith(more.current, () => hideBeyondRows(element)));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(frame);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, [list, more, count]);
  return beyond;
}

/** What says how many more there are takes room itself: it is there only where they do not fit without it. */
function withoutAndWith(more: HTMLElement | null, measure: () => number): number {
  if (more === null) return measure();
  more.hidden = true;
  if (measure() === 0) return 0;
  more.hidden = false;
  return measure();
}

function hideBeyondRows(list: HTMLElement): number {
  const children = [...list.children].filter((child) => child instanceof HTMLElement);
  for (const child of children) delete child.dataset.beyond;
  const rows = Number(getComputedStyle(list).getPropertyValue('--rows')) || 1;
  const tops = [...new Set(children.map(({ offsetTop }) => offsetTop))];
  const hidden = children.filter(({ offsetTop }) => tops.indexOf(offsetTop) >= rows);
  for (const child of hidden) child.dataset.beyond = '';
  return hidden.length;
}
