import type { SessionEvent } from '../../shared/session/events.ts';
import type { SessionState } from '../../shared/session/state.ts';
import type { Id } from '../../shared/units.ts';
import { readEvent } from '../../shared/wire/read-event.ts';
import { type Answer, get } from './api.ts';
import { type ClinicStore, putSession } from './clinic-store.ts';

/** Fetches a visit's whole timeline and puts it into the store: a past visit, or one of which an event was missed. */
export async function loadSession(store: ClinicStore, id: Id, signal?: AbortSignal): Promise<Answer<SessionState | undefined>> {
  const answer = await get<{ readonly events: readonly SessionEvent[] }>(`/api/sessions/${id}/timeline`, signal);
  return answer.ok
    ? {
        ...answer,
        value: putSession(
          store,
          answer.value.events.map((event) => readEvent(event)),
        ),
      }
    : answer;
}
