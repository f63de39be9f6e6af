import { AMBER_AFTER_MS, RED_AFTER_MS } from '../../shared/wire/beats.ts';

/** Whether what is on screen may be taken as live. Worked out from the age of the last beat at the moment of painting. */
export type Connection =
  | { readonly state: 'connecting' }
  | { readonly state: 'live'; readonly silentForMs: number }
  | { readonly state: 'catching-up'; readonly silentForMs: number }
  | { readonly state: 'not-live'; readonly silentForMs: number };

/**
 * @param silentForMs real ms since the server was last heard; `undefined` when never
 * @param caughtUp whether everything up to the server's head has been applied
 */
export function connectionState(silentForMs: number | undefined, caughtUp: boolean): Connection {
  if (silentForMs === undefined) return { state: 'connecting' };
  if (silentForMs >= RED_AFTER_MS) return { state: 'not-live', silentForMs };
  if (silentForMs >= AMBER_AFTER_MS || !caughtUp) return { state: 'catching-up', silentForMs };
  return { state: 'live', silentForMs };
}
