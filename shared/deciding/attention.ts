import { alarmText } from '../session/alarm-text.ts';
import { openCall } from '../session/open-call.ts';
import type { SessionState } from '../session/state.ts';
import { unansweredAlarms } from '../session/unanswered.ts';
import { check, type DischargeCheck } from './discharge-check.ts';

/** Nobody goes home while a physician is called for, or while a high alarm waits for somebody to answer it. */
export function attentionChecks(session: SessionState): DischargeCheck[] {
  const call = openCall(session);
  const unseen = unansweredAlarms(session).filter(({ kind }) => kind !== 'call');
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
