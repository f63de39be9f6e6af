import { assertNever } from '../assert-never.ts';
import { type ClinicState, protocolOf } from '../clinic/state.ts';
import type { SessionEventType } from '../session/events.ts';
import { isOver } from '../session/occupancy.ts';
import type { AnyEntry, SessionState } from '../session/state.ts';
import { type Id, type Instant, MINUTE_MS, toMs } from '../units.ts';
import { ALARM_MARK, alarmText } from './alarm-text.ts';
import { observationText, vitalsText } from './reading-text.ts';
import { routeText } from './route-text.ts';

/** One line of a visit's timeline, in words. */
export interface TimelineLine {
  readonly eventId: Id;
  readonly type: SessionEventType;
  readonly at: Instant;
  readonly recordedAt: Instant;
  /** Recorded more than a minute after it happened: both times are shown. */
  readonly late: boolean;
  /** Said after the visit was over: needs a look. */
  readonly afterTheEnd: boolean;
  readonly text: string;
  /** Texts that were replaced, oldest first. */
  readonly was: readonly string[];
  readonly correctedAt?: Instant;
  readonly correctionReason?: string;
  readonly struckReason?: string;
  /** Initials of who said it; `watch` for the server itself. */
  readonly by: string;
  readonly actorId: Id;
}

/** The timeline of a visit, newest first by when it happened. */
export function timelineOf(session: SessionState, clinic: ClinicState): TimelineLine[] {
  const lines = session.entries.toReversed().map((entry) => lineOf(entry, session, clinic));
  return lines.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

function lineOf(entry: AnyEntry, session: SessionState, clinic: ClinicState): TimelineLine {
  const last = entry.corrections.at(-1);
  const ended = isOver(session.phase) ? session.phaseSince : undefined;
  const said =
    entry.type === 'record-signed' ||
    entry.type === 'discharged' ||
    entry.type === 'session-aborted' ||
    entry.type === 'session-cancelled';
  return {
    eventId: entry.eventId,
    type: entry.type,
    at: entry.happenedAt,
    recordedAt: entry.recordedAt,
    late: toMs(entry.recordedAt) - toMs(entry.happenedAt) > MINUTE_MS,
    afterTheEnd: ended !== undefined && !said && toMs(entry.recordedAt) > toMs(ended) + MINUTE_MS,
    text: entryText(entry, clinic, session),
    was: entry.corrections.map(({ was }) => entryText({ ...entry, data: was } as AnyEntry, clinic, session)),
    ...(last === undefined ? {} : { correctedAt: last.at }),
    ...(last?.reason === undefined ? {} : { correctionReason: last.reason }),
    ...(entry.struck === undefined ? {} : { struckReason: entry.struck.reason }),
    by: byWhom(entry.actor, clinic),
    actorId: entry.actor.id,
  };
}

/** A shared tablet speaks for itself when its emergency button was pressed. */
function byWhom({ id, role }: AnyEntry['actor'], clinic: ClinicState): string {
  if (role === 'system') return 'watch';
  return role === 'display' ? 'tablet' : (clinic.staff.get(id)?.initials ?? '?');
}

/** One entry in words; those of the visit's protocol where the visit is known. */
export function entryText(
  entry: AnyEntry,
  clinic: ClinicState,
  visit?: Pick<SessionState, 'protocolId' | 'protocolVersion'>,
): string {
  const protocol = visit === undefined ? undefined : protocolOf(clinic, visit.protocolId, visit.protocolVersion);
  switch (entry.type) {
    case 'session-scheduled':
      return 'Scheduled';
    case 'checked-in':
      return `Checked in · ${entry.data.weightKg.toFixed(1)} kg${entry.data.escort === undefined ? '' : ` · escort ${entry.data.escort.name}`}`;
    case 'chair-assigned':
      return `Chair ${clinic.chairs.get(entry.data.chairId)?.label ?? '?'}`;
    case 'handed-over':
      return `Handed over to ${clinic.staff.get(entry.data.nurseId)?.name ?? '?'}`;
    case 'checklist-answered':
      return `${nameOf(entry.data.item, protocol?.checklist)}: ${entry.data.answer.replaceAll('-', ' ')}${suffix(entry.data.note)}`;
    case 'check-overridden':
      return `Overridden: ${nameOf(entry.data.item, protocol?.checklist)} · ${entry.data.reason}`;
    case 'order-written':
      return `Order: ${entry.data.drug} ${entry.data.doseMg} mg ${routeText(entry.data.route)}${entry.data.route === 'iv' ? ` over ${entry.data.durationMin} min` : ''}`;
    case 'order-confirmed':
      return 'Order checked by a second person';
    case 'vitals-recorded':
      return vitalsText(entry.data);
    case 'observation-recorded':
      return observationText(entry.data);
    case 'infusion-started':
      return `Infusion started · ${entry.data.rateMlPerHour} mL/h`;
    case 'rate-changed':
      return `Rate ${entry.data.rateMlPerHour} mL/h · ${entry.data.reason}`;
    case 'infusion-paused':
      return `Paused: ${entry.data.reason}`;
    case 'infusion-resumed':
      return `Resumed · ${entry.data.rateMlPerHour} mL/h`;
    case 'infusion-ended':
      return entry.data.outcome === 'completed' ? 'Infusion completed' : `Infusion stopped early${suffix(entry.data.reason)}`;
    case 'dose-given':
      return `Dose given: ${entry.data.doseMg} mg ${routeText(entry.data.route)}`;
    case 'medication-given':
      return `${entry.data.drug} ${entry.data.dose} ${entry.data.unit} ${routeText(entry.data.route)} · ${entry.data.reason}`;
    case 'symptom-recorded':
      return `${entry.data.kind} ${entry.data.severity} of 4${suffix(entry.data.action)}`;
    case 'note-added':
      return `“${entry.data.text}”`;
    case 'physician-called':
      return `Physician called${suffix(entry.data.reason)}`;
    case 'call-answered':
      return 'Call answered';
    case 'moved-to-recovery':
      return `Moved to bay ${clinic.bays.get(entry.data.bayId)?.label ?? '?'}`;
    case 'discharge-scored':
      return `${entry.data.scale.toUpperCase()} ${entry.data.total} of 10`;
    case 'criterion-answered':
      return `${nameOf(entry.data.criterion, protocol?.criteria)}: ${entry.data.met ? 'yes' : 'no'}${suffix(entry.data.note)}`;
    case 'discharged':
      return entry.data.override === undefined ? 'Discharged' : `Discharged against the criteria: ${entry.data.override.reason}`;
    case 'session-aborted':
      return `Visit aborted: ${entry.data.reason}`;
    case 'session-cancelled':
      return `Visit cancelled: ${entry.data.reason}`;
    case 'record-signed':
      return entry.data.meaning === 'charted' ? 'Signed as charted' : 'Reviewed and signed';
    case 'alarm-raised':
      return `${ALARM_MARK[entry.data.priority]} ${alarmText(entry.data)}`;
    // These change another entry or an alarm and have no line of their own.
    case 'alarm-acknowledged':
    case 'alarm-escalated':
    case 'alarm-cleared':
    case 'entry-corrected':
    case 'entry-struck':
      return '';
    default:
      return assertNever(entry);
  }
}

/** What the protocol calls an item; its id in words where the protocol no longer or not yet has it. */
function nameOf(id: string, items: readonly { readonly id: string; readonly label: string }[] = []): string {
  const words = id.replaceAll('-', ' ');
  return items.find((item) => item.id === id)?.label ?? `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

function suffix(text: string | undefined): string {
  return text === undefined ? '' : ` · ${text}`;
}
