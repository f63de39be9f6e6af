import { useSyncExternalStore } from 'react';

/** Whether the screen fits a media query, and from when it does. */
function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => window.matchMedia(query).matches,
  );
}

/** As narrow as a phone: one column, and the entry pad as a sheet. */
export const usePhone = (): boolean => useMedia('(max-width: 700px)');

/** A desktop: room for the timeline beside everything else. */
export const useWide = (): boolean => useMedia('(min-width: 1500px) and (min-height: 900px)');
