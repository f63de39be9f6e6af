import { type Store, StoreUnavailable } from '../../db/store.ts';
import { isSameDrug, type LastDose, lastDoseIn } from '../../shared/dosing/last-dose.ts';
import type { SessionState } from '../../shared/session/state.ts';
import type { Id } from '../../shared/units.ts';

/** Visits of a patient in one look at history, newest first: the last dose stands nearly always in the first of them. */
const PAGE = 10;

/**
 * What a patient was last given of a drug by a route, in visits that are over; `undefined` where there was none, and where history cannot
 * be read: nobody is kept from being checked in by it, and each order is held against the plan and read by two persons anyway.
 */
export async function findLastDose(...asked: Parameters<typeof lastDoseFrom>): Promise<LastDose | undefined> {
  try {
    return await lastDoseFrom(...asked);
  } catch (error) {
    if (error instanceof StoreUnavailable) return undefined;
    throw error;
  }
}

async function lastDoseFrom(
  history: Store['history'],
  patientId: Id,
  of: Pick<LastDose, 'drug' | 'route'>,
  load: (id: Id) => Promise<SessionState | undefined>,
): Promise<LastDose | undefined> {
  let cursor: string | undefined;
  do {
    const page = await history.page({ patient: patientId, status: 'finished', limit: PAGE, cursor });
    for (const { sessionId, startedAt } of page.rows) {
      const session = startedAt === null ? undefined : await load(sessionId);
      const dose = session === undefined ? undefined : lastDoseIn(session);
      if (dose !== undefined && isSameDrug(dose, of)) return dose;
    }
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return undefined;
}
