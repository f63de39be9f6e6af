import { useRef } from 'react';
import type { Chair } from '../../../shared/clinic/records.ts';
import { activeAlarms } from '../../../shared/session/evolve-alarms.ts';
import type { SessionState } from '../../../shared/session/state.ts';
import type { Id } from '../../../shared/units.ts';
import { protocolFor } from '../../../shared/vitals/own-limits.ts';
import cardLink from '../../components/card-link.module.css';
import { cx } from '../../components/cx.ts';
import { Disc } from '../../components/disc.tsx';
import { SessionLink } from '../../components/session-link.tsx';
import { useClinicTime } from '../../live/clinic-time.ts';
import { useClinic, useNow } from '../../live/live.ts';
import { useShortName } from '../../live/patient-name.ts';
import styles from './card.module.css';
import { CardFoot } from './card-foot.tsx';
import { factsText } from './patient-words.ts';
import { PhaseLine } from './phase-line.tsx';
import { PressureRow } from './pressure-row.tsx';
import { VitalCells } from './vital-cells.tsx';

interface OccupiedCardProps {
  readonly chair: Chair;
  readonly session: SessionState;
  readonly nurseId: Id | undefined;
}

/** A chair with somebody in it: who, how far, the last numbers each with its age, what is due, what is wrong. */
export function OccupiedCard({ chair, session, nurseId }: OccupiedCardProps) {
  const renders = useRef(0);
  renders.current += 1;
  const patient = useClinic(({ patients }) => patients.get(session.patientId));
  const nurse = useClinic(({ staff }) => (session.nurseId === undefined ? undefined : staff.get(session.nurseId)));
  const protocol = useClinic((clinic) => protocolFor(clinic, session));
  const { dayKey } = useClinicTime();
  const today = useNow((now) => dayKey(now));
  const alarms = activeAlarms(session);
  const name = useShortName(session.patientId);
  // The filter dims other nurses' cards; it never dims one that asks for somebody.
  const dimmed = nurseId !== undefined && session.nurseId !== nurseId && alarms.length === 0;
  const hasHigh = alarms.some(({ priority, acknowledged }) => priority === 'high' && acknowledged === undefined);
  return (
    <article
      className={cx(styles.card, hasHigh && styles.hasHigh, dimmed && styles.dimmed)}
      aria-label={`Chair ${chair.label}, ${name}`}
      data-chair={chair.label}
      data-renders={renders.current}
    >
      <header className={styles.head}>
        <span className={styles.chairNo}>
          <span className="vh">Chair </span>
          {chair.label}
        </span>
        <div className={styles.who}>
          <h3>
            <SessionLink sessionId={session.id} className={cardLink.link}>
              {name}
            </SessionLink>
          </h3>
          <p>{factsText(patient, session, today)}</p>
        </div>
        {nurse !== undefined && <Disc initials={nurse.initials} label={`Nurse ${nurse.name}`} />}
      </header>
      {protocol !== undefined && (
        <>
          <PhaseLine session={session} protocol={protocol} />
          <PressureRow session={session} protocol={protocol} />
          <VitalCells session={session} protocol={protocol} />
        </>
      )}
      <CardFoot session={session} />
    </article>
  );
}
