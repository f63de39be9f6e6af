import { useEffect, useState } from 'react';

/**
 * Where in the visit somebody wants to be, from the address: `#vitals` opens the pad, `#order` that step. It holds for the
 * first view only: the address loses it at once, so that the next phase does not open a form by itself.
 */
export function useArrival(): string | undefined {
  const [arrival] = useState(() => location.hash.slice(1));
  useEffect(() => {
    if (location.hash !== '') history.replaceState(history.state, '', location.pathname + location.search);
  }, []);
  return arrival === '' ? undefined : arrival;
}
