import { Link } from '@tanstack/react-router';
import { Download, X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { yearsBetween } from '../../../../shared/clinic/calendar-day.ts';
import { wholeName } from '../../../../shared/clinic/patient-names.ts';
import type { Patient } from '../../../../shared/clinic/records.ts';
import { protocolOf } from '../../../../shared/clinic/state.ts';
import { entriesOf } from '../../../../shared/session/entries.ts';
import type { SessionState } from '../../../../shared/session/state.ts';
import { Button } from '../../../components/button.tsx';
import { ProblemMessage } from '../../../components/problem-message.tsx';
import { type ClinicTime, useClinicTime } from '../../../live/clinic-time.ts';
import { useClinic } from '../../../live/live.ts';
import { problemOf } from '../../../live/query-client.ts';
import { shortPatient, shortStaff } from '../table/row-text.ts';
import styles from './drawer.module.css';
import { ReplayPanel } from './replay-panel.tsx';
import { useVisit } from './use-visit.ts';

interface VisitDrawerProps {
  readonly sessionId: string;
  readonly onClose: () => void;
}

const COVERS = '(max-width: 700px)';

/** One visit beside the list: its course, moment by moment, and the way to the full record. */
export function VisitDrawer({ sessionId, onClose }: VisitDrawerProps) {
  const { session, patient, error, again } = useVisit(sessionId);
  const time = useClinicTime();
  const close = useRef<HTMLButtonElement>(null);
  // On a phone it covers the list, so the focus goes into it; elsewhere arrow keys go on through the rows beside it.
  const problem = problemOf(error);
  const record: string = `/sessions/${sessionId}`;
  useEffect(() => {
    if (matchMedia(COVERS).matches) close.current?.focus();
  }, []);
  return (
    <aside
      className={styles.drawer}
      aria-label="Session replay"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <header className={styles.head}>
        <div>{session === undefined ? <h2>Visit</h2> : <Who session={session} patient={patient} time={time} />}</div>
        <button ref={close} type="button" className={styles.close} aria-label="Close the visit" onClick={onClose}>
          <X size={20} aria-hidden="true" />
        </button>
      </header>
      {problem !== undefined && (
        <div className={styles.problem}>
          <ProblemMessage problem={problem} />
          <Button size="pointer" onClick={again}>
            Try again
          </Button>
        </div>
      )}
      {session !== undefined && <ReplayPanel key={session.id} session={session} time={time} />}
      <footer className={styles.foot}>
        <p>{session !== undefined && <Signed session={session} time={time} />}</p>
        <a className={styles.csv} href={`/api/sessions/${sessionId}/export.csv`} download aria-label="This visit as CSV">
          <Download size={16} aria-hidden="true" />
          CSV
        </a>
        <Link to={record} className={styles.record}>
          Full record
        </Link>
      </footer>
    </aside>
  );
}

interface OfVisit {
  readonly session: SessionState;
  readonly time: ClinicTime;
}

function Who({ session, patient, time }: OfVisit & { readonly patient: Patient | undefined }) {
  const chairId = session.chairId ?? session.plannedChairId;
  const chair = useClinic(({ chairs }) => (chairId === undefined ? undefined : chairs.get(chairId)?.label));
  const protocol = useClinic((clinic) => protocolOf(clinic, session.protocolId, session.protocolVersion)?.name);
  const { infusionNumber, infusionsPlanned, indication, plannedStart } = session;
  const facts = [
    `${time.date(plannedStart)}, ${time.time(plannedStart)}`,
    indication ?? protocol,
    infusionNumber === undefined
      ? undefined
      : `${infusionNumber}${infusionsPlanned === undefined ? '' : ` of ${infusionsPlanned}`}`,
    chair === undefined ? 'no chair' : `chair ${chair}`,
  ];
  return (
    <>
      <h2>
        {patient === undefined ? 'Visit' : shortPatient(wholeName(patient))}{' '}
        {patient !== undefined && (
          <span>
            · {yearsBetween(patient.dateOfBirth, time.dayKey(plannedStart))} y · MRN …{patient.mrn.slice(-4)}
          </span>
        )}
      </h2>
      <p>{facts.filter((fact) => fact !== undefined).join(' · ')}</p>
    </>
  );
}

function Signed({ session, time }: OfVisit): ReactNode {
  const staff = useClinic((clinic) => clinic.staff);
  const signatures = entriesOf(session, 'record-signed');
  const words = (['charted', 'reviewed'] as const).flatMap((meaning) => {
    const signature = signatures.find(({ data }) => data.meaning === meaning);
    if (signature === undefined) return [];
    const name = shortStaff(staff.get(signature.actor.id)?.name ?? '?');
    return [meaning === 'charted' ? `Charted ${name} ${time.time(signature.happenedAt)}` : `reviewed ${name}`];
  });
  return words.length === 0 ? 'Not signed' : words.join(' · ');
}
