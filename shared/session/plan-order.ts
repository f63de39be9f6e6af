import type { Id, Instant } from '../units.ts';

/** A visit of a plan, as far as its place in the series goes. */
export interface PlanVisit {
  readonly id: Id;
  readonly plannedStart: Instant;
  /** Absent for one of an earlier day, whose number stands. */
  readonly infusionNumber?: number | undefined;
}

/** The number of a new visit, and of those that go one on because it lies before them. */
interface Place {
  readonly infusionNumber: number;
  readonly moved: readonly { readonly id: Id; readonly infusionNumber: number }[];
}

/**
 * Numbers of the visits of a plan by their dates, from one after those that were `doneBefore` the clinic used Chairside. What `visits`
 * have already and keep is left out.
 */
export function renumbered(visits: readonly PlanVisit[], doneBefore: number): Place['moved'] {
  return visits
    .toSorted((a, b) => (a.plannedStart < b.plannedStart ? -1 : a.plannedStart > b.plannedStart ? 1 : 0))
    .flatMap(({ id, infusionNumber: before }, place) => {
      const infusionNumber = doneBefore + place + 1;
      return before === undefined || before === infusionNumber ? [] : [{ id, infusionNumber }];
    });
}

/** Where a new visit stands among those of its plan. */
export function placed(visit: PlanVisit, others: readonly PlanVisit[], doneBefore: number): Place {
  const all = renumbered([...others, { ...visit, infusionNumber: 0 }], doneBefore);
  const infusionNumber = all.find(({ id }) => id === visit.id)?.infusionNumber ?? 0;
  return { infusionNumber, moved: all.filter(({ id }) => id !== visit.id) };
}
