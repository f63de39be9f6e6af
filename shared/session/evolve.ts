import type { SessionEvent } from './events.ts';
import { acknowledgeAlarm, clearAlarm, escalateAlarm, raiseAlarm } from './evolve-alarms.ts';
import { withOneMore } from './growing-list.ts';
import type { AnyEntry, Phase, SessionState } from './state.ts';

/**
 * A visit after one more event. Pure; the same on the server, in the browser and in a replay.
 * The first event of a stream must be `session-scheduled`; throws otherwise, since that log is broken.
 */
export function evolveSession(state: SessionState | undefined, event: SessionEvent): SessionState {
  if (state === undefined) return begin(event);
  const seen: SessionState = { ...state, streamPosition: event.streamPosition, position: event.position };
  switch (event.type) {
    case 'entry-corrected':
      return {
        ...seen,
        entries: seen.entries.map((entry) => (entry.eventId === event.data.eventId ? corrected(entry, event) : entry)),
      };
    case 'entry-struck':
      return {
        ...seen,
        entries: seen.entries.map((entry) => (entry.eventId === event.data.eventId ? struck(entry, event) : entry)),
      };
    case 'alarm-raised':
      return withEntry(raiseAlarm(seen, event), event);
    case 'alarm-escalated':
      return escalateAlarm(seen, event);
    case 'alarm-acknowledged':
      return acknowledgeAlarm(seen, event);
    case 'alarm-cleared':
      return clearAlarm(seen, event);
    case 'checked-in':
      return withEntry({ ...enter(seen, 'checked-in', event), nurseId: event.actor.id }, event);
    case 'handed-over':
      return withEntry({ ...seen, nurseId: event.data.nurseId }, event);
    case 'chair-assigned':
      return withEntry({ ...seen, chairId: event.data.chairId }, event);
    case 'moved-to-recovery':
      return withEntry({ ...enter(seen, 'recovering', event), bayId: event.data.bayId }, event);
    case 'dose-given':
      // An injection or a spray is given at once: what follows is observation.
      return withEntry(seen.phase === 'checked-in' ? enter(seen, 'infused', event) : seen, event);
    default: {
      const phase = PHASE_AFTER[event.type];
      return withEntry(phase === undefined ? seen : enter(seen, phase, event), event);
    }
  }
}

/** Folds events of one stream, oldest first. */
export function foldSession(events: Iterable<SessionEvent>, from?: SessionState): SessionState | undefined {
  let state = from;
  for (const event of events) state = evolveSession(state, event);
  return state;
}

const PHASE_AFTER: Partial<Record<SessionEvent['type'], Phase>> = {
  'infusion-started': 'infusing',
  'infusion-paused': 'paused',
  'infusion-resumed': 'infusing',
  'infusion-ended': 'infused',
  discharged: 'discharged',
  'session-aborted': 'aborted',
  'session-cancelled': 'cancelled',
};

function begin(event: SessionEvent): SessionState {
  if (event.type !== 'session-scheduled') throw new Error(`A visit begins with session-scheduled, not ${event.type}`);
  const { patientId, protocolId, protocolVersion, planId, plannedStart, chairId, infusionNumber, infusionsPlanned, indication } =
    event.data;
  return {
    id: event.stream.slice('session/'.length),
    phase: 'scheduled',
    patientId,
    protocolId,
    protocolVersion,
    ...(planId === undefined ? {} : { planId }),
    ...(chairId === undefined ? {} : { plannedChairId: chairId }),
    ...(infusionNumber === undefined ? {} : { infusionNumber }),
    ...(infusionsPlanned === undefined ? {} : { infusionsPlanned }),
    ...(indication === undefined ? {} : { indication }),
    plannedStart,
    phaseSince: event.happenedAt,
    entries: [toEntry(event)],
    alarms: [],
    streamPosition: event.streamPosition,
    position: event.position,
  };
}

function enter(state: SessionState, phase: Phase, event: SessionEvent): SessionState {
  return state.phase === phase ? state : { ...state, phase, phaseSince: event.happenedAt };
}

function withEntry(state: SessionState, event: SessionEvent): SessionState {
  return { ...state, entries: withOneMore(state.entries, toEntry(event)) };
}

function toEntry(event: SessionEvent): AnyEntry {
  const { id, position, type, happenedAt, recordedAt, actor, data } = event;
  return { eventId: id, position, type, happenedAt, recordedAt, actor, data, corrections: [] } as unknown as AnyEntry;
}

function corrected(entry: AnyEntry, event: SessionEvent & { type: 'entry-corrected' }): AnyEntry {
  const { data, reason } = event.data;
  const correction = { was: entry.data, by: event.actor, at: event.recordedAt, ...(reason === undefined ? {} : { reason }) };
  // decide has parsed `data` with the schema of this entry's type.
  return { ...entry, data, corrections: [...entry.corrections, correction] } as unknown as AnyEntry;
}

function struck(entry: AnyEntry, event: SessionEvent & { type: 'entry-struck' }): AnyEntry {
  return { ...entry, struck: { by: event.actor, at: event.recordedAt, reason: event.data.reason } };
}
