import { Check, Droplet, Pause } from 'lucide-react';
import { Suspense } from 'react';
import { assertNever } from '../../../shared/assert-never.ts';
import type { Protocol } from '../../../shared/clinic/protocol.ts';
import { deliveredMg, type InfusionProgress, infusionProgress, orderOf } from '../../../shared/dosing/delivered.ts';
import type { SessionState } from '../../../shared/session/state.ts';
import { MINUTE_MS } from '../../../shared/units.ts';
import { Elapsed } from '../../components/countdown.tsx';
import { lazyPart } from '../../components/lazy-part.ts';
import { ProgressBar, type ProgressLook } from '../../components/progress-bar.tsx';
import { useClinicTime } from '../../live/clinic-time.ts';
import { useNow } from '../../live/live.ts';
import { Rows } from './phase-rows.tsx';

/** What is missing is worked out by much that the first look at a board can wait for. */
const PreCheck = lazyPart(() => import('./pre-check.tsx').then((module) => module.PreCheck));

interface PhaseProps {
  readonly session: SessionState;
  readonly protocol: Protocol;
}

/** Where the visit stands, in the same place in every state: phase and minutes, progress, milligrams and rate. */
export function PhaseLine({ session, protocol }: PhaseProps) {
  switch (session.phase) {
    case 'scheduled':
    case 'checked-in':
      return (
        <Suspense fallback={<Rows phase="Pre-check" right="" bar={null} belowLeft="…" belowRight="" />}>
          <PreCheck session={session} protocol={protocol} />
        </Suspense>
      );
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
