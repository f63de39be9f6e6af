import { type RefObject, useEffect, useRef } from 'react';
import type { PadAction } from './pad-state.ts';

/** Types into the pad with a keyboard: digits, Backspace and Enter, unless they are meant for something else. */
export function usePadKeys(frame: RefObject<HTMLElement | null>, press: (action: PadAction) => void): void {
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isElsewhere(event.target, frame.current)) return;
    const action = actionOf(event.key, event.target);
    if (action === undefined) return;
    event.preventDefault();
    press(action);
  };
  const latest = useRef(onKey);
  latest.current = onKey;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => latest.current(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

/** Whether a key was meant for something else: a form, a menu, a button that the key presses. */
function isElsewhere(target: EventTarget | null, pad: HTMLElement | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('input, textarea, select, [contenteditable]') !== null) return true;
  const dialog = target.closest('[role="dialog"], dialog');
  return dialog !== null && pad !== null && !dialog.contains(pad);
}

function actionOf(key: string, target: EventTarget | null): PadAction | undefined {
  if (/^\d$/.test(key)) return { type: 'digit', digit: Number(key) };
  if (key === 'Backspace') return { type: 'delete' };
  // Enter on a button presses that button.
  if (key === 'Enter' && !(target instanceof HTMLButtonElement)) return { type: 'next' };
  return undefined;
}
