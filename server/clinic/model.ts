import type { Participant, SpelledEvent, Store } from '../../db/store.ts';
import { dayAt, startOfDay } from '../../shared/clinic/calendar-day.ts';
import { isClinicEvent } from '../../shared/clinic/events.ts';
import { evolveClinic } from '../../shared/clinic/evolve.ts';
import { foldClinic } from '../../shared/clinic/fold.ts';
import { type ClinicState, protocolOf } from '../../shared/clinic/state.ts';
import type { DecideContext } from '../../shared/deciding/context.ts';
import type { LastDose } from '../../shared/dosing/last-dose.ts';
import { streamId } from '../../shared/log/event.ts';
import type { Actor } from '../../shared/log/roles.ts';
import { isSessionEvent } from '../../shared/session/events.ts';
import { activeAlarms } from '../../shared/session/evolve-alarms.ts';
import { heldBay, heldChair, isOver, isPresent } from '../../shared/session/occupancy.ts';
import type { Alarm, SessionState } from '../../shared/session/state.ts';
import { unansweredAlarms } from '../../shared/session/unanswered.ts';
import { type Id, toInstant, toMs } from '../../shared/units.ts';
import { EarlierVisits } from './earlier-visits.ts';
import { type HeldSession, hold, loadSession, type SpelledSessionEvent } from './held-session.ts';
import { findLastDose } from './last-dose.ts';
import { PlanVisits } from './plan-visits.ts';

/** What a decision may look at. */
export interface Decidable {
  readonly clinic: ClinicState;
  /** A visit that somebody let the model know; throws for one that nobody did, since its absence would mean nothing. */
  session(id: Id): SessionState | undefined;
  /** `now` in milliseconds. */
  context(actor: Actor, now: number): DecideContext;
}

/**
 * The state that commands are decided on: reference data and every visit that is not over, ended today, or has an alarm that nobody answered. Visits of
 * earlier days are read from the log when somebody asks for them, before the decision, which waits for nothing.
 *
 * It follows the log as the store's participant. What a commit under way appended lies over the durable state and is shown to
 * decisions alone (`decidable`); everybody else sees it when it is durable. All states are immutable, so forgetting a failed commit is
 * dropping what lay over them.
 */
export class ClinicModel implements Participant {
  readonly #defaultTimeZone: string;
  readonly #history: Store['history'];
  readonly #plans: PlanVisits;
  readonly #earlier: EarlierVisits;
  #clinic: ClinicState;
  readonly #current = new Map<Id, HeldSession>();
  /** Visits that a decision is waiting for, and by how many. */
  readonly #wanted = new Map<Id, number>();
  /** What the commit under way appended. */
  #ahead: { clinic: ClinicState; readonly sessions: Map<Id, HeldSession>; readonly events: SpelledSessionEvent[] } | undefined;

  /**
   * Reads reference data and open visits from the log (never the whole log) and becomes the store's participant.
   * `timeZone` (IANA) counts until the clinic has named its own; `now` in milliseconds.
   */
  static async open(store: Store, { now, timeZone }: { readonly now: number; readonly timeZone: string }): Promise<ClinicModel> {
    const model = new ClinicModel(store, timeZone, foldClinic((await store.referenceEvents()).filter(isClinicEvent)));
    const today = toInstant(startOfDay(dayAt(now, model.timeZone), model.timeZone));
    for (const id of await store.openSessionIds(today)) {
      const session = await loadSession(store, id);
      if (session !== undefined) model.#current.set(id, session);
    }
    store.setParticipant(model);
    return model;
  }

  private constructor(store: Store, defaultTimeZone: string, clinic: ClinicState) {
    this.#defaultTimeZone = defaultTimeZone;
    this.#history = store.history;
    this.#plans = new PlanVisits(store);
    this.#earlier = new EarlierVisits(store, (id) => this.#wanted.has(id));
    this.#clinic = clinic;
  }

  /** Reference data, immutable. */
  get clinic(): ClinicState {
    return this.#clinic;
  }

  /** The clinic's own time zone, else the configured one. */
  get timeZone(): string {
    return this.#clinic.clinic?.timeZone ?? this.#defaultTimeZone;
  }

  /** A visit that is not over or ended today. */
  session(id: Id): SessionState | undefined {
    return this.#current.get(id)?.state;
  }

  /** A visit of any day; undefined when there is none. */
  async load(id: Id): Promise<HeldSession | undefined> {
    // Once read it may have become a current one meanwhile.
    return this.#current.get(id) ?? (await this.#earlier.load(id).then((held) => this.#current.get(id) ?? held));
  }

