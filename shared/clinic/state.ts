import type { Protocol } from './protocol.ts';
import type { Bay, Chair, Clinic, Outcome, Patient, Plan, Staff } from './records.ts';

/** All reference data of one clinic, keyed by id. Immutable: `evolveClinic` makes a new one. */
export interface ClinicState {
  readonly clinic?: Clinic;
  readonly chairs: ReadonlyMap<string, Chair>;
  readonly bays: ReadonlyMap<string, Bay>;
  readonly staff: ReadonlyMap<string, Staff>;
  readonly patients: ReadonlyMap<string, Patient>;
  readonly plans: ReadonlyMap<string, Plan>;
  /** All versions, oldest first: a session keeps the version it was scheduled with. */
  readonly protocols: ReadonlyMap<string, readonly Protocol[]>;
  readonly outcomes: ReadonlyMap<string, Outcome>;
}

export const emptyClinic: ClinicState = {
  chairs: new Map(),
  bays: new Map(),
  staff: new Map(),
  patients: new Map(),
  plans: new Map(),
  protocols: new Map(),
  outcomes: new Map(),
};

/** The newest version of a protocol, or the one asked for. */
export function protocolOf(clinic: ClinicState, protocolId: string, version?: number): Protocol | undefined {
  const versions = clinic.protocols.get(protocolId);
  return version === undefined ? versions?.at(-1) : versions?.find((one) => one.version === version);
}

/** Chairs in their place on the board, retired ones left out. */
export function chairsInOrder(clinic: ClinicState): Chair[] {
  return [...clinic.chairs.values()].filter((chair) => chair.state !== 'retired').sort((a, b) => a.order - b.order);
}

/** Bays in their place on the board, retired ones left out. */
export function baysInOrder(clinic: ClinicState): Bay[] {
  return [...clinic.bays.values()].filter((bay) => bay.state !== 'retired').sort((a, b) => a.order - b.order);
}
