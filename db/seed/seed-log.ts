import type { ClinicCommand } from '../../shared/clinic/commands.ts';
import { isClinicEvent } from '../../shared/clinic/events.ts';
import { evolveClinic } from '../../shared/clinic/evolve.ts';
import { type ClinicState, emptyClinic } from '../../shared/clinic/state.ts';
import type { DecideContext } from '../../shared/deciding/context.ts';
import { decideClinic } from '../../shared/deciding/decide-clinic.ts';
import { decideSchedule, decideSession } from '../../shared/deciding/decide-session.ts';
import { type NewEvent, type Recorded, streamId } from '../../shared/log/event.ts';
import type { Decision } from '../../shared/log/refusal.ts';
import type { Actor } from '../../shared/log/roles.ts';
import { COMMAND_ROLES } from '../../shared/session/command-roles.ts';
import type { ScheduleSession, SessionCommand } from '../../shared/session/commands.ts';
import { isSessionEvent } from '../../shared/session/events.ts';
import { evolveSession } from '../../shared/session/evolve.ts';
import { heldBay, heldChair, isOver, isPresent } from '../../shared/session/occupancy.ts';
import type { SessionState } from '../../shared/session/state.ts';
import { type Id, type Instant, toInstant } from '../../shared/units.ts';
import type { Said } from './behaviour/act.ts';
import type { Random } from './random.ts';

/** One command that was accepted, with the events it made. Their ids are provisional: the store gives its own. */
export interface SeedWrite {
  readonly commandId: Id;
  /** What was sent, for the digest. */
  readonly body: unknown;
  readonly actor: Actor;
  readonly recordedAt: Instant;
  readonly events: readonly Recorded[];
}

/**
 * A log in memory that is written the way the real one is: command, decision, events, fold. A refusal while seeding is a bug
 * of the seed and throws. That each command fits its schema is left to a test: it would take a third of the time.
 */
export class SeedLog {
  readonly writes: SeedWrite[] = [];
  /** Visits by id; those that are over leave with `forget`. */
  readonly sessions = new Map<Id, SessionState>();
  clinic: ClinicState = emptyClinic;
  readonly #lot: Random;
  readonly #streamPositions = new Map<string, number>();
  readonly #planVisits = new Map<Id, number>();
  #position = 0;
  #lastMs = Number.NaN;
  #lastInstant = '';

  constructor(lot: Random) {
    this.#lot = lot;
  }

  /** A fresh id made at `ms`. */
  id(ms: number): Id {
    return this.#lot.id(ms);
  }

  change(actor: Actor, atMs: number, said: Pick<ClinicCommand, 'type' | 'data'>): void {
    const command = { id: this.id(atMs), at: this.#instant(atMs), ...said } as ClinicCommand;
    this.#append(actor, atMs, command, decideClinic(this.clinic, command, { now: this.#instant(atMs) }));
  }

  schedule(actor: Actor, atMs: number, sessionId: Id, data: ScheduleSession['data']): void {
    const command = { id: this.id(atMs), sessionId, at: this.#instant(atMs), data } satisfies ScheduleSession;
    this.#append(actor, atMs, command, decideSchedule(undefined, command, this.#context(actor, atMs)));
    if (data.planId !== undefined) this.#planVisits.set(data.planId, (this.#planVisits.get(data.planId) ?? 0) + 1);
  }

  /** Says something of a visit. `atMs` is when it is typed, `happenedMs` when it happened. */
  say(session: SessionState, actor: Actor, atMs: number, happenedMs: number, said: Said): void {
    const at = this.#instant(happenedMs);
    const command = { id: this.id(atMs), at, patientId: session.patientId, ...said } as SessionCommand;
    if (actor.role === 'system' || !COMMAND_ROLES[command.type].includes(actor.role))
      throw new Error(`${command.type} is not for ${actor.role}`);
    // A password is not kept anywhere, in no form.
    const body = command.type === 'sign-record' ? { ...command, data: { meaning: command.data.meaning } } : command;
    this.#append(actor, atMs, body, decideSession(session, command, this.#context(actor, atMs)));
    if (command.type === 'cancel-session' && session.planId !== undefined)
      this.#planVisits.set(session.planId, (this.#planVisits.get(session.planId) ?? 0) - 1);
  }

  /** Appends what the watch worked out. */
  announce(actor: Actor, atMs: number, name: string, event: NewEvent): void {
    this.#append(actor, atMs, { name }, { ok: true, events: [event] });
  }

  forget(id: Id): void {
    this.sessions.delete(id);
  }

  /** Most of what is said of one moment spells the same one. */
  #instant(ms: number): Instant {
    if (ms !== this.#lastMs) {
      this.#lastMs = ms;
      this.#lastInstant = toInstant(ms);
    }
    return this.#lastInstant;
  }

  #append(actor: Actor, atMs: number, body: { readonly id?: Id } | object, decision: Decision<NewEvent>): void {
    if (!decision.ok) throw new Error(`The seed was refused: ${decision.refusal.code} (${decision.refusal.rule})`);
    const recordedAt = this.#instant(atMs);
    const commandId = 'id' in body && body.id !== undefined ? body.id : this.id(atMs);
    const events = decision.events.map((event): Recorded => {
      const streamPosition = (this.#streamPositions.get(event.stream) ?? 0) + 1;
      this.#streamPositions.set(event.stream, streamPosition);
      this.#position += 1;
      return { position: this.#position, id: this.id(atMs), ...event, streamPosition, recordedAt, actor, commandId };
    });
    for (const event of events) this.#apply(event);
    this.writes.push({ commandId, body, actor, recordedAt, events });
  }

  #apply(event: Recorded): void {
    if (isSessionEvent(event)) {
      const id = streamId(event.stream);
      const session = evolveSession(this.sessions.get(id), event);
      if (session !== undefined) this.sessions.set(id, session);
    } else if (isClinicEvent(event)) this.clinic = evolveClinic(this.clinic, event);
  }

  #context(actor: Actor, atMs: number): DecideContext {
    const find = (matches: (session: SessionState) => boolean): Id | undefined => {
      for (const session of this.sessions.values()) if (!isOver(session.phase) && matches(session)) return session.id;
      return undefined;
    };
    return {
      clinic: this.clinic,
      actor,
      now: this.#instant(atMs),
      holderOfChair: (chairId) => find((session) => heldChair(session) === chairId),
      holderOfBay: (bayId) => find((session) => heldBay(session) === bayId),
      activeSessionOfPatient: (patientId) => find((session) => session.patientId === patientId && isPresent(session)),
      // The demo's visits are scheduled in the order of their dates: how many came before says it all.
      visitsOfPlan: (planId) => Array.from({ length: this.#planVisits.get(planId) ?? 0 }, () => ({ id: '', plannedStart: '' })),
    };
  }
}
