import { reconcileAlarms } from '../../shared/alarms/reconcile.ts';
import { defaultProtocols } from '../../shared/clinic/default-protocols.ts';
import type { Protocol } from '../../shared/clinic/protocol.ts';
import type { Outcome } from '../../shared/clinic/records.ts';
import { type ClinicState, emptyClinic } from '../../shared/clinic/state.ts';
import type { DecideContext } from '../../shared/deciding/context.ts';
import { decideSchedule, decideSession } from '../../shared/deciding/decide-session.ts';
import type { NewEvent } from '../../shared/log/event.ts';
import type { Decision } from '../../shared/log/refusal.ts';
import type { Actor } from '../../shared/log/roles.ts';
import type { CommandData, SessionCommand } from '../../shared/session/commands.ts';
import type { NewSessionEvent, SessionEvent } from '../../shared/session/events.ts';
import { evolveSession } from '../../shared/session/evolve.ts';
import { factsOfVisit } from '../../shared/session/fact.ts';
import type { SessionCommandType } from '../../shared/session/said/all.ts';
import type { SessionState } from '../../shared/session/state.ts';
import { MINUTE_MS, toInstant, toMs } from '../../shared/units.ts';
import { answerOf, criterionOf } from './answer-of.ts';

/** An id that says what it is: `idOf(7)` → `00000000-0000-7000-8000-000000000007`. */
export function idOf(n: number): string {
  return `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
}

export const NURSE: Actor = { id: idOf(1), role: 'nurse' };
export const OTHER_NURSE: Actor = { id: idOf(2), role: 'nurse' };
export const PHYSICIAN: Actor = { id: idOf(3), role: 'physician' };
const WATCH: Actor = { id: 'watch', role: 'system' };
export const PATIENT = idOf(10);
export const CHAIR = idOf(20);
export const OTHER_CHAIR = idOf(21);
export const BAY = idOf(30);
export const SESSION = idOf(100);
/** 09:00 UTC on a working day: minute 0 of every visit in the unit tests. */
export const NINE = '2026-11-24T09:00:00.000Z';

/** The instant so many minutes after nine. */
export function minute(n: number): string {
  return toInstant(toMs(NINE) + n * MINUTE_MS);
}

const [iv, im, nasal] = defaultProtocols({ iv: idOf(40), im: idOf(41), nasal: idOf(42) }) as [Protocol, Protocol, Protocol];
export const IV = iv;
export const IM = im;
export const NASAL = nasal;

/** A clinic with two nurses, a physician, two chairs, a bay, one patient and the default protocols. */
export const CLINIC: ClinicState = {
  ...emptyClinic,
  clinic: { id: idOf(50), name: 'Test clinic', timeZone: 'Europe/Berlin', demo: false },
  chairs: new Map([CHAIR, OTHER_CHAIR].map((id, n) => [id, { id, label: `${n + 1}`, order: n, state: 'available' }])),
  bays: new Map([[BAY, { id: BAY, label: 'R1', order: 0, state: 'available' }]]),
  staff: new Map(
    [NURSE, OTHER_NURSE, PHYSICIAN].map(({ id, role }, n) => [
      id,
      {
        id,
        role: role === 'physician' ? 'physician' : 'nurse',
        name: `Person ${n}`,
        initials: `P${n}`,
        username: `person${n}`,
        active: true,
      },
    ]),
  ),
  patients: new Map([
    [
      PATIENT,
      {
        id: PATIENT,
        givenName: 'Maya',
        familyName: 'Reyes',
        dateOfBirth: '1992-03-12',
        mrn: '00484821',
        sex: 'female',
        allergies: [],
      },
    ],
  ]),
  protocols: new Map([IV, IM, NASAL].map((protocol) => [protocol.id, [protocol]])),
};

interface How {
  readonly at?: string;
  readonly as?: Actor;
  readonly patientId?: string;
  /** The server's time; that of the entry unless said. */
  readonly now?: string;
}

/** What a decision looks at in this clinic, with nobody else in it, at nine. */
export function contextOf(clinic: ClinicState): DecideContext {
  const nobody = () => undefined;
  return {
    clinic,
    holderOfChair: nobody,
    holderOfBay: nobody,
    activeSessionOfPatient: nobody,
    visitsOfPlan: () => [],
    actor: NURSE,
    now: NINE,
  };
}

/** A visit that is played command by command: `aVisit().ready().do('start-infusion', { rateMlPerHour: 60 })`. */
export class Visit {
  events: SessionEvent[] = [];
  state!: SessionState;
  protocol: Protocol;
  context: Partial<DecideContext>;
  results: readonly Outcome[] = [];

  constructor(protocol: Protocol = IV, context: Partial<DecideContext> = {}) {
    this.protocol = protocol;
    this.context = context;
    const command = {
      id: idOf(9),
      sessionId: SESSION,
      at: NINE,
      data: { patientId: PATIENT, protocolId: protocol.id, plannedStart: NINE },
    };
    this.append(decideSchedule(undefined, command, this.contextOf(NINE, NURSE)), NURSE, NINE);
  }

  /** What the visit answers; nothing changes. */
  try<T extends SessionCommandType>(type: T, data: CommandData<T>, how: How = {}): Decision<NewSessionEvent> {
    const at = how.at ?? this.lastAt();
    const command = { id: idOf(9), type, at, patientId: how.patientId ?? PATIENT, data } as unknown as SessionCommand;
    return factsOfVisit(this.state.id, decideSession(this.state, command, this.contextOf(how.now ?? at, how.as ?? NURSE)));
  }

  /** Plays a command that must be accepted. */
  do<T extends SessionCommandType>(type: T, data: CommandData<T>, how: How = {}): this {
    const at = how.at ?? this.lastAt();
    this.append(this.try(type, data, how), how.as ?? NURSE, how.now ?? at);
    return this;
  }

  /** Lets the watch look at one moment until it has nothing more to say. Gives the types it appended. */
  watch(at: string): string[] {
    const said: string[] = [];
    for (;;) {
      const { events } = reconcileAlarms(this.state, this.protocol, toMs(at), (name) => name);
      if (events.length === 0) return said;
      this.append({ ok: true, events: events.map(({ event }) => event) }, WATCH, at);
      said.push(...events.map(({ event }) => event.type));
    }
  }

  checkedIn(at = NINE): this {
    return this.do('check-in', { identifiers: ['name', 'date-of-birth'], weightKg: 80 }, { at }).do(
      'assign-chair',
      { chairId: CHAIR },
      { at },
    );
  }

  /** Everything that must hold before a start, baseline 122/78 at `at`. */
  ready(at = NINE, dose: 'iv' | 'im' | 'nasal' = 'iv'): this {
    return this.checkedIn(at).readied(at, dose);
  }

  /** The same after the check-in. */
  readied(at = NINE, dose: 'iv' | 'im' | 'nasal' = 'iv'): this {
    for (const item of this.protocol.checklist) this.do('answer-checklist', answerOf(item), { at });
    this.do('record-vitals', { systolic: 122, diastolic: 78, heartRate: 70, spo2: 98, respiratoryRate: 14 }, { at });
    this.do('record-observation', { moaas: 5 }, { at });
    this.do(
      'write-order',
      {
        ...{ drug: this.protocol.drug, route: dose, durationMin: 40 },
        ...(dose === 'nasal' ? { doseMg: 56 } : { doseMgPerKg: 0.5 }),
        concentrationMgPerMl: { iv: 1, im: 50, nasal: 140 }[dose],
      },
      { at, as: PHYSICIAN },
    );
    return this.do('confirm-order', {}, { at, as: OTHER_NURSE });
  }

  /** Running since `at` at 60 mL/h of 1 mg/mL: 40 mg in 40 min. */
  infusing(at = NINE): this {
    return this.ready(at).do('start-infusion', { rateMlPerHour: 60 }, { at });
  }

  /** In a bay since minute 41 after an infusion from 0 to 40. */
  recovering(): this {
    return this.infusing()
      .do('end-infusion', { outcome: 'completed' }, { at: minute(40) })
      .do('move-to-recovery', { bayId: BAY }, { at: minute(41) });
  }

  /** Everything that must hold before going home, at minute 101. */
  readyForHome(): this {
    this.recovering();
    for (const at of [minute(55), minute(70), minute(85), minute(100)])
      this.do('record-vitals', { systolic: 124, diastolic: 78, heartRate: 72, spo2: 98, respiratoryRate: 14 }, { at });
    this.do('record-observation', { moaas: 5, dissociation: 0, nausea: 0, pain: 0 }, { at: minute(100) });
    this.answered({ scale: 'cssrs', total: 0, items: [0, 0, 0, 0, 0, 0], takenAt: minute(100) });
    this.do(
      'score-discharge',
      { scale: 'padss', items: { vitalSigns: 2, activity: 2, nausea: 2, pain: 2, bleeding: 2 } },
      { at: minute(101) },
    );
    for (const { id, result } of this.protocol.criteria)
      if (result === undefined) this.do('answer-criterion', criterionOf(id), { at: minute(101) });
    return this;
  }

  /** A result of an outcome scale of the patient. */
  answered(result: Pick<Outcome, 'scale' | 'total' | 'takenAt'> & Partial<Outcome>): this {
    this.results = [...this.results, { id: idOf(700 + this.results.length), patientId: PATIENT, ...result }];
    return this;
  }

  discharged(): this {
    return this.readyForHome().do('discharge', {}, { at: minute(101) });
  }

  private lastAt(): string {
    return this.events.at(-1)?.happenedAt ?? NINE;
  }

  private contextOf(now: string, actor: Actor): DecideContext {
    const clinic = { ...CLINIC, outcomes: new Map(this.results.map((one) => [one.id, one])) };
    return { ...contextOf(clinic), ...this.context, actor, now };
  }

  private append(decision: Decision<NewSessionEvent>, actor: Actor, recordedAt: string): void {
    if (!decision.ok) throw new Error(`${decision.refusal.code}: ${decision.refusal.detail}`);
    for (const event of decision.events) {
      const n = this.events.length + 1;
      const recorded = {
        ...event,
        id: idOf(1000 + n),
        position: n,
        streamPosition: n,
        recordedAt,
        actor,
        commandId: idOf(9),
      } as SessionEvent;
      this.events.push(recorded);
      const next = evolveSession(this.events.length === 1 ? undefined : this.state, recorded);
      if (next === undefined) throw new Error('The visit does not begin');
      this.state = next;
    }
  }
}

export function aVisit(protocol: Protocol = IV, context: Partial<DecideContext> = {}): Visit {
  return new Visit(protocol, context);
}

/** `code rule` of a refusal, or `accepted`. */
export function codeOf(decision: Decision<NewEvent>): string {
  return decision.ok ? 'accepted' : `${decision.refusal.code} ${decision.refusal.rule}`;
}
