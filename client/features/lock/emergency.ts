import { useState } from 'react';
import type { Problem } from '../../../shared/wire/problem.ts';
import { linkStore } from '../../live/live.ts';
import { newId } from '../../live/new-id.ts';
import { sendUntilAnswered } from '../../live/send-command.ts';
import type { Place } from './places.ts';

export type EmergencyState =
  | { readonly kind: 'quiet' }
  /** The chair is asked for. */
  | { readonly kind: 'asking' }
  | { readonly kind: 'calling'; readonly place: string }
  | { readonly kind: 'called'; readonly place: string }
  | { readonly kind: 'failed'; readonly place: string; readonly problem: Problem };

/** DEV13: the first tap asks for the chair, the second calls. The call goes again until the server has answered it. */
export function useEmergency() {
  const [state, setState] = useState<EmergencyState>({ kind: 'quiet' });
  const call = async ({ name: place, sessionId }: Place) => {
    setState({ kind: 'calling', place });
    const answer = await sendUntilAnswered('/api/emergency', { id: newId(), sessionId }, linkStore);
    // Somebody called before: the physician is on the way all the same.
    if (answer.ok || answer.problem.code === 'call-already-open') setState({ kind: 'called', place });
    else setState({ kind: 'failed', place, problem: answer.problem });
  };
  return {
    state,
    ask: () => setState({ kind: 'asking' }),
    leave: () => setState({ kind: 'quiet' }),
    call: (place: Place) => void call(place),
  };
}
