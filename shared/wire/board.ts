import type { Protocol } from '../clinic/protocol.ts';
import type { Bay, Chair, Clinic, Patient, Plan, Staff } from '../clinic/records.ts';
import type { SessionEvent } from '../session/events.ts';
import type { Id, Instant } from '../units.ts';

/**
 * Answer of `GET /api/board`: one request to a full board. `head` is the position that everything in it includes,
 * so the live feed goes on from there. `sessions` are those not over and those of today that are.
 * `patients`, `plans` are those of these sessions; `protocols` are all versions.
 */
export interface BoardAnswer {
  readonly epoch: string;
  readonly head: number;
  readonly now: Instant;
  readonly speed: number;
  readonly clinic: Clinic | null;
  readonly chairs: readonly Chair[];
  readonly bays: readonly Bay[];
  readonly staff: readonly Staff[];
  readonly patients: readonly Patient[];
  readonly plans: readonly Plan[];
  readonly protocols: readonly Protocol[];
  readonly sessions: readonly { readonly id: Id; readonly events: readonly SessionEvent[] }[];
}
