/** Alarm priorities, most urgent first (IEC 60601-1-8). `information` is never an alarm-raised event. */
export const ALARM_PRIORITIES = ['high', 'medium', 'low'] as const;
export type AlarmPriority = (typeof ALARM_PRIORITIES)[number];

/** What an alarm is about. `limit` is per number and side, `sign-overdue` per number, `symptom` per kind of symptom; the others are one per session. */
export const ALARM_KINDS = [
  'limit',
  'call',
  'symptom',
  'vomiting-sedated',
  'emergency',
  'vitals-overdue',
  'sign-overdue',
  'past-planned-end',
  'pause-too-long',
  'no-recovery-reading',
] as const;
export type AlarmKind = (typeof ALARM_KINDS)[number];
