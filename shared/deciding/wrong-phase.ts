import { refuse } from '../log/refusal.ts';
import type { Phase } from '../session/phase.ts';
import type { SessionState } from '../session/state.ts';

const WORDS: Readonly<Record<Phase, string>> = {
  scheduled: 'the patient is not checked in yet',
  'checked-in': 'the infusion has not been started',
  infusing: 'the infusion is running',
  paused: 'the infusion is paused',
  infused: 'the infusion has ended',
  recovering: 'the patient is in recovery',
  discharged: 'the patient has been discharged',
  aborted: 'the visit was aborted',
  cancelled: 'the visit was cancelled',
};

/** The refusal for a command at the wrong point of the visit; says where the visit stands. */
export function wrongPhase(session: SessionState, rule: string, action: string) {
  return refuse('wrong-phase', rule, `${action} is not possible now: ${WORDS[session.phase]}.`);
}
