import { boundsOf } from '../session/own-limits.ts';
import type { ClinicEvent } from './events.ts';
import type { Patient } from './records.ts';

type PatientEvent = Extract<
  ClinicEvent,
  { type: 'patient-put' | 'allergies-recorded' | 'conditions-recorded' | 'patient-limits-set' }
>;

/** A patient after one more event; `undefined` while nobody registered them. Pure. */
export function patientAfter(before: Patient | undefined, event: PatientEvent): Patient | undefined {
  if (event.type === 'patient-put') {
    // The form of the register does not ask for these, and so does not take them away.
    const { conditions, ownLimits } = before ?? {};
    return {
      ...event.data,
      ...(conditions === undefined ? {} : { conditions }),
      ...(ownLimits === undefined ? {} : { ownLimits }),
    };
  }
  if (before === undefined) return undefined;
  if (event.type !== 'patient-limits-set') return { ...before, ...event.data };
  const { id: _, ...ownLimits } = event.data;
  if (boundsOf(ownLimits.limits).length > 0) return { ...before, ownLimits };
  const { ownLimits: __, ...rest } = before;
  return rest;
}
