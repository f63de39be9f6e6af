import { assertNever } from '../assert-never.ts';
import type { SessionEvent } from './events.ts';
import { acknowledgeAlarm, clearAlarm, escalateAlarm, raiseAlarm } from './evolve-alarms.ts';
import { withOneMore } from './growing-list.ts';
import { EVENT_ROWS, type OwnEventType } from './said/all.ts';
import type { AnyEntry, SessionState } from './state.ts';

/**
 * A visit after one more event. Pure; the same on the server, in the browser and in a replay. Without its beginning there is
 * no visit: a newer version has written it, and the rest is left alone.
 */
export function evolveSession(state: SessionState, event: SessionEvent): SessionState;
export function evolveSession(state: undefined, event: Extract<SessionEvent, { type: 'session-scheduled' }>): SessionState;
export function evolveSession(state: SessionState | undefined, event: SessionEvent): SessionState | undefined;
export function evolveSession(state: SessionState | undefined, event: SessionEvent): SessionState | undefined {
  if (state === undefined) return event.type === 'session-scheduled' ? begin(event) : undefined;
  const seen: SessionState = { ...state, streamPosition: event.streamPosition, position: event.position };
  if (!foldsOnItsOwn(event)) return withEntry(enter(seen, event), event);
  switch (event.type) {
    case 'session-scheduled':
      return withEntry(seen, event);
    case 'entry-corrected':
      return {
        ...seen,
        ...(beginsPhase(seen, event.data.eventId) ? { phaseSince: event.data.happenedAt ?? seen.phaseSince } : {}),
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
      return withEntry({ ...enter(seen, event), nurseId: event.actor.id }, event);
    case 'infusion-numbered':
      return withEntry({ ...seen, ...event.data }, event);
    case 'handed-over':
      return withEntry({ ...seen, nurseId: event.data.nurseId }, event);
    case 'chair-assigned':
      return withEntry({ ...seen, chairId: event.data.chairId }, event);
    case 'moved-to-recovery':
      return withEntry({ ...enter(seen, event), bayId: event.data.bayId }, event);
    default:
      return assertNever(event);
  }
}

/** Its row says so. What a row says of the phase alone needs no case above. */
function foldsOnItsOwn(event: SessionEvent): event is Extract<SessionEvent, { type: OwnEventType }> {
  return EVENT_ROWS[event.type].folds === 'own';
}

/**
 * Folds events of one stream, oldest first. Throws when it begins with something else than being scheduled, since that log is
 * broken; not when this version cannot show how it begins.
 */
export function foldSession(events: Iterable<SessionEvent>, from?: SessionState): SessionState | undefined {
  let state = from;
  let begun = from !== undefined;
  for (const event of events) {
    if (!begun && event.type !== 'session-scheduled' && event.type !== 'unknown')
      throw new Error(`A visit begins with session-scheduled, not ${event.type}`);
    begun = true;
    state = evolveSession(state, event);
  }
  return state;
}

function begin(event: SessionEvent & { type: 'session-scheduled' }): SessionState {
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

/** In the phase that the event's row names, since it happened. */
function enter(state: SessionState, { type, happenedAt }: SessionEvent): SessionState {
  const { phaseAfter = state.phase } = EVENT_ROWS[type];
  const phase = typeof phaseAfter === 'function' ? phaseAfter(state.phase) : phaseAfter;
  return state.phase === phase ? state : { ...state, phase, phaseSince: happenedAt };
}

/** Whether the present phase began with this entry: the first dose of what is given at once. */
function beginsPhase({ phase, entries }: SessionState, eventId: string): boolean {
  const steps = entries.filter(({ type }) => EVENT_ROWS[type].phaseAfter !== undefined);
  const begun = steps.find(({ type }) => typeof EVENT_ROWS[type].phaseAfter === 'function');
  return phase === 'infused' && begun?.eventId === eventId && !steps.some(({ type }) => type === 'infusion-started');
}

function withEntry(state: SessionState, event: SessionEvent): SessionState {
  return { ...state, entries: withOneMore(state.entries, toEntry(event)) };
}

function toEntry(event: SessionEvent): AnyEntry {
  const { id, position, type, happenedAt, recordedAt, actor, data } = event;
  return { eventId: id, position, type, happenedAt, recordedAt, actor, data, corrections: [] } as unknown as AnyEntry;
}

function corrected(entry: AnyEntry, { actor, recordedAt, data: said }: SessionEvent & { type: 'entry-corrected' }): AnyEntry {
  const { data, reason, happenedAt = entry.happenedAt } = said;
  const correction = {
    ...{ was: entry.data, by: actor, at: recordedAt },
    ...(happenedAt === entry.happenedAt ? {} : { wasAt: entry.happenedAt }),
    ...(reason === undefined ? {} : { reason }),
  };
  // decide has parsed `data` with the schema of this entry's type.
  return { ...entry, data, happenedAt, corrections: [...entry.corrections, correction] } as unknown as AnyEntry;
}

function struck(entry: AnyEntry, event: SessionEvent & { type: 'entry-struck' }): AnyEntry {
  return { ...entry, struck: { by: event.actor, at: event.recordedAt, reason: event.data.reason } };
}
