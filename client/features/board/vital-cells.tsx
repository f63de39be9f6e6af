import type { Protocol } from '../../../shared/clinic/protocol.ts';
import type { SessionState } from '../../../shared/session/state.ts';
import { priorityOf } from '../../../shared/views/alarm-now.ts';
import { dueState, nextDue, valueState } from '../../../shared/vitals/due.ts';
import { latestOf } from '../../../shared/vitals/latest.ts';
import { spokenOf, spokenSign } from '../../../shared/vitals/spoken.ts';
import { Age } from '../../components/age.tsx';
import { stopwatch } from '../../components/duration.ts';
import { useWhose } from '../../components/use-whose.ts';
import { Missing, Value } from '../../components/value.tsx';
import { useFormats } from '../../live/clinic-time.ts';
import { useNow } from '../../live/live.ts';
import styles from './card.module.css';

interface CellsProps {
  readonly session: SessionState;
  readonly protocol: Protocol;
}

/** Heart rate, oxygen, and when the next reading is due. */
export function VitalCells(props: CellsProps) {
  return (
    <dl className={styles.cells}>
      <div>
        <dt>HR</dt>
        <dd>
          <LastSign {...props} sign="heartRate" />
        </dd>
      </div>
      <div>
        <dt>SpO₂ %</dt>
        <dd>
          <LastSign {...props} sign="spo2" />
        </dd>
      </div>
      <div>
        <dt>Next vitals</dt>
        <dd>
          <NextVitals session={props.session} protocol={props.protocol} />
        </dd>
      </div>
    </dl>
  );
}

function LastSign({ session, protocol, sign }: CellsProps & { readonly sign: 'heartRate' | 'spo2' }) {
  const last = latestOf(session, sign);
  const state = useNow((now) => (last === undefined ? 'fresh' : valueState(session, protocol, last.at, now)));
  const whose = useWhose(session);
  const formats = useFormats();
  if (last === undefined) return <Missing />;
  const alarm = priorityOf(session, sign, protocol);
  return (
    <>
      <Value state={state} alarm={alarm} said={spokenOf(spokenSign(sign, last.value, formats), whose, state)}>
        {last.value}
      </Value>
      <Age at={last.at} />
    </>
  );
}

function NextVitals({ session, protocol }: { readonly session: SessionState; readonly protocol: Protocol }) {
  const text = useNow((now) => {
    const schedule = nextDue(session, protocol, now);
    if (schedule === undefined) return 'at start';
    const state = dueState(schedule, now);
    if (state === 'ahead') return stopwatch(schedule.dueAtMs - now);
    return state === 'due' ? 'due now' : 'overdue';
  });
  if (text === 'overdue') return <span className={styles.overdue}>overdue</span>;
  return <Value size={text === 'at start' || text === 'due now' ? 18 : 20}>{text}</Value>;
}
