import { ListChecks } from 'lucide-react';
import { outcomesOf } from '../../../shared/clinic/outcomes-of.ts';
import type { Protocol } from '../../../shared/clinic/protocol.ts';
import { readyChecks } from '../../../shared/deciding/readiness.ts';
import { orderOf } from '../../../shared/dosing/delivered.ts';
import { lastHappenedMs } from '../../../shared/session/entries.ts';
import type { SessionState } from '../../../shared/session/state.ts';
import { Steps } from '../../components/progress-bar.tsx';
import { useClinic, useNow } from '../../live/live.ts';
import { Rows } from './phase-rows.tsx';

interface PreCheckProps {
  readonly session: SessionState;
  readonly protocol: Protocol;
}

/** What is done and what is missing before the start. */
export function PreCheck({ session, protocol }: PreCheckProps) {
  // A baseline grows too old by itself, so the checks follow the clock: as text, so that it renders when they change.
  const results = useClinic((clinic) => outcomesOf(clinic, session.patientId));
  const allergies = useClinic(({ patients }) => patients.get(session.patientId)?.allergies);
  const text = useNow((now) =>
    JSON.stringify(
      readyChecks(session, protocol, Math.max(now, lastHappenedMs(session)), results, allergies).map(({ label, state }) => ({
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
