import type { Actor } from '../log/roles.ts';
import type { Id, Instant } from '../units.ts';
import type { AlarmKind, AlarmPriority } from './alarm-kinds.ts';
import type { AlarmSign } from './alarm-sign.ts';
import type { Phase } from './phase.ts';
import type { SessionEventData, SessionEventType } from './said/all.ts';

/** One line of the timeline: a fact with what became of it. `data` is the corrected one; `was` keeps the old. */
export interface Entry<T extends SessionEventType = SessionEventType> {
  readonly eventId: Id;
  readonly position: number;
  readonly type: T;
  readonly happenedAt: Instant;
  readonly recordedAt: Instant;
  readonly actor: Actor;
  readonly data: SessionEventData[T];
  /** Oldest first; each keeps the data that it replaced, and the time where that was replaced. */
  readonly corrections: readonly {
    readonly was: SessionEventData[T];
    readonly wasAt?: Instant;
    readonly by: Actor;
    readonly at: Instant;
    readonly reason?: string;
  }[];
  readonly struck?: { readonly by: Actor; readonly at: Instant; readonly reason: string };
}
export type AnyEntry = { [T in SessionEventType]: Entry<T> }[SessionEventType];

/** One alarm of the session, by `alarmId`. */
export interface Alarm {
  readonly alarmId: Id;
  readonly kind: AlarmKind;
  readonly sign?: AlarmSign;
  readonly priority: AlarmPriority;
  readonly bound?: 'low' | 'high';
  readonly late?: boolean;
  readonly value?: number;
  readonly limit?: number;
  readonly of?: string;
  readonly dueAt?: Instant;
  readonly causeEventId?: Id;
  /** Onset. */
  readonly raisedAt: Instant;
  /** When it last began to ask for a person: the onset, or when it last worsened. Escalation counts from here. */
  readonly activeSince: Instant;
  /** Position of the event that last raised or worsened it: an acknowledgement must name it. */
  readonly position: number;
  readonly step: number;
  readonly acknowledged?: { readonly by: Actor; readonly at: Instant; readonly reason?: string };
  readonly cleared?: { readonly at: Instant; readonly reason: string };
}

/** One visit, folded from its events. Immutable. */
export interface SessionState {
  readonly id: Id;
  readonly phase: Phase;
  readonly patientId: Id;
  readonly protocolId: Id;
  readonly protocolVersion: number;
  readonly planId?: Id;
  readonly infusionNumber?: number;
  readonly infusionsPlanned?: number;
  readonly indication?: string;
  readonly plannedStart: Instant;
  /** The chair it was planned for; nothing is held by a plan. */
  readonly plannedChairId?: Id;
  /** The chair it was assigned; held until it leaves for recovery or is over. */
  readonly chairId?: Id;
  readonly bayId?: Id;
  /** The nurse in charge: who checked in, until handed over. */
  readonly nurseId?: Id;
  /** When the present phase began. */
  readonly phaseSince: Instant;
  /** Everything said of the visit, in log order, corrections applied. */
  readonly entries: readonly AnyEntry[];
  /** Raised alarms, oldest first; cleared ones stay for the record. */
  readonly alarms: readonly Alarm[];
  /** Last stream position and last clinic position folded in. */
  readonly streamPosition: number;
  readonly position: number;
}
