import { lastHappenedMs } from '../../shared/session/entries.ts';
import type { SessionState } from '../../shared/session/state.ts';
import { useNow } from './live.ts';

/**
 * The moment (ms) at which a visit's gates are judged: the server's clock in steps, so that a screen renders once a step, but never
 * before the last thing that happened: what was measured this very second counts at once.
 */
export function useMoment(session: SessionState | undefined, stepMs: number): number {
  const nowMs = useNow((now) => Math.floor(now / stepMs) * stepMs);
  return session === undefined ? nowMs : Math.max(nowMs, lastHappenedMs(session));
}
