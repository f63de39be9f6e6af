import type { Store } from '../../db/store.ts';
import type { Plan } from '../../shared/clinic/records.ts';
import type { SessionState } from '../../shared/session/state.ts';
import type { Id } from '../../shared/units.ts';
import { type HeldSession, loadSession } from './held-session.ts';

/** Counts the visits of a plan, cancelled ones left out: the current ones from memory, those of earlier days from the log, once. */
export class PlanVisits {
  readonly #store: Pick<Store, 'history' | 'eventsOf'>;
  readonly #earlier = new Map<Id, Set<Id>>();

  constructor(store: Pick<Store, 'history' | 'eventsOf'>) {
    this.#store = store;
  }

  /** Reads the visits of earlier days that belong to a plan. */
  async learn(plan: Plan, isCurrent: (sessionId: Id) => boolean): Promise<void> {
    if (this.#earlier.has(plan.id)) return;
    const visits = new Set<Id>();
    let cursor: string | null = null;
    do {
      const page = await this.#store.history.page({
        patient: plan.patientId,
        limit: 500,
        ...(cursor === null ? {} : { cursor }),
      });
      for (const { sessionId, status, infusionNumber } of page.rows) {
        if (status === 'cancelled' || infusionNumber === null) continue;
        if ((await loadSession(this.#store, sessionId))?.state.planId === plan.id) visits.add(sessionId);
      }
      cursor = page.next;
    } while (cursor !== null);
    if (this.#earlier.has(plan.id)) return;
    // Asked now, not while reading: a visit may have left the current ones meanwhile.
    this.#earlier.set(plan.id, new Set([...visits].filter((id) => !isCurrent(id))));
  }

  /** A visit has left the current ones. */
  retired({ id, planId, phase }: SessionState): void {
    if (planId !== undefined && phase !== 'cancelled') this.#earlier.get(planId)?.add(id);
  }

  count(planId: Id, current: Iterable<HeldSession>): number {
    let count = this.#earlier.get(planId)?.size ?? 0;
    for (const { state } of current) if (state.planId === planId && state.phase !== 'cancelled') count += 1;
    return count;
  }
}
