import { Suspense } from 'react';
import type { Protocol } from '../../../shared/clinic/protocol.ts';
import { outsideHold } from '../../../shared/deciding/holding.ts';
import type { SessionState } from '../../../shared/session/state.ts';
import { priorityOf } from '../../../shared/views/alarm-now.ts';
import { valueState } from '../../../shared/vitals/due.ts';
import { baselineOf, bloodPressures, firstDrugAt } from '../../../shared/vitals/latest.ts';
import { spokenOf, spokenPressure } from '../../../shared/vitals/spoken.ts';
import { Age } from '../../components/age.tsx';
import { lazyPart } from '../../components/lazy-part.ts';
import { useWhose } from '../../components/use-whose.ts';
import { Missing, Pressure } from '../../components/value.tsx';
import { useNow } from '../../live/live.ts';
import styles from './card.module.css';

/** Its room is kept until it is there. */
const SystolicSpark = lazyPart(() => import('./systolic-spark.tsx').then((module) => module.SystolicSpark));

interface RowProps {
  readonly session: SessionState;
  readonly protocol: Protocol;
}

/** The last blood pressure, how far from the baseline, how old; beside it where it comes from. */
export function PressureRow({ session, protocol }: RowProps) {
  const started = firstDrugAt(session) !== undefined;
  return (
    <section className={styles.pressure}>
      <LastPressure session={session} protocol={protocol} size={40} />
      {started ? (
        <Suspense fallback={<span className={styles.sparkRoom} />}>
          <SystolicSpark session={session} protocol={protocol} />
        </Suspense>
      ) : (
        <HoldLimits session={session} protocol={protocol} />
      )}
    </section>
  );
}

interface LastPressureProps {
  readonly session: SessionState;
  readonly protocol: Protocol;
  readonly size: 28 | 40;
}

export function LastPressure({ session, protocol, size }: LastPressureProps) {
  const last = bloodPressures(session).at(-1);
  const state = useNow((now) =>
    last === undefined ? 'fresh' : valueState(session, protocol, last.at, now, { isPressure: true }),
  );
  const whose = useWhose(session);
  if (last === undefined)
    return (
      <div>
        <p className={styles.noPressure}>
          <Missing />
        </p>
        <p className={styles.under}>Blood pressure</p>
      </div>
    );
  return (
    <div>
      <Pressure
        systolic={last.systolic}
        diastolic={last.diastolic}
        alarm={priorityOf(session, 'systolic', protocol)}
        diastolicAlarm={priorityOf(session, 'diastolic', protocol)}
        said={spokenOf(spokenPressure(last.systolic, last.diastolic), whose, state)}
        {...{ state, size }}
      />
      <p className={styles.under}>
        {state === 'stale' && (
          <>
            <b>stale</b> ·{' '}
          </>
        )}
        <FromBaseline session={session} short={state === 'stale'} /> · <Age at={last.at} />
      </p>
    </div>
  );
}

function FromBaseline({ session, short }: { readonly session: SessionState; readonly short: boolean }) {
  const baseline = baselineOf(session);
  const last = bloodPressures(session).at(-1);
  if (baseline === undefined || last === undefined) return <>no baseline</>;
  if (last.eventId === baseline.eventId) return <b>Baseline</b>;
  const change = last.systolic - baseline.systolic;
  const text = change < 0 ? `−${-change}` : change > 0 ? `+${change}` : '±0';
  return (
    <>
      <b>{text}</b>
      {short ? '' : ' vs baseline'}
    </>
  );
}

function HoldLimits({ session, protocol }: { readonly session: SessionState; readonly protocol: Protocol }) {
  const held = outsideHold(session, protocol);
  const systolic = protocol.limits.systolic.hold?.high;
  const diastolic = protocol.limits.diastolic.hold?.high;
  const measured = bloodPressures(session).length > 0;
  return (
    <p className={styles.hold}>
      {!measured ? 'Hold above' : held === undefined ? 'Within hold limits' : 'Outside hold limits'}
      <br />
      <b>
        {systolic ?? 'none'}/{diastolic ?? 'none'}
      </b>
    </p>
  );
}
