import type { SessionState } from '../../../shared/session/state.ts';
import { boardAlarms } from '../../../shared/views/board.ts';
import { restText } from '../../../shared/views/rest-text.ts';
import { AlarmLine } from '../../components/alarm-line.tsx';

/** The most urgent alarm of a visit with how many more there are, of a chair and of a bay alike; nothing without an alarm. One tap answers what is read here, nothing else. */
export function FootAlarmLine({ session }: { readonly session: SessionState }) {
  const [first, ...others] = boardAlarms([session]);
  if (first === undefined) return null;
  const after = restText([...first.also, ...others.flatMap(({ alarm, also }) => [alarm, ...also])]);
  return (
    <AlarmLine
      sessionId={session.id}
      patientId={session.patientId}
      alarm={first.alarm}
      shape="foot"
      {...(after === undefined ? {} : { after })}
    />
  );
}
