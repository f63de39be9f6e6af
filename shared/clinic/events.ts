import type { NewEvent, Recorded } from '../log/event.ts';
import type { Protocol } from './protocol.ts';
import type { Bay, Chair, Clinic, Outcome, Patient, Plan, Staff } from './records.ts';

/** What the rarely changing streams can hold; the stream's prefix stands beside each. */
export interface ClinicEventData {
  /** clinic/ */ 'clinic-set-up': Clinic;
  /** clinic/ */ 'clinic-changed': Clinic;
  /** chair/ */ 'chair-put': Chair;
  /** bay/ */ 'bay-put': Bay;
  /** staff/ */ 'staff-put': Staff;
  /** patient/ */ 'patient-put': Patient;
  /** plan/ */ 'plan-put': Plan;
  /** protocol/ */ 'protocol-published': Protocol;
  /** outcome/ */ 'outcome-recorded': Outcome;
}
export type ClinicEventType = keyof ClinicEventData;
export type ClinicEvent = { [T in ClinicEventType]: Recorded<T, ClinicEventData[T]> }[ClinicEventType];
export type NewClinicEvent = { [T in ClinicEventType]: NewEvent<T, ClinicEventData[T]> }[ClinicEventType];

const PREFIXES = ['clinic/', 'chair/', 'bay/', 'staff/', 'patient/', 'plan/', 'protocol/', 'outcome/'];

/** Whether a recorded event belongs to the clinic's reference data rather than to a visit. */
export function isClinicEvent(event: Recorded): event is ClinicEvent {
  return PREFIXES.some((prefix) => event.stream.startsWith(prefix));
}
