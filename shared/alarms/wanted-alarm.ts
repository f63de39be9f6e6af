import type { AlarmKind, AlarmPriority } from '../session/alarm-kinds.ts';
import type { AlarmSign } from '../session/alarm-sign.ts';
import type { Id, Instant } from '../units.ts';

/** An alarm that the visit's present state calls for. One per `key`: a sign, a call, a deadline. */
export interface WantedAlarm {
  /** What makes it one alarm: `limit/spo2`, `call`, `vitals-overdue` … */
  readonly key: string;
  readonly kind: AlarmKind;
  readonly sign?: AlarmSign;
  readonly of?: string;
  readonly priority: AlarmPriority;
  readonly value?: number;
  readonly limit?: number;
  readonly dueAt?: Instant;
  readonly causeEventId?: Id;
  /** Names the occasion: the same occasion is announced once. */
  readonly occasion: string;
}
