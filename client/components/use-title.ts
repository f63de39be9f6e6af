import { useEffect } from 'react';

/** What the window is called, as the tabs of a browser and a screen reader say it: the screen, a place; never a patient. */
export function useTitle(screen: string): void {
  useEffect(() => {
    document.title = `${screen} · Chairside`;
  }, [screen]);
}
