import { type RefObject, useLayoutEffect, useState } from 'react';

/** How many children of a wrapping list lie below its first line. Measured again when the list or its width changes. */
export function useOverflowCount(list: RefObject<HTMLElement | null>, count: number, expanded: boolean): number {
  const [hidden, setHidden] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another number of children is another measure
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return;
    const measure = () => {
      const children = [...element.children].filter((child) => child instanceof HTMLElement);
      const top = children[0]?.offsetTop ?? 0;
      const clipped = getComputedStyle(element).overflowY === 'hidden';
      setHidden(clipped ? children.filter((child) => child.offsetTop > top).length : 0);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, [list, count, expanded]);
  return hidden;
}
