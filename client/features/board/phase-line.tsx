import { Check, Droplet, ListChecks, Pause } from 'lucide-react';
import type { ReactNode } from 'react';
import { assertNever } from '../../../shared/assert-never.ts';
import { outcomesOf } from '../../../shared/clinic/outcomes-of.ts';
import type { Protocol } from '../../../shared/clinic/protocol.ts';
import { readyChecks } from '../../../shared/deciding/readiness.ts';
import { deliveredMg, type InfusionProgress, infusionProgress, orderOf } from '../../../shared/dosing/delivered.ts';
import { lastHappenedMs } from '../../../shared/session/entries.ts';
import type { SessionState } from '../../../shared/session/state.ts';
import { MINUTE_MS } from '../../../shared/units.ts';
import { Elapsed } from '../../components/countdown.tsx';
import { cx } from '../../components/cx.ts';
import { ProgressBar, type ProgressLook, Steps } from '../../components/progress-bar.tsx';
import { useClinicTime } from '../../live/clinic-time.ts';
import { useClinic, useNow } from '../../live/live.ts';
import styles from './card.module.css';
import own from './phase-line.module.css';

interface PhaseProps {
  readonly session: SessionState;
  readonly protocol: Protocol;
}

/** Where the visit stands, in the same place in every state: phase and minutes, progress, milligrams and rate. */
export function PhaseLine({ session, protocol }: PhaseProps) {
  switch (session.phase) {
    case 'scheduled':
    case 'checked-in':
      return <PreCheck session={session} protocol={protocol} />;
    case 'infusing':
      return <Running session={session} look="infusion" />;
    case 'paused':
      return <Running session={session} look="paused" />;
    case 'infused':
    case 'recovering':
    case 'discharged':
    case 'aborted':
    case 'cancelled':
      return <Ended session={session} />;
    default:
      return assertNever(session.phase);
  }
}

function PreCheck({ session, protocol }: PhaseProps) {
  // A baseline grows too old by itself, so the checks follow the clock: as text, so that it renders when they change.
  const results = useClinic((clinic) => outcomesOf(clinic, session.patientId));
  const text = useNow((now) =>
    JSON.stringify(
      readyChecks(session, protocol, Math.max(now, lastHappenedMs(session)), results).map(({ label, state }) => ({
        label,
        state,
      })),
    ),
  );
  const checks = JSON.parse(text) as { label: string; state: 'done' | 'overridden' | 'missing' | 'failed' }[];
  const open = checks.filter(({ state }) => state === 'missing' || state === 'failed');
  const done = checks.length - open.length;
  const [first] = open;
  return (
    <Rows
      phase={
        <>
          <ListChecks size={20} aria-hidden="true" />
          {first === undefined ? 'Ready to start' : 'Pre-check'}
        </>
      }
      right={
        <>
          <b>{done}</b> of {checks.length} done
        </>
      }
      bar={<Steps done={done} of={checks.length} said={`${done} of ${checks.length} checks done`} />}
      belowLeft={
        first === undefined ? (
          'Nothing missing'
        ) : (
          <>
            {open.length === 1 ? 'Missing' : `${open.length} missing`}: <b>{first.label}</b>
          </>
        )
      }
      belowRight={orderOf(session) === undefined ? 'no order yet' : `${orderOf(session)?.doseMg.toFixed(1)} mg ordered`}
    />
  );
}

function Running({ session, look }: { readonly session: SessionState; readonly look: ProgressLook }) {
  const progress = (pick: (progress: InfusionProgress) => number) => (now: number) => {
    const at = infusionProgress(session, now);
    return at === undefined ? 0 : pick(at);
  };
  const minutes = useNow(progress(({ runMs }) => Math.floor(runMs / MINUTE_MS)));
  const planned = useNow(progress(({ plannedMs }) => Math.round(plannedMs / MINUTE_MS)));
  const delivered = useNow((now) => deliveredMg(session, now).toFixed(1));
  const ordered = orderOf(session)?.doseMg ?? 0;
  const rate = useNow(progress(({ rateMlPerHour }) => rateMlPerHour));
  return (
    <Rows
      look={look}
      phase={
        look === 'paused' ? (
          <>
            <Pause size={20} aria-hidden="true" />
            <span>
              Paused <Elapsed since={session.phaseSince} />
            </span>
          </>
        ) : (
          <>
            <Droplet size={20} aria-hidden="true" />
            Infusing
          </>
        )
      }
      right={
        <>
          <b>{minutes}</b> of {planned} min
        </>
      }
      bar={<ProgressBar value={Number(delivered)} max={ordered} look={look} said={`${minutes} of ${planned} minutes`} />}
      belowLeft={
        <>
          <b>{delivered}</b> of {ordered.toFixed(1)} mg
        </>
      }
      belowRight={`${rate} mL/h`}
    />
  );
}

function Ended({ session }: { readonly session: SessionState }) {
  const { time } = useClinicTime();
  const order = orderOf(session);
  const delivered = deliveredMg(session, Number.POSITIVE_INFINITY);
  const route = session.entries.some((entry) => entry.type === 'infusion-started') ? 'Infusion ended' : 'Dose given';
  return (
    <Rows
      phase={
        <>
          <Check size={20} aria-hidden="true" />
          {route}
        </>
      }
      right={<>at {time(session.phaseSince)}</>}
      bar={
        <ProgressBar
          value={delivered}
          max={order?.doseMg ?? delivered}
          look="neutral"
          said={`${delivered.toFixed(1)} mg delivered`}
        />
      }
      belowLeft={
        <>
          <b>{delivered.toFixed(1)}</b> of {(order?.doseMg ?? delivered).toFixed(1)} mg
        </>
      }
      belowRight="to recovery next"
    />
  );
}

interface RowsProps {
  readonly look?: ProgressLook;
  readonly phase: ReactNode;
  readonly right: ReactNode;
  readonly bar: ReactNode;
  readonly belowLeft: ReactNode;
  readonly belowRight: ReactNode;
}

function Rows({ look, phase, right, bar, belowLeft, belowRight }: RowsProps) {
  return (
    <section className={own.phaseLine}>
      <div className={own.row}>
        <span className={cx(own.phase, look === 'infusion' && own.infusing)}>{phase}</span>
        <span className={own.nowrap}>{right}</span>
      </div>
      {bar}
      <div className={own.row}>
        <span className={styles.cut}>{belowLeft}</span>
        <span className={own.nowrap}>{belowRight}</span>
      </div>
    </section>
  );
}
