import type { Patient } from '../../../../shared/clinic/records.ts';
import type { SessionState } from '../../../../shared/session/state.ts';

/** `PTSD · infusion 3 of 6`: what for, and where in the series. */
export function seriesWords({ indication, infusionNumber, infusionsPlanned }: SessionState): string {
  const place =
    infusionNumber === undefined
      ? undefined
      : `infusion ${infusionNumber}${infusionsPlanned === undefined ? '' : ` of ${infusionsPlanned}`}`;
  return [indication, place].filter((part) => part !== undefined).join(' · ');
}

/** An age that wants a second look: a minor, and from the protocol's age on, where the pressure rises more. */
export function ageFlag(years: number, olderFromYears: number): { readonly short: string; readonly why: string } | undefined {
  if (years < 18) return { short: 'minor', why: 'under 18' };
  if (years < olderFromYears) return undefined;
  return { short: `${olderFromYears}+`, why: `the blood pressure rises more from ${olderFromYears} on` };
}

/** Allergies in words. Never asked is not the same as none known. */
export function allergyWords({ allergies }: Patient): {
  readonly known: boolean;
  readonly substances: string;
  readonly reactions?: string;
} {
  if (allergies === undefined) return { known: false, substances: 'Not recorded' };
  if (allergies.length === 0) return { known: false, substances: 'None known' };
  const reactions = allergies.flatMap(({ reaction }) => reaction ?? []).join('; ');
  const substances = allergies.map(({ substance }) => substance).join(', ');
  return { known: true, substances, ...(reactions === '' ? { reactions: 'reaction not recorded' } : { reactions }) };
}
