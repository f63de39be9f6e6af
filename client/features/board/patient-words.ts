import { yearsBetween } from '../../../shared/clinic/calendar-day.ts';
import type { Patient } from '../../../shared/clinic/records.ts';
import type { SessionState } from '../../../shared/session/state.ts';

/** `MDD · 2 of 6`: what for, in one word, and where in the series. */
export function seriesText({ indication, infusionNumber, infusionsPlanned }: SessionState): string {
  const place =
    infusionNumber === undefined
      ? undefined
      : infusionsPlanned === undefined
        ? `no. ${infusionNumber}`
        : `${infusionNumber} of ${infusionsPlanned}`;
  const short = indication === 'chronic pain' ? 'pain' : indication;
  return [short, place].filter((part) => part !== undefined).join(' · ');
}

/** `41 y · MRN …3107 · MDD · 2 of 6` */
export function factsText(patient: Patient | undefined, session: SessionState, today: string): string {
  const parts = patient === undefined ? [] : [`${yearsBetween(patient.dateOfBirth, today)} y`, `MRN …${patient.mrn.slice(-4)}`];
  const series = seriesText(session);
  return [...parts, ...(series === '' ? [] : [series])].join(' · ');
}
