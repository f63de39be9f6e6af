import { hash } from 'node:crypto';
import type { Store, WriteOutcome } from '../../db/store.ts';
import { type CommandRight, mayDo } from '../../shared/access/rights.ts';
import type { ClinicCommand } from '../../shared/clinic/commands.ts';
import type { ClinicState } from '../../shared/clinic/state.ts';
import { decideClinic } from '../../shared/deciding/decide-clinic.ts';
import { decideSchedule, decideSession } from '../../shared/deciding/decide-session.ts';
import { canonicalJson } from '../../shared/log/canonical-json.ts';
import type { NewEvent } from '../../shared/log/event.ts';
import { accept, type Decision, refuse } from '../../shared/log/refusal.ts';
import type { Actor } from '../../shared/log/roles.ts';
import type { ScheduleSession, SessionCommand } from '../../shared/session/commands.ts';
import type { NewSessionEvent } from '../../shared/session/events.ts';
import { type Id, MINUTE_MS, toInstant, toMs } from '../../shared/units.ts';
import type { ClinicModel, Decidable } from '../clinic/model.ts';
import type { Clock } from '../clock.ts';

/** Who sends a command, and from which device. */
export interface Sender {
  readonly actor: Actor;
  readonly deviceId?: string;
}

type Decide = (decidable: Decidable, now: number) => Decision<NewEvent>;

/** How far ahead of the server's clock a tap may be. */
const FUTURE_MS = MINUTE_MS;

const SYSTEM: Actor = { id: 'system', role: 'system' };

/**
 * The one way in: authorise → decide → append. What stands in the way before the log is asked (rights, a time in the
 * future, a wrong password) is answered as a refusal too, but not remembered with the command id: sent again, it may pass.
 * What a decision looks at is read before it, since the decision itself waits for nothing. Rejects with `StoreUnavailable` when nothing
 * could be stored.
 */
export class CommandGate {
  readonly #store: Store;
  readonly #model: ClinicModel;
  readonly #clock: Clock;
  readonly #verifyPassword: (staffId: Id, password: string) => Promise<boolean>;

  constructor(parts: {
    readonly store: Store;
    readonly model: ClinicModel;
    readonly clock: Clock;
    /** Whether this is the person's password: a signature asks again. */
    readonly verifyPassword: (staffId: Id, password: string) => Promise<boolean>;
  }) {
    this.#store = parts.store;
    this.#model = parts.model;
    this.#clock = parts.clock;
    this.#verifyPassword = parts.verifyPassword;
  }

  /** Schedules a visit. */
  async schedule(command: ScheduleSession, sender: Sender): Promise<WriteOutcome> {
    const barred = this.#barred('schedule-session', command.at, sender);
    if (barred !== undefined) return barred;
    if (command.data.planId !== undefined) await this.#model.knowPlan(command.data.planId);
    return this.#submitFor(command.sessionId, command.id, { schedule: command }, sender, ({ session, context }, now) =>
      decideSchedule(session(command.sessionId), command, context(sender.actor, now)),
    );
  }

  /** Everything that can be said of a visit. */
  async session(sessionId: Id, command: SessionCommand, sender: Sender): Promise<WriteOutcome> {
    const barred = this.#barred(command.type, command.at, sender);
    if (barred !== undefined) return barred;
    if (command.type === 'sign-record') {
      if (!(await this.#verifyPassword(sender.actor.id, command.data.password)))
        return refused('wrong-password', 'ACC9', 'The password is wrong. The record is not signed.');
      command = { ...command, data: { ...command.data, password: '' } };
    }
    const spoken = command;
    if (spoken.type === 'cancel-session') await this.#model.knowPlanOf(sessionId);
    const lastDose = spoken.type === 'check-in' ? await this.#model.lastDoseBefore(sessionId) : undefined;
    return this.#submitFor(sessionId, command.id, { sessionId, command: spoken }, sender, (decidable, now) => {
      const session = decidable.session(sessionId);
      if (session === undefined) return refuse('unknown-session', 'API5', 'There is no such visit.');
      return decideSession(session, spoken, { ...decidable.context(sender.actor, now), lastDose });
    });
  }

  /** The emergency button of a shared tablet: the tablet itself calls the physician, whoever pressed it. */
  emergency(sessionId: Id, commandId: Id, deviceId: Id): Promise<WriteOutcome> {
    const actor: Actor = { id: deviceId, role: 'display' };
    return this.#submitFor(sessionId, commandId, { emergency: sessionId }, { actor, deviceId }, (decidable, now) => {
      const session = decidable.session(sessionId);
      if (session === undefined) return refuse('unknown-session', 'API5', 'There is no such visit.');
      const call = { reason: 'Emergency, from the lock screen' };
      const command = {
        id: commandId,
        type: 'call-physician',
        at: toInstant(now),
        patientId: session.patientId,
        data: call,
      } as const;
      return decideSession(session, command, decidable.context(actor, now));
    });
  }

  /** Changes of the reference data. */
  async clinic(command: ClinicCommand, sender: Sender): Promise<WriteOutcome> {
    const barred = this.#barred(command.type, command.at, sender);
    if (barred !== undefined) return barred;
    return this.#submit(command.id, { clinic: command }, sender, ({ clinic }, now) =>
      decideClinic(clinic, command, { now: toInstant(now) }),
    );
  }

  /**
   * The door of the watch: events of a visit signed by the server itself (`actor.role` = `system`). The command id is
   * derived from what is announced, so that twice is once; a function is called inside the transaction and sees its state.
   */
  system(
    sessionId: Id,
    commandId: Id,
    events: readonly NewSessionEvent[] | (() => readonly NewSessionEvent[]),
  ): Promise<WriteOutcome> {
    return this.#submit(commandId, { system: sessionId }, { actor: SYSTEM }, () =>
      accept(...(typeof events === 'function' ? events() : events)),
    );
  }

  /** A new clinic in one write. Whoever may do that is decided by `decide` alone: it must refuse once there is any staff. */
  setUp(
    commandId: Id,
    body: unknown,
    sender: Sender,
    decide: (clinic: ClinicState, now: number) => Decision<NewEvent>,
  ): Promise<WriteOutcome> {
    return this.#submit(commandId, { setUp: body }, sender, ({ clinic }, now) => decide(clinic, now));
  }

  #barred(right: CommandRight, at: string, { actor }: Sender): WriteOutcome | undefined {
    if (actor.role === 'system' || !mayDo(actor.role, right)) return refused('not-allowed', 'ACC1', 'Your role may not do this.');
    if (toMs(at) > this.#clock.now() + FUTURE_MS)
      return refused('happened-in-the-future', 'API6', 'The time is in the future. Please check it.');
    return undefined;
  }

  async #submitFor(sessionId: Id, commandId: Id, body: unknown, sender: Sender, decide: Decide): Promise<WriteOutcome> {
    using _known = await this.#model.know(sessionId);
    return await this.#submit(commandId, body, sender, decide);
  }

  #submit(commandId: Id, body: unknown, sender: Sender, decide: Decide): Promise<WriteOutcome> {
    const now = this.#clock.now();
    return this.#store.submit({
      commandId,
      digest: hash('sha256', canonicalJson(body)),
      actor: sender.actor,
      ...(sender.deviceId === undefined ? {} : { deviceId: sender.deviceId }),
      recordedAt: toInstant(now),
      decide: () => decide(this.#model.decidable, now),
    });
  }
}

function refused(code: string, rule: string, detail: string): WriteOutcome {
  return { kind: 'refused', refusal: { code, rule, detail }, replayed: false };
}
