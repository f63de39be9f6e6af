import type { Participant, Store } from '../../db/store.ts';
import { dayAt, startOfDay } from '../../shared/clinic/calendar-day.ts';
import { isClinicEvent } from '../../shared/clinic/events.ts';
import { evolveClinic } from '../../shared/clinic/evolve.ts';
import { foldClinic } from '../../shared/clinic/fold.ts';
import type { ClinicState } from '../../shared/clinic/state.ts';
import type { DecideContext } from '../../shared/deciding/context.ts';
import { type Recorded, streamId } from '../../shared/log/event.ts';
import type { Actor } from '../../shared/log/roles.ts';
import { isSessionEvent } from '../../shared/session/events.ts';
import { heldBay, heldChair, isOver, isPresent } from '../../shared/session/occupancy.ts';
import type { SessionState } from '../../shared/session/state.ts';
import { type Id, toInstant, toMs } from '../../shared/units.ts';
import { type HeldSession, hold, loadSession } from './held-session.ts';
import { PlanVisits } from './plan-visits.ts';

/** Visits of earlier days kept after they were asked for; beyond that the longest unused one is forgotten. */
const KEEP_EARLIER = 64;

/**
 * The state that commands are decided on: reference data and every visit that is not over or ended today. Visits of
 * earlier days are read from the log when somebody asks for them.
 *
 * It follows the log as the store's participant: within a transaction later commands see what earlier ones appended;
 * all states are immutable, so forgetting a failed transaction is putting the old references back.
 */
export class ClinicModel implements Participant {
  readonly #store: Store;
  readonly #defaultTimeZone: string;
  readonly #plans: PlanVisits;
  #clinic: ClinicState;
  readonly #current = new Map<Id, HeldSession>();
  /** Visits of earlier days in the order of last use. */
  readonly #earlier = new Map<Id, HeldSession>();
  /** What to put back when the transaction fails: how things were before its first event. */
  #before: { readonly clinic: ClinicState; readonly sessions: Map<Id, HeldSession | undefined> } | undefined;

  /**
   * Reads reference data and open visits from the log (never the whole log) and becomes the store's participant.
   * `timeZone` (IANA) counts until the clinic has named its own; `now` in milliseconds.
   */
  static async open(store: Store, { now, timeZone }: { readonly now: number; readonly timeZone: string }): Promise<ClinicModel> {
    const model = new ClinicModel(store, timeZone, foldClinic((await store.referenceEvents()).filter(isClinicEvent)));
    for (const id of await store.openSessionIds(toInstant(startOfDay(dayAt(now, model.timeZone), model.timeZone)))) {
      const session = loadSession(store, id);
      if (session !== undefined) model.#current.set(id, session);
    }
    store.setParticipant(model);
    return model;
  }

  private constructor(store: Store, defaultTimeZone: string, clinic: ClinicState) {
    this.#store = store;
    this.#defaultTimeZone = defaultTimeZone;
    this.#plans = new PlanVisits(store);
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

  /** A visit of any day; undefined when there is none. */
  session(id: Id): SessionState | undefined {
    return this.#held(id)?.state;
  }

  /** The events of a visit as JSON objects, comma separated; undefined when there is none. */
  eventsJson(id: Id): string | undefined {
    return this.#held(id)?.eventsJson;
  }

  /** Visits that are not over. */
  openSessions(): SessionState[] {
    return [...this.#current.values()].map(({ state }) => state).filter(({ phase }) => !isOver(phase));
  }

  /** Visits that are not over, and those that ended on the day of `now` (milliseconds): what a board shows. */
  boardSessions(now: number): HeldSession[] {
    const today = startOfDay(dayAt(now, this.timeZone), this.timeZone);
    const ofToday = ({ state }: HeldSession) => !isOver(state.phase) || toMs(state.phaseSince) >= today;
    for (const held of this.#current.values()) if (!ofToday(held)) this.#retire(held);
    return [...this.#current.values()];
  }

  /** What a decision may look at. Sees what earlier commands of the same transaction appended. `now` in milliseconds. */
  context(actor: Actor, now: number): DecideContext {
    const find = (matches: (session: SessionState) => boolean): Id | undefined => {
      // A few hundred visits at most: a scan takes microseconds and, unlike an index, cannot disagree with the states.
      for (const { state } of this.#current.values()) if (matches(state)) return state.id;
      return undefined;
    };
    return {
      clinic: this.#clinic,
      actor,
      now: toInstant(now),
      holderOfChair: (chairId) => find((session) => heldChair(session) === chairId),
      holderOfBay: (bayId) => find((session) => heldBay(session) === bayId),
      activeSessionOfPatient: (patientId) => find((session) => session.patientId === patientId && isPresent(session)),
      nextInfusionNumber: (planId) =>
        (this.#clinic.plans.get(planId)?.doneBefore ?? 0) + this.#plans.count(planId, this.#current.values()) + 1,
    };
  }

  /** To be awaited before a decision that may ask for `nextInfusionNumber` of this plan: counts earlier days, once. */
  async knowPlan(planId: Id): Promise<void> {
    const plan = this.#clinic.plans.get(planId);
    if (plan !== undefined) await this.#plans.learn(plan, (id) => this.#current.has(id));
  }

  apply(events: readonly Recorded[]): void {
    this.#before ??= { clinic: this.#clinic, sessions: new Map() };
    for (const event of events) {
      if (isSessionEvent(event)) {
        const id = streamId(event.stream);
        const held = this.#held(id, event.position - 1);
        if (!this.#before.sessions.has(id)) this.#before.sessions.set(id, held);
        this.#put(id, hold(held, event));
      } else if (isClinicEvent(event)) {
        this.#clinic = evolveClinic(this.#clinic, event);
      }
    }
  }

  commit(): void {
    this.#before = undefined;
    this.#forget();
  }

  rollback(): void {
    if (this.#before === undefined) return;
    this.#clinic = this.#before.clinic;
    for (const [id, held] of this.#before.sessions) {
      if (held !== undefined) this.#put(id, held);
      else this.#current.delete(id);
    }
    this.#before = undefined;
  }

  #held(id: Id, until?: number): HeldSession | undefined {
    const current = this.#current.get(id);
    if (current !== undefined) return current;
    const held = this.#earlier.get(id) ?? loadSession(this.#store, id, until);
    if (held === undefined) return undefined;
    this.#earlier.delete(id);
    this.#earlier.set(id, held);
    this.#forget();
    return held;
  }

  #put(id: Id, held: HeldSession): void {
    (this.#earlier.has(id) ? this.#earlier : this.#current).set(id, held);
  }

  #forget(): void {
    // What a transaction was decided on stays until it is durable.
    if (this.#before !== undefined) return;
    for (const id of this.#earlier.keys()) {
      if (this.#earlier.size <= KEEP_EARLIER) return;
      this.#earlier.delete(id);
    }
  }

  /** The day has changed since this visit ended. */
  #retire({ state }: HeldSession): void {
    this.#current.delete(state.id);
    this.#plans.retired(state);
  }
}
