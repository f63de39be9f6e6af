import type { Bay, Chair } from '../clinic/records.ts';
import { baysInOrder, type ClinicState, chairsInOrder } from '../clinic/state.ts';
import { activeAlarms } from '../session/evolve-alarms.ts';
import { heldBay, heldChair, isOver } from '../session/occupancy.ts';
import type { Alarm, SessionState } from '../session/state.ts';
import type { Id, Instant } from '../units.ts';

/** What stands where on the board. Holds ids only: each card reads its own visit, so that only a changed one renders. */
export interface BoardLayout {
  /** In chair order, never re-sorted. `nextId`: the visit that is planned for it next. */
  readonly chairs: readonly { readonly chair: Chair; readonly sessionId?: Id; readonly nextId?: Id }[];
  readonly bays: readonly { readonly bay: Bay; readonly sessionId?: Id }[];
  /** The drug has ended and no bay was given yet, and the chair was left or never given. */
  readonly waitingForBay: readonly Id[];
  /** Still to come today, and checked in without a chair, by planned time. */
  readonly arrivals: readonly Id[];
  /** Visits of today that are on the list at all. */
  readonly visitsToday: number;
}

/** Lays the open visits out on chairs, bays and the list of arrivals. `dayStart` and `dayEnd` bound the clinic's today. */
export function boardLayout(
  clinic: ClinicState,
  sessions: Iterable<SessionState>,
  dayStart: Instant,
  dayEnd: Instant,
): BoardLayout {
  const inChair = new Map<Id, Id>();
  const inBay = new Map<Id, Id>();
  const waitingForBay: Id[] = [];
  const coming: SessionState[] = [];
  let visitsToday = 0;
  for (const session of sessions) {
    const isToday = session.plannedStart >= dayStart && session.plannedStart < dayEnd;
    if (isToday && session.phase !== 'cancelled') visitsToday++;
    if (isOver(session.phase)) continue;
    const chairId = heldChair(session);
    const bayId = heldBay(session);
    if (chairId !== undefined && session.phase !== 'scheduled') inChair.set(chairId, session.id);
    if (bayId !== undefined) inBay.set(bayId, session.id);
    if (session.phase === 'infused' && chairId === undefined) waitingForBay.push(session.id);
    if (
      (session.phase === 'scheduled' && session.plannedStart < dayEnd) ||
      (session.phase === 'checked-in' && chairId === undefined)
    )
      coming.push(session);
  }
  coming.sort((a, b) => (a.plannedStart < b.plannedStart ? -1 : a.plannedStart > b.plannedStart ? 1 : a.id < b.id ? -1 : 1));
  return {
    chairs: chairsInOrder(clinic).map((chair) => {
      const sessionId = inChair.get(chair.id);
      const nextId = coming.find((session) => (session.chairId ?? session.plannedChairId) === chair.id)?.id;
      return { chair, ...(sessionId === undefined ? {} : { sessionId }), ...(nextId === undefined ? {} : { nextId }) };
    }),
    bays: baysInOrder(clinic).map((bay) => {
      const sessionId = inBay.get(bay.id);
      return { bay, ...(sessionId === undefined ? {} : { sessionId }) };
    }),
    waitingForBay,
    arrivals: coming.map(({ id }) => id),
    visitsToday,
  };
}

/** One card of the alarm strip: an alarm, and the others of the same reading that were answered, or not, as it was. */
export interface BoardAlarm {
  readonly sessionId: Id;
  readonly alarm: Alarm;
  readonly also: readonly Alarm[];
}

const RANK = { high: 0, medium: 1, low: 2 } as const;

/** All alarms that are up, one card a reading: those that nobody answered first, then by priority, then the longest waiting. */
export function boardAlarms(sessions: Iterable<SessionState>): BoardAlarm[] {
  const cards = [...sessions].flatMap(cardsOf);
  const acked = ({ alarm }: BoardAlarm) => (alarm.acknowledged === undefined ? 0 : 1);
  return cards.sort(
    (a, b) =>
      acked(a) - acked(b) ||
      RANK[a.alarm.priority] - RANK[b.alarm.priority] ||
      (a.alarm.activeSince < b.alarm.activeSince ? -1 : a.alarm.activeSince > b.alarm.activeSince ? 1 : 0) ||
      a.alarm.position - b.alarm.position,
  );
}

function cardsOf(session: SessionState): BoardAlarm[] {
  const cards = new Map<string, Alarm[]>();
  for (const alarm of activeAlarms(session)) {
    const key = `${alarm.causeEventId ?? alarm.alarmId}/${alarm.acknowledged === undefined}`;
    cards.set(key, [...(cards.get(key) ?? []), alarm]);
  }
  return [...cards.values()].flatMap((alarms) => {
    const [alarm, ...also] = alarms.sort((a, b) => RANK[a.priority] - RANK[b.priority]);
    return alarm === undefined ? [] : [{ sessionId: session.id, alarm, also }];
  });
}
