import { Syringe } from 'lucide-react';
import type { ReactNode } from 'react';
import { dosesGiven } from '../../../../shared/dosing/doses.ts';
import { toMs } from '../../../../shared/units.ts';
import { observation } from '../../../../shared/vitals/due.ts';
import { stopwatch } from '../../../components/duration.ts';
import { useClinicTime } from '../../../live/clinic-time.ts';
import { useWaitingIds } from '../../../outbox/outbox-store.ts';
import styles from '../now/now-strip.module.css';
import { useVisit } from '../visit.ts';

/** Doses given at once have no rate: how much of the order, the next device, how long observed, the next reading (`children`). */
export function DosesStrip({ nowMs, children }: { readonly nowMs: number; readonly children: ReactNode }) {
  const { session, protocol } = useVisit();
  const { time } = useClinicTime();
  const { doses, givenMg, orderedMg, next } = dosesGiven(session, protocol);
  const last = doses.at(-1);
  const waiting = useWaitingIds();
  const unsent = doses.filter(({ eventId }) => waiting.has(eventId)).length;
  const seen = observation(session, protocol, nowMs);
  const leftMs = next?.from === undefined ? undefined : toMs(next.from) - nowMs;
  return (
    <section className={styles.now} aria-label="Now">
      <div className={`${styles.main} ${styles.alone}`}>
        <span className={styles.phase}>
          <Syringe size={20} strokeWidth={1.75} aria-hidden="true" />
          {doses.length === 1 ? 'Dose given' : `${doses.length} doses given`}
        </span>
        <p className={styles.dose}>
          <b>{givenMg}</b> {orderedMg === undefined ? 'mg' : `of ${orderedMg} mg`}
        </p>
        {last !== undefined && (
          <p className={styles.label}>
            last {time(last.happenedAt)}
            {unsent > 0 && <b> · {unsent === 1 ? 'waiting' : `${unsent} waiting`} to send</b>}
          </p>
        )}
      </div>
      <dl className={styles.facts}>
        {next?.from !== undefined && leftMs !== undefined && (
          <div data-next-device={leftMs > 0 ? 'counting' : 'due'}>
            <dt>
              Device {next.number} of {next.of}
            </dt>
            <dd>{leftMs > 0 ? stopwatch(leftMs) : 'due'}</dd>
            <dd className={styles.sub}>{leftMs > 0 ? `at ${time(next.from)}` : `since ${stopwatch(-leftMs)}`}</dd>
          </div>
        )}
        {seen !== undefined && (
          <div>
            <dt>Observed</dt>
            <dd>{seen.minutes} min</dd>
            <dd className={styles.sub}>of {seen.requiredMin} min</dd>
          </div>
        )}
        {children}
      </dl>
    </section>
  );
}
