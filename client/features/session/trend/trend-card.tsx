import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { priorityOf } from '../../../../shared/views/alarm-now.ts';
import { valueState } from '../../../../shared/vitals/due.ts';
import { baselineOf, bloodPressures, latestOf } from '../../../../shared/vitals/latest.ts';
import { spokenOf, spokenPressure, spokenSign } from '../../../../shared/vitals/spoken.ts';
import { Age } from '../../../components/age.tsx';
import { TrendChart } from '../../../components/trend-chart/trend-chart.tsx';
import { trendOf } from '../../../components/trend-chart/trend-data.ts';
import { useWhose } from '../../../components/use-whose.ts';
import { Missing, Pressure, Value } from '../../../components/value.tsx';
import { useClinicTime, useFormats } from '../../../live/clinic-time.ts';
import { useNow } from '../../../live/live.ts';
import { useVisit, type Visit } from '../visit.ts';
import styles from './trend-card.module.css';

/** The trend with the newest value of each lane beside it. */
export function TrendCard({ tone }: { readonly tone: 'infusion' | 'recovery' | 'neutral' }) {
  const { session, protocol, over } = useVisit();
  // A step of ten seconds is less than a pixel.
  const nowMs = useNow((now) => Math.floor(now / 10_000) * 10_000);
  const trend = useMemo(() => trendOf(session, protocol, nowMs), [session, protocol, nowMs]);
  const frame = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const measure = () => setHeight(Math.floor(element.clientHeight));
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, []);
  return (
    <section className={styles.card} aria-label="Trend">
      <div ref={frame} className={styles.plot}>
        <TrendChart trend={trend} height={height} tone={tone} {...(over ? {} : { nowMs })} />
      </div>
      <Latest />
    </section>
  );
}

type Measurable = 'systolic' | 'heartRate' | 'spo2' | 'respiratoryRate';

/** How a newest value looks: in alarm, and fresh or too old to be live. */
function lookOf({ session, protocol }: Visit, name: Measurable, at: string, nowMs: number) {
  return {
    state: valueState(session, protocol, at, nowMs, { isPressure: name === 'systolic' }),
    alarm: priorityOf(session, name, protocol),
  };
}

function Latest() {
  const visit = useVisit();
  const { session } = visit;
  // Whether a value is still live changes with time: once a minute is enough for its look, its age ticks by itself.
  const minute = useNow((now) => Math.floor(now / 15_000) * 15_000);
  const pressure = bloodPressures(session).at(-1);
  const baseline = baselineOf(session);
  const change =
    pressure === undefined || baseline === undefined || baseline.eventId === pressure.eventId
      ? undefined
      : pressure.systolic - baseline.systolic;
  const inRecovery = session.phase === 'recovering' || session.phase === 'infused' || visit.over;
  const sedation = latestOf(session, 'moaas');
  const whose = useWhose(session);
  const look = pressure === undefined ? undefined : lookOf(visit, 'systolic', pressure.at, minute);
  return (
    <dl className={styles.latest}>
      <div className={styles.pressure}>
        <dt>BP mmHg</dt>
        {pressure === undefined || look === undefined ? (
          <dd>
            <Missing />
          </dd>
        ) : (
          <>
            <dd>
              <Pressure
                systolic={pressure.systolic}
                diastolic={pressure.diastolic}
                size={28}
                said={spokenOf(spokenPressure(pressure.systolic, pressure.diastolic), whose, look.state)}
                {...look}
                diastolicAlarm={priorityOf(session, 'diastolic', visit.protocol)}
              />
            </dd>
            {change !== undefined && (
              <dd className={styles.change}>
                <b>{change > 0 ? `+${change}` : change < 0 ? `−${-change}` : '±0'}</b> vs baseline
              </dd>
            )}
            <dd>
              <StaleWord stale={look.state === 'stale'} />
              <When at={pressure.at} />
            </dd>
          </>
        )}
      </div>
      <Single label="HR" name="heartRate" minute={minute} />
      <Single label="SpO₂ %" name="spo2" minute={minute} />
      {inRecovery ? (
        <div className={styles.last}>
          <dt>Sedation</dt>
          {sedation === undefined ? (
            <dd>
              <Missing>not observed</Missing>
            </dd>
          ) : (
            <dd className={styles.line}>
              <Value>{sedation.value}</Value> <When at={sedation.at} />
            </dd>
          )}
        </div>
      ) : (
        <div className={styles.last}>
          <SingleParts label="Resp. rate" name="respiratoryRate" minute={minute} />
        </div>
      )}
    </dl>
  );
}

interface SingleProps {
  readonly label: string;
  readonly name: 'heartRate' | 'spo2' | 'respiratoryRate';
  readonly minute: number;
}

function Single(props: SingleProps) {
  return (
    <div className={styles[props.name]}>
      <SingleParts {...props} />
    </div>
  );
}

function SingleParts({ label, name, minute }: SingleProps) {
  const visit = useVisit();
  const last = latestOf(visit.session, name);
  const whose = useWhose(visit.session);
  const formats = useFormats();
  const look = last === undefined ? undefined : lookOf(visit, name, last.at, minute);
  return (
    <>
      <dt>{label}</dt>
      {last === undefined || look === undefined ? (
        <dd>
          <Missing />
        </dd>
      ) : (
        <dd className={styles.line}>
          <Value {...look} said={spokenOf(spokenSign(name, last.value, formats), whose, look.state)}>
            {last.value}
          </Value>{' '}
          <span>
            <StaleWord stale={look.state === 'stale'} />
            <When at={last.at} />
          </span>
        </dd>
      )}
    </>
  );
}

function StaleWord({ stale }: { readonly stale: boolean }) {
  return stale ? <span className={styles.stale}>stale · </span> : null;
}

/** How old a value is; in a visit that is over, when it was measured. */
function When({ at }: { readonly at: string }) {
  const { over } = useVisit();
  const { time } = useClinicTime();
  return over ? <time dateTime={at}>at {time(at)}</time> : <Age at={at} />;
}
