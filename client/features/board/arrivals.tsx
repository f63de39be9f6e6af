import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { type Id, MINUTE_MS, toMs } from '../../../shared/units.ts';
import type { BoardLayout } from '../../../shared/views/board.ts';
import { Chip } from '../../components/chip.tsx';
import { SessionLink } from '../../components/session-link.tsx';
import { useClinicTime } from '../../live/clinic-time.ts';
import { useClinic, useMe, useNow, useSession } from '../../live/live.ts';
import { useShortName } from '../../live/patient-name.ts';
import styles from './arrivals.module.css';
import { useOverflowCount } from './use-overflow-count.ts';

/** Said as late from here on. */
const LATE_MS = 10 * MINUTE_MS;

/** Who is still to come today, in order of time. */
export function Arrivals({ arrivals, visitsToday }: Pick<BoardLayout, 'arrivals' | 'visitsToday'>) {
  const list = useRef<HTMLOListElement>(null);
  const hidden = useOverflowCount(list, arrivals.length);
  return (
    <section className={styles.arrivals} aria-label="Arriving today">
      <h2>Arriving today</h2>
      <ol ref={list}>
        {arrivals.map((id) => (
          <Arrival key={id} sessionId={id} />
        ))}
      </ol>
      <span className={styles.count}>
        {visitsToday === 0 ? (
          <NobodyPlanned />
        ) : arrivals.length === 0 ? (
          `All ${visitsToday} of today have arrived`
        ) : (
          `${hidden > 0 ? `+${hidden} · ` : ''}${arrivals.length} of ${visitsToday} still to come`
        )}
      </span>
    </section>
  );
}

function NobodyPlanned() {
  const role = useMe()?.role;
  const schedule: string = '/settings/schedule';
  return (
    <>Nobody is planned for today. {role !== undefined && role !== 'display' && <Link to={schedule}>Schedule a visit</Link>}</>
  );
}

function Arrival({ sessionId }: { readonly sessionId: Id }) {
  const { time } = useClinicTime();
  const session = useSession(sessionId);
  const name = useShortName(session?.patientId);
  const chair = useClinic(({ chairs }) => {
    const id = session?.chairId ?? session?.plannedChairId;
    return id === undefined ? undefined : chairs.get(id)?.label;
  });
  const late = useNow((now) => session?.phase === 'scheduled' && now - toMs(session.plannedStart) >= LATE_MS);
  if (session === undefined) return null;
  return (
    <li>
      <time dateTime={session.plannedStart}>{time(session.plannedStart)}</time>
      <SessionLink sessionId={sessionId}>{name}</SessionLink>
      {chair !== undefined && <span>Chair {chair}</span>}
      {session.phase === 'checked-in' ? <Chip>In waiting room</Chip> : late ? <Chip>late</Chip> : null}
      {session.infusionNumber === 1 && <Chip>First infusion</Chip>}
    </li>
  );
}
