import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { assertNever } from '../../../shared/assert-never.ts';
import type { Patient } from '../../../shared/clinic/records.ts';
import { isOver } from '../../../shared/session/occupancy.ts';
import { protocolFor } from '../../../shared/vitals/own-limits.ts';
import type { Problem } from '../../../shared/wire/problem.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { LeaveQuestion } from '../../components/form/leave-question.tsx';
import { ProblemMessage } from '../../components/problem-message.tsx';
import { useTitle } from '../../components/use-title.ts';
import { placeWords } from '../../components/visit-words.ts';
import { get } from '../../live/api.ts';
import { putPatient } from '../../live/clinic-store.ts';
import { clinicStore, useClinic, useClinicData, useMe, useSession } from '../../live/live.ts';
import { loadSession } from '../../live/load-session.ts';
import { usePaper } from '../../live/use-paper.ts';
import { IdentityBar } from './identity/identity-bar.tsx';
import { InfusingView } from './infusing/infusing-view.tsx';
import { PastView } from './past/past-view.tsx';
import { PrecheckView } from './precheck/precheck-view.tsx';
import { RecoveringView } from './recovering/recovering-view.tsx';
import { AllergyStrip } from './risk/allergy-strip.tsx';
import { RiskStrip } from './risk/risk-strip.tsx';
import styles from './session-screen.module.css';
import { useVisit, VisitProvider, visitOf } from './visit.ts';

/** One visit, from check-in to signature: the same address all along, the view follows the phase. */
export function SessionScreen() {
  const { sessionId }: { readonly sessionId?: string } = useParams({ strict: false });
  return sessionId === undefined ? null : <VisitScreen key={sessionId} sessionId={sessionId} />;
}

function VisitScreen({ sessionId }: { readonly sessionId: string }) {
  const session = useSession(sessionId);
  const clinic = useClinic((known) => known);
  const me = useMe();
  const problem = useMissing(sessionId);
  useTitle(session === undefined ? 'Visit' : placeWords(session, clinic));
  useFocusAcrossPhases(session?.phase);
  usePaper();
  const patient = session === undefined ? undefined : clinic.patients.get(session.patientId);
  const protocol = session === undefined ? undefined : protocolFor(clinic, session);

  if (problem !== undefined && (session === undefined || patient === undefined))
    return (
      <EmptyState title="This visit cannot be shown">
        <ProblemMessage problem={problem} />
        <Link to="/">Go to the board</Link>
      </EmptyState>
    );
  if (session === undefined || patient === undefined || protocol === undefined || me === undefined || me === null)
    return (
      <EmptyState title="Loading the visit …">
        <span role="status" className="vh">
          Loading
        </span>
      </EmptyState>
    );
  return (
    <VisitProvider value={visitOf(clinic, session, protocol, patient, me)}>
      <div className={styles.screen} data-phase={session.phase} data-whole={!isOver(session.phase) || undefined}>
        <IdentityBar />
        <RiskStrip />
        <AllergyStrip />
        <ViewOfPhase />
        <LeaveQuestion>What you entered belongs to this visit and is not saved yet.</LeaveQuestion>
      </div>
    </VisitProvider>
  );
}

/** When one view takes the place of another (discharged, moved to recovery), the focus goes on to it and not to the page's body. */
function useFocusAcrossPhases(phase: string | undefined): void {
  const screen = useRef<string>(undefined);
  useEffect(() => {
    const before = screen.current;
    screen.current = phase;
    if (before === undefined || before === phase) return;
    // The form that said it gives the focus back to a button that is gone.
    const timer = setTimeout(() => {
      if (document.activeElement === document.body) document.getElementById('screen')?.focus({ preventScroll: true });
    });
    return () => clearTimeout(timer);
  }, [phase]);
}

function ViewOfPhase() {
  const { phase } = useVisit().session;
  switch (phase) {
    case 'scheduled':
    case 'checked-in':
      return <PrecheckView />;
    case 'infusing':
    case 'paused':
    case 'infused':
      return <InfusingView />;
    case 'recovering':
      return <RecoveringView />;
    case 'discharged':
    case 'aborted':
    case 'cancelled':
      return <PastView />;
    default:
      return assertNever(phase);
  }
}

/** Fetches what the board did not bring: a past visit, and its patient. */
function useMissing(sessionId: string): Problem | undefined {
  const loaded = useClinicData((data) => data.loaded);
  const known = useClinicData((data) => data.sessions.has(sessionId));
  const patientId = useClinicData((data) => data.sessions.get(sessionId)?.patientId);
  const patientKnown = useClinicData((data) => patientId !== undefined && data.clinic.patients.has(patientId));
  const [problem, setProblem] = useState<Problem>();

  useEffect(() => {
    if (!loaded || known) return;
    const stop = new AbortController();
    void loadSession(clinicStore, sessionId, stop.signal).then((answer) => {
      if (!answer.ok && !stop.signal.aborted) setProblem(answer.problem);
    });
    return () => stop.abort();
  }, [loaded, known, sessionId]);

  useEffect(() => {
    if (!loaded || patientId === undefined || patientKnown) return;
    const stop = new AbortController();
    void get<Patient>(`/api/patients/${patientId}`, stop.signal).then((answer) => {
      if (answer.ok) putPatient(clinicStore, answer.value);
      else if (!stop.signal.aborted) setProblem(answer.problem);
    });
    return () => stop.abort();
  }, [loaded, patientId, patientKnown]);

  return problem;
}
