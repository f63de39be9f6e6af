import { projectedEndMs, runningSince } from '../../../shared/dosing/delivered.ts';
import type { Phase } from '../../../shared/session/phase.ts';
import { type Id, type Instant, toInstant } from '../../../shared/units.ts';
import { boardLayout } from '../../../shared/views/board.ts';
import { type VitalsSchedule, vitalsSchedule } from '../../../shared/vitals/due.ts';
import { protocolFor } from '../../../shared/vitals/own-limits.ts';
import type { ClinicData } from '../../live/clinic-store.ts';

/** A chair or a bay in which somebody is, as a tablet may show it to anybody: no names. */
export interface Place {
  /** `Chair 3`, `Bay R1`. */
  readonly name: string;
  readonly sessionId: Id;
  readonly phase: Phase;
  /** When the phase began; of an infusion that runs, when it would have begun had it never been paused. */
  readonly since: Instant;
  /** Initials of the nurse. */
  readonly nurse?: string;
  /** The next reading. */
  readonly next?: VitalsSchedule;
  /** When the infusion ends at its present rate. */
  readonly endsAt?: Instant;
}

/** Whoever is in the clinic now: chairs in chair order, then bays. */
export function placesOf(data: ClinicData): Place[] {
  const { clinic, sessions } = data;
  // Places alone are asked of the layout: its lists of the day are not shown here.
  const { chairs, bays } = boardLayout(clinic, sessions.values(), '', '');
  const place = (name: string, sessionId: Id | undefined): Place[] => {
    const session = sessionId === undefined ? undefined : sessions.get(sessionId);
    if (session === undefined) return [];
    const { id, phase } = session;
    const since = phase === 'infusing' ? (runningSince(session) ?? session.phaseSince) : session.phaseSince;
    const nurse = session.nurseId === undefined ? undefined : clinic.staff.get(session.nurseId)?.initials;
    const protocol = protocolFor(clinic, session);
    const next = protocol === undefined ? undefined : vitalsSchedule(session, protocol);
    const endMs = projectedEndMs(session);
    return [
      {
        name,
        sessionId: id,
        phase,
        since,
        ...(nurse === undefined ? {} : { nurse }),
        ...(next === undefined ? {} : { next }),
        ...(endMs === undefined ? {} : { endsAt: toInstant(Math.round(endMs)) }),
      },
    ];
  };
  return [
    ...chairs.flatMap(({ chair, sessionId }) => place(`Chair ${chair.label}`, sessionId)),
    ...bays.flatMap(({ bay, sessionId }) => place(`Bay ${bay.label}`, sessionId)),
  ];
}
