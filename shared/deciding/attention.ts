import { alarmText } from '../session/alarm-text.ts';
import { activeAlarms } from '../session/evolve-alarms.ts';
import { openCall } from '../session/open-call.ts';
import type { SessionState } from '../session/state.ts';
import { check, type DischargeCheck } from './discharge-check.ts';

/** Nobody goes home while a physician is called for, or while a high alarm waits for somebody to answer it. */
export function attentionChecks(session: SessionState): DischargeCheck[] {
  const call = openCall(session);
  const unseen = activeAlarms(session).filter(
    ({ kind, priority, acknowledged }) => kind !== 'call' && priority === 'high' && acknowledged === undefined,
  );
  return [
    check(
      'call',
      'A call for the physician is answered',
      call === undefined ? undefined : 'the physician was called, nobody answered',
    ),
    check(
      'alarms',
      'High alarms are acknowledged',
      unseen.length === 0 ? undefined : `not acknowledged: ${unseen.map((alarm) => alarmText(alarm)).join('; ')}`,
    ),
  ];
}
