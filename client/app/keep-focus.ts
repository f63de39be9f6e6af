import { useEffect } from 'react';

/** Where this page began: a page that was just opened keeps the focus where the browser puts it, so that the first Tab finds the head. */
let place: string | undefined = location.pathname;

/**
 * The focus goes on to what is shown, never to the page's body: when another screen, or another part of one, takes the place of what
 * had it.
 */
export function useFocusAcrossScreens(shown: string): void {
  useEffect(() => {
    if (place === shown) return;
    place = shown;
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body || document.activeElement === null)
        document.getElementById('screen')?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [shown]);
}
