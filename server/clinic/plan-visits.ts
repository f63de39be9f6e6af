import type { Store } from '../../db/store.ts';
import type { Plan } from '../../shared/clinic/records.ts';
import { isOver } from '../../shared/session/occupancy.ts';
import type { PlanVisit } from '../../shared/session/plan-order.ts';
import type { SessionState } from '../../shared/session/state.ts';
import type { Id } from '../../shared/units.ts';
import { type HeldSession, loadSession } from './held-session.ts';

/** The visits of a plan, cancelled ones left out: the current ones from memory, those of earlier days from the log, once. */
export class PlanVisits {
  readonly #store: Pick<Store, 'history' | 'eventsOf'>;
  readonly #earlier = new Map<Id, Map<Id, PlanVisit>>();

  constructor(store: Pick<Store, 'history' | 'eventsOf'>) {
    this.#store = store;
  }

  /** Reads the visits of earlier days that belong to a plan. */
  async learn(plan: Plan, isCurrent: (sessionId: Id) => boolean): Promise<void> {
    if (this.#earlier.has(plan.id)) return;
    const visits = new Map<Id, PlanVisit>();
    let cursor: string | null = null;
    do {
      const page = await this.#store.history.page({
        patient: plan.patientId,
        limit: 500,
        ...(cursor === null ? {} : { cursor }),
      });
      for (const { sessionId: id, status, infusionNumber, plannedStart } of page.rows) {
        if (status === 'cancelled' || infusionNumber === null) continue;
        if ((await loadSession(this.#store, id))?.state.planId === plan.id) visits.set(id, { id, plannedStart });
      }
      cursor = page.next;
    } while (cursor !== null);
    if (this.#earlier.has(plan.id)) return;
    // Asked now, not while reading: a visit may have left the current ones meanwhile.
    this.#earlier.set(plan.id, new Map([...visits].filter(([id]) => !isCurrent(id))));
  }

  /** A visit has left the current ones. */
  retired({ id, planId, phase, plannedStart }: SessionState): void {
    if (planId !== undefined && phase !== 'cancelled') this.#earlier.get(planId)?.set(id, { id, plannedStart });
  }

  /** Those that are over keep their number: it stands in their record. */
  of(planId: Id, current: Iterable<HeldSession>): PlanVisit[] {
    const visits = [...(this.#earlier.get(planId)?.values() ?? [])];
    for (const { state } of current) {
      const { id, plannedStart, infusionNumber, phase } = state;
      if (state.planId !== planId || phase === 'cancelled') continue;
      visits.push({ id, plannedStart, ...(isOver(phase) ? {} : { infusionNumber }) });
    }
    return visits;
  }
}
