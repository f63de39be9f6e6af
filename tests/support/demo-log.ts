import { generateDemo } from '../../db/seed/generate.ts';
import { isClinicEvent } from '../../shared/clinic/events.ts';
import { foldClinic } from '../../shared/clinic/fold.ts';
import type { ClinicState } from '../../shared/clinic/state.ts';
import { streamId } from '../../shared/log/event.ts';
import { isSessionEvent, type SessionEvent } from '../../shared/session/events.ts';
import { foldSession } from '../../shared/session/evolve.ts';
import type { SessionState } from '../../shared/session/state.ts';

/** A visit of the demo with all its events. */
export interface DemoVisit {
  readonly state: SessionState;
  readonly events: readonly SessionEvent[];
}

/** The demo's log, and what it folds to. */
export function demoLog(options: Parameters<typeof generateDemo>[0]) {
  const { writes, staff } = generateDemo(options);
  const events = writes.flatMap((write) => write.events);
  const clinic: ClinicState = foldClinic(events.filter(isClinicEvent));
  const streams = new Map<string, SessionEvent[]>();
  for (const event of events) {
    if (!isSessionEvent(event)) continue;
    const stream = streams.get(streamId(event.stream)) ?? [];
    stream.push(event);
    streams.set(streamId(event.stream), stream);
  }
  const visits = [...streams.values()].flatMap((list): DemoVisit[] => {
    const state = foldSession(list);
    return state === undefined ? [] : [{ state, events: list }];
  });
  return { writes, staff, events, clinic, visits };
}
