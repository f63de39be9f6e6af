import { Clock } from 'lucide-react';
import { MINUTE_MS, toMs } from '../../../../shared/units.ts';
import { observation, observationSince } from '../../../../shared/vitals/due.ts';
import { Ring } from '../../../components/ring.tsx';
import { useClinicTime } from '../../../live/clinic-time.ts';
import { useNow } from '../../../live/live.ts';
import nowStyles from '../now/now-strip.module.css';
import { NextVitals } from '../now/now-strip.tsx';
import { useVisit } from '../visit.ts';
import styles from './recovering.module.css';
import own from './stay-card.module.css';

/** Minutes observed against the minutes required, and what comes next. */
export function StayCard() {
  const { session, protocol } = useVisit();
  const { time } = useClinicTime();
  const nowMs = useNow((now) => Math.floor(now / 1_000) * 1_000);
  const seen = observation(session, protocol, nowMs);
  const since = observationSince(session, protocol);
  const left = seen === undefined ? 0 : seen.requiredMin - seen.minutes;
  return (
    <section className={styles.stay} aria-label="Recovery time">
      {seen !== undefined && (
        <div className={own.bigRing}>
          <Ring
            value={seen.minutes}
            max={seen.requiredMin}
            look="recovery"
            said={`${seen.minutes} of ${seen.requiredMin} minutes`}
          >
            <b>{seen.minutes}</b>
            <span>of {seen.requiredMin} min</span>
          </Ring>
        </div>
      )}
      <div className={own.stayMain}>
        <span className={own.phase}>
          <Clock size={20} strokeWidth={1.75} aria-hidden="true" />
          In recovery
        </span>
        <p className={own.big}>
          {left > 0 ? (
            <>
              <b>{left} min</b> still required
            </>
          ) : (
            <b>Time is over</b>
          )}
        </p>
        {since !== undefined && seen !== undefined && (
          <p className={own.small}>
            since{' '}
            {protocol.recovery.clockFrom === 'end'
              ? 'end of infusion'
              : protocol.recovery.clockFrom === 'first-dose'
                ? 'first dose'
                : 'last dose'}{' '}
            {time(since)}
            {left > 0 ? ` · earliest ${time(toMs(since) + seen.requiredMin * MINUTE_MS)}` : ''}
          </p>
        )}
      </div>
      <dl className={nowStyles.facts}>
        <NextVitals nowMs={nowMs} />
      </dl>
    </section>
  );
}
