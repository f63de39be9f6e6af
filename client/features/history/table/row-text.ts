import { assertNever } from '../../../../shared/assert-never.ts';
import type { SessionSummary } from '../../../../shared/views/session-summary.ts';

/** What a row says, cell by cell. Missing is words, never 0. */

/** `Maya R.`: enough to tell rows apart on a screen that others can see. */
export function shortPatient(name: string): string {
  const words = name.trim().split(/\s+/);
  const last = words.length > 1 ? words.at(-1) : undefined;
  return last === undefined ? name : `${words.slice(0, -1).join(' ')} ${last.slice(0, 1)}.`;
}

/** `K. Lunde`: one of the staff. */
export function shortStaff(name: string): string {
  const words = name.trim().split(/\s+/);
  const last = words.at(-1);
  return words.length < 2 || last === undefined ? name : `${(words[0] ?? '').slice(0, 1)}. ${last}`;
}

/** `2 of 6`; `of 6` is left out where the plan does not say. */
export function infusionText({ infusionNumber, infusionsPlanned }: SessionSummary): string | undefined {
  if (infusionNumber === null) return undefined;
  return infusionsPlanned === null ? `${infusionNumber}` : `${infusionNumber} of ${infusionsPlanned}`;
}

export function pressureText({ maxSystolic, maxDiastolic }: SessionSummary): string | undefined {
  return maxSystolic === null || maxDiastolic === null ? undefined : `${maxSystolic}/${maxDiastolic}`;
}

/** `83 %` of the readings that fell due came in time. */
export function onTimeText({ vitalsDue, vitalsOnTime }: SessionSummary): string | undefined {
  return vitalsDue === 0 ? undefined : `${Math.round((100 * vitalsOnTime) / vitalsDue)} %`;
}

/** The word that stands beside the score when the visit did not go its usual way, or is not over. */
export function markText({ status, stoppedEarly, startedAt, deliveredMg }: SessionSummary): string | undefined {
  switch (status) {
    case 'discharged':
      return stoppedEarly ? 'stopped' : undefined;
    case 'aborted':
      return startedAt === null && deliveredMg === null ? 'held' : 'aborted';
    case 'cancelled':
    case 'scheduled':
    case 'infusing':
    case 'paused':
    case 'infused':
    case 'recovering':
      return status;
    case 'checked-in':
      return 'arrived';
    default:
      return assertNever(status);
  }
}

/** Alarms in words, for anyone who cannot see the marks. */
export function alarmsInWords({ alarmsHigh, alarmsMedium, alarmsLow }: SessionSummary): string {
  const parts = [
    [alarmsHigh, 'high'],
    [alarmsMedium, 'medium'],
    [alarmsLow, 'low'],
  ] as const;
  const said = parts.filter(([number]) => number > 0).map(([number, priority]) => `${number} ${priority}`);
  return said.length === 0 ? 'none' : said.join(', ');
}
