import { type KeyboardEvent, type RefObject, useEffect, useMemo, useState } from 'react';
import type { SessionSummary } from '../../../../shared/views/session-summary.ts';
import type { Rows } from '../use-history.ts';

interface GridKeysParts {
  readonly frame: RefObject<HTMLElement | null>;
  readonly rows: Rows;
  readonly question: string;
  readonly rowPx: number;
  /** The visit in the drawer. */
  readonly openId: string | undefined;
  readonly onOpen: (row: SessionSummary) => void;
  readonly onClose: () => void;
  readonly scrollTo: (index: number) => void;
}

/** The row that the keyboard is on. Arrow keys move, Enter opens, Escape closes; an open drawer follows. */
export function useGridKeys({ frame, rows, question, rowPx, openId, onOpen, onClose, scrollTo }: GridKeysParts) {
  const total = rows.total ?? 0;
  const [active, setActive] = useState(0);
  const current = Math.min(active, Math.max(0, total - 1));
  const openIndex = useMemo(() => (openId === undefined ? -1 : indexOf(rows, openId)), [rows, openId]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: starts over when the question is another one
  useEffect(() => setActive(0), [question]);

  // Opened from an address or by a press: the keyboard goes on from there.
  useEffect(() => {
    if (openIndex >= 0) setActive(openIndex);
  }, [openIndex]);

  const go = (to: number) => {
    const next = Math.min(Math.max(0, to), total - 1);
    setActive(next);
    scrollTo(next);
    const row = rows.at(next);
    if (openId !== undefined && row !== undefined) onOpen(row);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && openId !== undefined) return onClose();
    if (event.target !== frame.current || total === 0) return;
    const page = Math.max(1, Math.floor((frame.current?.clientHeight ?? 0) / rowPx) - 2);
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
  return { current, setActive, onKeyDown };
}

/** Where a visit stands among the loaded rows near the top; -1 when it is not among them. */
function indexOf(rows: Rows, sessionId: string): number {
  for (let index = 0; index < rows.loaded; index += 1) if (rows.at(index)?.sessionId === sessionId) return index;
  return -1;
}
