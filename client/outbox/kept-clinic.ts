import type { ClinicState } from '../../shared/clinic/state.ts';
import { isOver } from '../../shared/session/occupancy.ts';
import type { SessionState } from '../../shared/session/state.ts';
import { unansweredAlarms } from '../../shared/session/unanswered.ts';
import type { Id, Instant } from '../../shared/units.ts';
import type { ClinicData } from '../live/clinic-store.ts';

/** Raised whenever what is kept has another shape: an older one is not read. */
const FORMAT = 1;

/** The last known clinic as it is sealed on a tablet: the open visits and what is needed to show them. */
export interface KeptState {
  readonly format: typeof FORMAT;
  readonly epoch: string;
  readonly position: number;
  /** The server's time, and the device's wall clock at that moment. */
  readonly clock: { readonly server: Instant; readonly wall: number; readonly speed: number };
  readonly clinic: { readonly [K in keyof ClinicState]: unknown };
  readonly sessions: readonly SessionState[];
}

/** What is worth keeping: visits that are not over or have an alarm that nobody answered, with their patients. The others stay with the server. */
export function toKept(data: ClinicData, clock: KeptState['clock']): KeptState {
  const sessions = [...data.sessions.values()].filter(
    (session) => !isOver(session.phase) || unansweredAlarms(session).length > 0,
  );
  const present = new Set<Id>(sessions.map(({ patientId }) => patientId));
  const { clinic, chairs, bays, staff, patients, plans, protocols, outcomes } = data.clinic;
  return {
    format: FORMAT,
    epoch: data.epoch,
    position: data.position,
    clock,
    sessions,
    clinic: {
      clinic,
      chairs: [...chairs],
      bays: [...bays],
      staff: [...staff],
      patients: [...patients].filter(([id]) => present.has(id)),
      plans: [...plans].filter(([, { patientId }]) => present.has(patientId)),
      protocols: [...protocols],
      outcomes: [...outcomes].filter(([, { patientId }]) => present.has(patientId)),
    },
  };
}

/** The clinic as it was kept; `undefined` when another version of the screens kept it. */
export function fromKept(kept: KeptState): ClinicData | undefined {
  if (kept.format !== FORMAT) return undefined;
  const { clinic, ...lists } = kept.clinic;
  // What `toKept` wrote, in this format: lists of pairs.
  const maps = Object.fromEntries(Object.entries(lists).map(([name, pairs]) => [name, new Map(pairs as [string, unknown][])]));
  return {
    loaded: true,
    epoch: kept.epoch,
    position: kept.position,
    clinic: { ...(clinic === undefined ? {} : { clinic }), ...maps } as unknown as ClinicState,
    sessions: new Map(kept.sessions.map((session) => [session.id, session])),
    commands: new Map(),
    beyondUs: false,
  };
}
