import { formatsOf } from '../clinic/formats.ts';
import { type ClinicState, protocolOf } from '../clinic/state.ts';
import { isOver } from '../session/occupancy.ts';
import { EVENT_ROWS, type SessionEventData, type SessionEventType } from '../session/said/all.ts';
import type { Names } from '../session/said/said.ts';
import type { AnyEntry, SessionState } from '../session/state.ts';
import { type Id, type Instant, MINUTE_MS, toMs } from '../units.ts';

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
  /** Times that were replaced, oldest first. */
  readonly wasAt: readonly Instant[];
  readonly correctedAt?: Instant;
  readonly correctionReason?: string;
  readonly struckReason?: string;
  /** Initials of whoever said it; `watch` for the server itself. */
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
    wasAt: entry.corrections.flatMap(({ wasAt }) => wasAt ?? []),
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

/** One entry in words, those of the visit's protocol where the visit is known; empty when it has no line of its own. */
export function entryText(
  { type, data }: Pick<AnyEntry, 'type' | 'data'>,
  clinic: ClinicState,
  visit?: Pick<SessionState, 'protocolId' | 'protocolVersion'>,
): string {
  return wordsOf(type, data, namesOf(clinic, visit));
}

function wordsOf<T extends SessionEventType>(type: T, data: SessionEventData[T], names: Names): string {
  const { words } = EVENT_ROWS[type];
  return words === 'none' ? '' : words(data, names);
}

function namesOf(clinic: ClinicState, visit: Pick<SessionState, 'protocolId' | 'protocolVersion'> | undefined): Names {
  const protocol = visit === undefined ? undefined : protocolOf(clinic, visit.protocolId, visit.protocolVersion);
  return {
    chair: (id) => clinic.chairs.get(id)?.label ?? '?',
    bay: (id) => clinic.bays.get(id)?.label ?? '?',
    staff: (id) => clinic.staff.get(id)?.name ?? '?',
    check: (id) => nameOf(id, protocol?.checklist),
    criterion: (id) => nameOf(id, protocol?.criteria),
    formats: formatsOf(clinic.clinic),
  };
}

/** What the protocol calls an item; its id in words where the protocol no longer or not yet has it. */
function nameOf(id: string, items: readonly { readonly id: string; readonly label: string }[] = []): string {
  const words = id.replaceAll('-', ' ');
  return items.find((item) => item.id === id)?.label ?? `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}
