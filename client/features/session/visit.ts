import { createContext, useContext } from 'react';
import { outcomesOf } from '../../../shared/clinic/outcomes-of.ts';
import type { Protocol } from '../../../shared/clinic/protocol.ts';
import type { Outcome, Patient } from '../../../shared/clinic/records.ts';
import type { ClinicState } from '../../../shared/clinic/state.ts';
import { isOver } from '../../../shared/session/occupancy.ts';
import type { SessionState } from '../../../shared/session/state.ts';
import type { Me } from '../../live/me-store.ts';

/** The visit on screen, and who looks at it. */
export interface Visit {
  readonly session: SessionState;
  readonly protocol: Protocol;
  readonly patient: Patient;
  readonly clinic: ClinicState;
  /** The patient's results that the gates look at. */
  readonly results: readonly Outcome[];
  readonly me: Me;
  /** Nurses and physicians chart; everybody else reads. */
  readonly mayChart: boolean;
  readonly over: boolean;
}

const VisitContext = createContext<Visit | undefined>(undefined);
export const VisitProvider = VisitContext.Provider;

/** The visit that the screen was opened for. Only below the session screen. */
export function useVisit(): Visit {
  const visit = useContext(VisitContext);
  if (visit === undefined) throw new Error('Only below the session screen');
  return visit;
}

/** Puts together what a screen of one visit needs; `undefined` while a part of it is not known yet. */
export function visitOf(clinic: ClinicState, session: SessionState, protocol: Protocol, patient: Patient, me: Me): Visit {
  return {
    session,
    protocol,
    patient,
    clinic,
    results: outcomesOf(clinic, patient.id),
    me,
    mayChart: me.role === 'nurse' || me.role === 'physician',
    over: isOver(session.phase),
  };
}
