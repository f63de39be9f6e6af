import { type RefObject, useLayoutEffect, useState } from 'react';

/** Width kept free for whatever says how many more there are. */
const FOR_MORE_PX = 116;

/**
 * How many children of a one-line list do not fit its first line, so that `+2 more` can stand beside it. A list that may
 * grow (its overflow is visible) hides none. Measured again when the list, its width or a child's width changes.
 */
export function useOverflowCount(list: RefObject<HTMLElement | null>, count: number): number {
  const [hidden, setHidden] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another number of children is another measure
  useLayoutEffect(() => {
    const element = list.current;
    const row = element?.parentElement;
    if (element === null || row == null) return;
    const measure = () => setHidden(getComputedStyle(element).overflowY === 'hidden' ? notFitting(element) : 0);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(row);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, [list, count]);
  return hidden;
}

/** Worked out from widths and not from where things wrapped: the words "+2 more" take room themselves. */
function notFitting(list: HTMLElement): number {
  const row = list.parentElement;
  if (row === null) return 0;
  const gap = Number.parseFloat(getComputedStyle(list).columnGap) || 0;
  const rowGap = Number.parseFloat(getComputedStyle(row).columnGap) || 0;
  const others = [...row.children].filter((child) => child !== list && !(child instanceof HTMLButtonElement));
  const room = row.clientWidth - others.reduce((sum, child) => sum + child.getBoundingClientRect().width + rowGap, 0);
  const widths = [...list.children].map((child) => child.getBoundingClientRect().width);
  if (lineWidth(widths, gap) <= room) return 0;
  let fitting = widths.length;
  while (fitting > 0 && lineWidth(widths.slice(0, fitting), gap) > room - FOR_MORE_PX) fitting--;
  return widths.length - fitting;
}

const lineWidth = (widths: readonly number[], gap: number) => widths.reduce((sum, width) => sum + width + gap, -gap);
