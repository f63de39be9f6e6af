import type { DecideContext } from '../../shared/deciding/context.ts';
import { decideSession } from '../../shared/deciding/decide-session.ts';
import type { Decision } from '../../shared/log/refusal.ts';
import type { Actor } from '../../shared/log/roles.ts';
import type { SessionCommand } from '../../shared/session/commands.ts';
import type { NewSessionEvent, SessionEvent } from '../../shared/session/events.ts';
import { evolveSession } from '../../shared/session/evolve.ts';
import { factsOfVisit } from '../../shared/session/fact.ts';
import { heldBay, heldChair, isPresent } from '../../shared/session/occupancy.ts';
import type { SessionState } from '../../shared/session/state.ts';
import type { Id, Instant } from '../../shared/units.ts';
import type { ClinicData } from '../live/clinic-store.ts';
import type { WaitingEntry } from './outbox-store.ts';

/**
 * What the server would decide on an entry, from what this tablet knows: the same function, the same words. A visit that is
 * not known here is let through: only the server can say.
 */
export function decideHere(
  data: ClinicData,
  sessionId: Id,
  command: SessionCommand,
  actor: Actor,
  now: Instant,
): Decision<NewSessionEvent> {
  const session = data.sessions.get(sessionId);
  return session === undefined
    ? { ok: true, events: [] }
    : factsOfVisit(sessionId, decideSession(session, command, contextOf(data, actor, now)));
}

/**
 * The clinic with the entries that wait folded in, as if they were stored. What the server's events brought already is left
 * out, so nothing shows twice. A visit without waiting entries stays the very same object.
 */
export function withWaiting(data: ClinicData, entries: readonly WaitingEntry[], actor: Actor): ClinicData {
  const pending = entries.filter(({ id, state }) => state !== 'refused' && !data.commands.has(id));
  if (pending.length === 0) return data;
  let shown = data;
  for (const entry of pending) {
    const session = shown.sessions.get(entry.sessionId);
    // A result of an outcome scale is the patient's: it changes nothing in the visit.
    if (session === undefined || entry.command.type === 'record-outcome') continue;
    const decision = decideHere(shown, entry.sessionId, entry.command, actor, entry.tappedAt);
    if (!decision.ok) continue;
    const next = decision.events.reduce((state, event, n) => fold(state, event, n, entry, actor), session);
    shown = { ...shown, sessions: new Map(shown.sessions).set(entry.sessionId, next) };
  }
  return shown;
}

/** Its id is the command's, by which the timeline knows it and a correction may name it before the server gave another. */
function fold(state: SessionState, event: NewSessionEvent, n: number, entry: WaitingEntry, actor: Actor): SessionState {
  const { position, streamPosition } = state;
  const provisional = {
    ...event,
    id: n === 0 ? entry.id : `${entry.id}-${n}`,
    position,
    streamPosition: streamPosition + 1,
    recordedAt: entry.tappedAt,
    actor,
    commandId: entry.id,
  };
  return evolveSession(state, provisional as SessionEvent);
}

function contextOf({ clinic, sessions }: ClinicData, actor: Actor, now: Instant): DecideContext {
  const find = (matches: (session: SessionState) => boolean): Id | undefined => {
    for (const session of sessions.values()) if (matches(session)) return session.id;
    return undefined;
  };
  return {
    clinic,
    actor,
    now,
    holderOfChair: (chairId) => find((session) => heldChair(session) === chairId),
    holderOfBay: (bayId) => find((session) => heldBay(session) === bayId),
    activeSessionOfPatient: (patientId) => find((session) => session.patientId === patientId && isPresent(session)),
    // Only the server knows all of them.
    visitsOfPlan: () => [],
  };
}
