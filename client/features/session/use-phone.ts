import { useSyncExternalStore } from 'react';

const query = () => window.matchMedia('(max-width: 700px)');

/** Whether the screen is as narrow as a phone: one column, and the entry pad as a sheet. */
export function usePhone(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = query();
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => query().matches,
  );
}