  /** Alarms that are up, those of ended visits too. */
  get alarms(): Alarm[] {
    return [...this.#current.values()].flatMap(({ state }) => activeAlarms(state));
  }

  /** Visits that are not over. */
  openSessions(): SessionState[] {
    return [...this.#current.values()].map(({ state }) => state).filter(({ phase }) => !isOver(phase));
  }

  /** Visits that are not over, that ended on the day of `now` (milliseconds), or whose alarm nobody has answered: what a board shows. */
  boardSessions(now: number): HeldSession[] {
    const today = startOfDay(dayAt(now, this.timeZone), this.timeZone);
    const ofToday = ({ state }: HeldSession) =>
      !isOver(state.phase) || toMs(state.phaseSince) >= today || unansweredAlarms(state).length > 0;
    for (const held of this.#current.values()) if (!ofToday(held)) this.#retire(held);
    return [...this.#current.values()].filter(ofToday);
  }

  /** To be awaited before a decision on a visit, which may be of any day: it stays in memory until the lease is disposed of. */
  async know(sessionId: Id): Promise<Disposable> {
    this.#wanted.set(sessionId, (this.#wanted.get(sessionId) ?? 0) + 1);
    try {
      if (!this.#current.has(sessionId)) await this.#earlier.load(sessionId);
    } catch (error) {
      this.#release(sessionId);
      throw error;
    }
    return { [Symbol.dispose]: () => this.#release(sessionId) };
  }

  /** The same for the plan of a visit. */
  async knowPlanOf(sessionId: Id): Promise<void> {
    const planId = (await this.load(sessionId))?.state.planId;
    if (planId !== undefined) await this.knowPlan(planId);
  }

  /** What the patient of a visit was last given of its drug by its route, in earlier visits. */
  async lastDoseBefore(sessionId: Id): Promise<LastDose | undefined> {
    const session = (await this.load(sessionId))?.state;
    const protocol = session === undefined ? undefined : protocolOf(this.#clinic, session.protocolId, session.protocolVersion);
    if (session === undefined || protocol === undefined) return undefined;
    return findLastDose(this.#history, session.patientId, protocol, async (id) => (await this.load(id))?.state);
  }

  /** To be awaited before a decision that may ask for the visits of this plan: reads those of earlier days, once. */
  async knowPlan(planId: Id): Promise<void> {
    const plan = this.#clinic.plans.get(planId);
    if (plan !== undefined) await this.#plans.learn(plan, (id) => this.#current.has(id));
  }

  /** For decisions alone: sees what earlier commands of the commit under way appended. */
  get decidable(): Decidable {
    const clinic = this.#ahead?.clinic ?? this.#clinic;
    return {
      clinic,
      session: (id) => {
        if (!this.#wanted.has(id) && !this.#current.has(id)) throw new Error('Decided on a visit that nobody asked to know');
        return this.#seen(id)?.state;
      },
      context: (actor, now) => ({
        clinic,
        actor,
        now: toInstant(now),
        holderOfChair: (chairId) => this.#find((session) => heldChair(session) === chairId),
        holderOfBay: (bayId) => this.#find((session) => heldBay(session) === bayId),
        activeSessionOfPatient: (patientId) => this.#find((session) => session.patientId === patientId && isPresent(session)),
        visitsOfPlan: (planId) => this.#plans.of(planId, this.#currentSeen()),
      }),
    };
  }

  apply(events: readonly SpelledEvent[]): void {
    this.#ahead ??= { clinic: this.#clinic, sessions: new Map(), events: [] };
    for (const event of events) {
      if (isSessionEvent(event)) {
        this.#ahead.events.push(event);
        const id = streamId(event.stream);
        const held = this.#seen(id);
        // A visit of an earlier day that nobody asked for stays in the log.
        const next = held !== undefined || event.streamPosition === 1 ? hold(held, event) : undefined;
        if (next !== undefined) this.#ahead.sessions.set(id, next);
      } else if (isClinicEvent(event)) {
        this.#ahead.clinic = evolveClinic(this.#ahead.clinic, event);
      }
    }
  }

  commit(): void {
    if (this.#ahead === undefined) return;
    const { clinic, sessions, events } = this.#ahead;
    this.#ahead = undefined;
    this.#clinic = clinic;
    for (const event of events) this.#earlier.follow(event);
    for (const [id, held] of sessions) if (this.#current.has(id) || !this.#earlier.has(id)) this.#current.set(id, held);
  }

  rollback(): void {
    this.#ahead = undefined;
  }

  /** A visit as a decision sees it, when it is in memory. */
  #seen(id: Id): HeldSession | undefined {
    return this.#ahead?.sessions.get(id) ?? this.#current.get(id) ?? this.#earlier.get(id);
  }

  /** The current visits as a decision sees them. */
  *#currentSeen(): Iterable<HeldSession> {
    const ahead = this.#ahead?.sessions;
    for (const [id, held] of this.#current) yield ahead?.get(id) ?? held;
    if (ahead !== undefined) for (const [id, held] of ahead) if (!this.#current.has(id) && !this.#earlier.has(id)) yield held;
  }

  // A few hundred visits at most: a scan takes microseconds and, unlike an index, cannot disagree with the states.
  #find(matches: (session: SessionState) => boolean): Id | undefined {
    for (const { state } of this.#currentSeen()) if (matches(state)) return state.id;
    return undefined;
  }

  /** The day has changed since this visit ended. */
  #retire({ state }: HeldSession): void {
    if (this.#wanted.has(state.id)) return;
    this.#current.delete(state.id);
    this.#plans.retired(state);
  }

  #release(id: Id): void {
    const left = (this.#wanted.get(id) ?? 0) - 1;
    if (left > 0) this.#wanted.set(id, left);
    else this.#wanted.delete(id);
  }
}
