import type { AlarmKind, AlarmPriority } from '../session/alarm-kinds.ts';
import type { AlarmSign } from '../session/alarm-sign.ts';
import type { Id, Instant } from '../units.ts';

/** An alarm that the visit's present state calls for. One per `key`: a number and a side, a call, a deadline. */
export interface WantedAlarm {
  /** What makes it one alarm: `limit/spo2/low`, `call`, `vitals-overdue` … */
  readonly key: string;
  readonly kind: AlarmKind;
  readonly sign?: AlarmSign;
  readonly of?: string;
  readonly bound?: 'low' | 'high';
  readonly priority: AlarmPriority;
  readonly value?: number;
  readonly limit?: number;
  readonly dueAt?: Instant;
  /** Nobody was told when it was so: it stays until somebody acknowledges. */
  readonly late?: true;
  readonly causeEventId?: Id;
  /** Names the occasion: the same occasion is announced once. */
  readonly occasion: string;
}
