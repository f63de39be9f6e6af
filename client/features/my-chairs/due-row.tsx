import { Link } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import { toInstant } from '../../../shared/units.ts';
import { cx } from '../../components/cx.ts';
import { Disc } from '../../components/disc.tsx';
import { stopwatch } from '../../components/duration.ts';
import { useClinicTime } from '../../live/clinic-time.ts';
import { useClinic } from '../../live/live.ts';
import { useWholeName } from '../../live/patient-name.ts';
import styles from './my-chairs.module.css';
import type { Due } from './my-visits.ts';
import { usePlaceOf } from './use-place-of.ts';

interface DueRowProps {
  readonly due: Due;
  readonly nowMs: number;
  /** Whose it is, where it is not one's own. */
  readonly withNurse?: boolean;
}

/** One thing that is due: how long still or since when, what, where, who. A tap opens the visit where it is done. */
export function DueRow({ due: { session, item }, nowMs, withNurse = false }: DueRowProps) {
  const { time } = useClinicTime();
  const nurse = useClinic(({ staff }) => (session.nurseId === undefined ? undefined : staff.get(session.nurseId)));
  const place = usePlaceOf(session);
  const name = useWholeName(session.patientId);
  const to: string = `/sessions/${session.id}`;
  const isAlarm = item.kind === 'vitals' && item.state === 'overdue';
  const left = stopwatch(item.atMs - nowMs);
  const gone = stopwatch(nowMs - item.atMs);
  return (
    <Link to={to} hash={item.kind} className={styles.row} data-due={item.kind} data-state={item.state}>
      <span className={cx(styles.when, isAlarm && styles.overdue)}>
        {item.state === 'ahead' ? (
          <>
            <b>{left}</b>
            <time dateTime={toInstant(item.atMs)}>at {time(item.atMs)}</time>
          </>
        ) : (
          <>
            <b>
              {isAlarm && <span aria-hidden="true">* </span>}
              {item.state}
            </b>
            <span>since {gone}</span>
          </>
        )}
      </span>
      <span className={styles.what}>
        <b>{item.words}</b>
        <span>{name}</span>
      </span>
      {withNurse && nurse !== undefined && <Disc initials={nurse.initials} label={`Nurse ${nurse.name}`} />}
      <span className={styles.place}>
        <span>{place.kind}</span>
        <b>{place.label}</b>
      </span>
      <ChevronRight size={20} aria-hidden="true" />
    </Link>
  );
}
