import { entriesOf } from './entries.ts';
import type { SessionState } from './state.ts';

/** The call for the physician that nobody has answered yet. */
export function openCall(session: SessionState) {
  const call = entriesOf(session, 'physician-called').at(-1);
  if (call === undefined) return undefined;
  const answered = entriesOf(session, 'call-answered').some(({ data }) => data.callEventId === call.eventId);
  return answered ? undefined : call;
}
