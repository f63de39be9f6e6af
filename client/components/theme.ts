import { useSyncExternalStore } from 'react';

export type Theme = 'dim' | 'day';

/** As `public/theme.js` reads it before the first paint. */
const KEY = 'chairside-theme';
const listeners = new Set<() => void>();

const current = (): Theme => (document.documentElement.dataset.theme === 'day' ? 'day' : 'dim');

/** Keeps the person's choice on this device. The machine's own colour scheme is never asked: rooms are dark. */
export function chooseTheme(theme: Theme): void {
  if (theme === 'day') document.documentElement.dataset.theme = 'day';
  else delete document.documentElement.dataset.theme;
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Storage is blocked: the choice lasts as long as the page.
  }
  for (const listener of listeners) listener();
}

export function useTheme(): Theme {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, current);
}
