import { Droplet, Pause, Square } from 'lucide-react';
import { Ring } from '../../../components/ring.tsx';
import { useClinicTime } from '../../../live/clinic-time.ts';
import { useNow } from '../../../live/live.ts';
import { DosesStrip } from '../doses/doses-strip.tsx';
import { useVisit } from '../visit.ts';
import { type NowFacts, nextReading, nowFacts } from './now-facts.ts';
import styles from './now-strip.module.css';

/** Where the infusion stands at this second: time, milligrams, rate, end, next reading. */
export function NowStrip() {
  const { session } = useVisit();
  const { time } = useClinicTime();
  const nowMs = useNow((now) => Math.floor(now / 1_000) * 1_000);
  const facts = nowFacts(session, nowMs);
  if (facts === undefined)
    return (
      <DosesStrip nowMs={nowMs}>
        <NextVitals nowMs={nowMs} />
      </DosesStrip>
    );
  const { phase, end } = facts;
  return (
    <section className={styles.now} aria-label="Now">
      <div className={styles.ring}>
        <Ring
          value={facts.ranMs}
          max={facts.plannedMs}
          look={phase === 'paused' ? 'paused' : phase === 'infused' ? 'neutral' : 'infusion'}
          said={`${facts.ran} of ${facts.plannedMin} minutes`}
        >
          <b className={styles.ran}>{facts.ran}</b>
          <span className={styles.label}>of {facts.plannedMin} min</span>
        </Ring>
      </div>
      <div className={styles.main}>
        <PhaseWord facts={facts} />
        <p className={styles.dose}>
          <b>{facts.deliveredMg.toFixed(1)}</b> of {facts.orderedMg.toFixed(1)} mg
        </p>
        <p className={styles.parts}>
          {facts.deliveredMgPerKg !== undefined && <span>{facts.deliveredMgPerKg.toFixed(2)} mg/kg ·</span>}{' '}
          <span>started {time(facts.startedAt)} ·</span> <span>{facts.concentrationMgPerMl} mg/mL</span>
        </p>
      </div>
      <dl className={styles.facts}>
        <div>
          <dt>Rate</dt>
          <dd>{facts.rateMlPerHour}</dd>
          <dd className={styles.sub}>mL/h</dd>
        </div>
        <div>
          <dt>{end.kind === 'ended' ? 'Ended' : 'Ends'}</dt>
          {end.kind === 'held' ? (
            <>
              <dd>held</dd>
              <dd className={styles.sub}>while paused</dd>
            </>
          ) : (
            <>
              <dd>{time(end.at)}</dd>
              <dd className={styles.sub}>{end.words}</dd>
            </>
          )}
        </div>
        <NextVitals nowMs={nowMs} />
      </dl>
    </section>
  );
}

function PhaseWord({ facts }: { readonly facts: NowFacts }) {
  const icon = { size: 20, strokeWidth: 1.75, 'aria-hidden': true } as const;
  if (facts.phase === 'paused')
    return (
      <span className={styles.phase}>
        <Pause {...icon} />
        Paused {facts.pausedFor}
      </span>
    );
  if (facts.phase === 'infused')
    return (
      <span className={styles.phase}>
        <Square {...icon} />
        Infusion ended
      </span>
    );
  return (
    <span className={`${styles.phase} ${styles.infusing}`}>
      <Droplet {...icon} />
      Infusing
    </span>
  );
}

/** Counts down; once due it says so, with how long ago. Overdue is an alarm of its own and has its strip. */
export function NextVitals({ nowMs }: { readonly nowMs: number }) {
  const { session, protocol } = useVisit();
  const { time } = useClinicTime();
  const next = nextReading(session, protocol, nowMs);
  if (next === undefined) return null;
  return (
    <div data-next-vitals={next.state}>
      <dt>Next vitals</dt>
      <dd>{next.state === 'counting' ? next.clock : next.state === 'due' ? 'due' : 'overdue'}</dd>
      <dd className={styles.sub}>{next.state === 'counting' ? `at ${time(next.dueAt)}` : `since ${next.clock}`}</dd>
    </div>
  );
}
