import { outcomesOf } from '../../../shared/clinic/outcomes-of.ts';
import type { SessionState } from '../../../shared/session/state.ts';
import { HOUR_MS, type Id } from '../../../shared/units.ts';
import { type DueItem, dueWork } from '../../../shared/views/due-work.ts';
import { protocolFor } from '../../../shared/vitals/own-limits.ts';
import type { ClinicData } from '../../live/clinic-store.ts';

/** One thing that is due, and in whose visit. */
export interface Due {
  readonly session: SessionState;
  readonly item: DueItem;
}

/** Work that is further ahead than this is nobody's yet. */
const AHEAD_MS = 2 * HOUR_MS;

/** Whether a visit is a nurse's: who checked the patient in, or took the visit over. */
export function isMine(session: SessionState, meId: Id): boolean {
  return session.nurseId === meId;
}

/** What is due over several visits, sorted by time. What only a physician can do is left out for everybody else. */
export function dueOver(
  { clinic, sessions }: Pick<ClinicData, 'clinic' | 'sessions'>,
  which: (session: SessionState) => boolean,
  role: string,
  nowMs: number,
): Due[] {
  const due: Due[] = [];
  for (const session of sessions.values()) {
    if (!which(session)) continue;
    const protocol = protocolFor(clinic, session);
    if (protocol === undefined) continue;
    for (const item of dueWork(
      session,
      protocol,
      nowMs,
      outcomesOf(clinic, session.patientId),
      clinic.patients.get(session.patientId)?.allergies,
    )) {
      if (item.kind === 'reviewed' && role !== 'physician') continue;
      if (item.atMs - nowMs < AHEAD_MS) due.push({ session, item });
    }
  }
  return due.sort((a, b) => a.item.atMs - b.item.atMs);
}
