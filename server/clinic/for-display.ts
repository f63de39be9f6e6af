import type { Recorded } from '../../shared/log/event.ts';

/** Events whose data says nothing of who the patient is and holds no free text: the only ones a wall display gets whole. */
const SHOWN: ReadonlySet<string> = new Set([
  'clinic-set-up',
  'clinic-changed',
  'chair-put',
  'bay-put',
  'protocol-published',
  'session-scheduled',
  'chair-assigned',
  'handed-over',
  'order-written',
  'order-confirmed',
  'vitals-recorded',
  'observation-recorded',
  'infusion-started',
  'infusion-resumed',
  'dose-given',
  'call-answered',
  'moved-to-recovery',
  'discharge-scored',
  'record-signed',
  'alarm-raised',
  'alarm-escalated',
  'alarm-cleared',
]);

/** What else a display may have of an event: fields by name. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  'patient-put': ['id'],
  'plan-put': ['id', 'patientId'],
  'staff-put': ['id', 'initials', 'role', 'active'],
  'rate-changed': ['rateMlPerHour'],
  'infusion-ended': ['outcome'],
  'alarm-acknowledged': ['alarmId', 'position'],
  'entry-struck': ['eventId'],
};

/**
 * An event as a wall display may have it: the envelope as it is, so that positions stay without gaps, and the data
 * withheld unless it is known to hold no name and no free text.
 */
export function forDisplay(event: Recorded): Recorded {
  if (SHOWN.has(event.type)) return event;
  const fields = Object.entries(event.data ?? {});
  if (event.type === 'entry-corrected') return { ...event, data: correction(Object.fromEntries(fields)) };
  return { ...event, data: Object.fromEntries(fields.filter(([field]) => FIELDS[event.type]?.includes(field) ?? false)) };
}

/** A wall must not go on showing a number that was corrected: numbers pass, text does not. */
function correction({ eventId, data }: Record<string, unknown>) {
  const values = Object.entries(data ?? {}).filter(([, value]) => typeof value === 'number' || typeof value === 'boolean');
  return { eventId, data: Object.fromEntries(values) };
}
