import type { Protocol } from '../clinic/protocol.ts';
import type { NewSessionEvent } from '../session/events.ts';
import { activeAlarms } from '../session/evolve-alarms.ts';
import { isOver } from '../session/occupancy.ts';
import { EVENT_ROWS, type SessionEventData } from '../session/said/all.ts';
import type { Alarm, SessionState } from '../session/state.ts';
import { isUnanswered } from '../session/unanswered.ts';
import { type Id, toInstant } from '../units.ts';
import { escalationStep, nextEscalationMs } from './escalation.ts';
import { boundOf, lateKey, limitKey } from './limits.ts';
import { emergencyKey, symptomKey } from './severe.ts';
import { signOverdueKey, timelessAlarms, wantedAlarms } from './wanted.ts';
import type { WantedAlarm } from './wanted-alarm.ts';

/** One thing for the watch to append. The name is the same whoever works it out: twice is once. */
export interface AlarmStep {
  readonly commandName: string;
  readonly event: NewSessionEvent;
}

export interface Reconciled {
  readonly events: readonly AlarmStep[];
  /** When (ms) to look again although nothing happened. */
  readonly nextAtMs?: number;
}

const RANK = { high: 3, medium: 2, low: 1 } as const;

/**
 * Compares the alarms that a visit calls for with those that are up and says what to append: raise, worsen, escalate,
 * clear. Pure: `idFor` makes the alarm's id from its name. A high one stays until acknowledged though its cause is gone, and a call until
 * it is answered, though the visit is over.
 */
export function reconcileAlarms(
  session: SessionState,
  protocol: Protocol,
  nowMs: number,
  idFor: (name: string) => Id,
): Reconciled {
  const active = activeAlarms(session);
  const at = toInstant(nowMs);
  const make = (what: string, event: Pick<NewSessionEvent, 'type' | 'data'>): AlarmStep => ({
    commandName: `${session.id}|${what}`,
    event: { stream: `session/${session.id}`, version: 1, happenedAt: at, ...event } as NewSessionEvent,
  });
  const clear = (alarm: Alarm, reason: string) =>
    make(`clear|${alarm.alarmId}|${alarm.position}|${reason}`, {
      type: 'alarm-cleared',
      data: { alarmId: alarm.alarmId, kind: alarm.kind, ...(alarm.sign === undefined ? {} : { sign: alarm.sign }), reason },
    });
  const over = isOver(session.phase);
  const wanted = over ? { alarms: wantedAfterEnd(session, protocol) } : wantedAlarms(session, protocol, nowMs);
  const events: AlarmStep[] = [];
  const raise = (alarm: WantedAlarm) => {
    const name = `raise|${alarm.key}|${alarm.occasion}|${alarm.priority}|${session.alarms.length}`;
    events.push(make(name, { type: 'alarm-raised', data: raised(alarm, idFor(`${session.id}|${name}`)) }));
  };
  const met = new Set<string>();
  for (const alarm of active) {
    const now = wanted.alarms.find(({ key }) => key === keyOf(session, alarm));
    if (now !== undefined) met.add(now.key);
    if (over && alarm.kind !== 'call' && !isUnanswered(alarm)) {
      events.push(clear(alarm, 'session-over'));
    } else if (now === undefined && mayClear(alarm)) {
      events.push(clear(alarm, alarm.kind === 'call' ? 'answered' : 'normal'));
    } else if (now !== undefined && !over && isWorse(now, alarm)) {
      const data = { ...raised(now, alarm.alarmId), step: 0, to: 'worse' as const };
      events.push(make(`worse|${alarm.alarmId}|${now.occasion}|${now.priority}`, { type: 'alarm-escalated', data }));
    } else if (now !== undefined && !over && RANK[now.priority] < RANK[alarm.priority] && mayClear(alarm)) {
      events.push(clear(alarm, 'improved'));
      raise(now);
    } else {
      const step = escalationStep(alarm, nowMs);
      if (step !== undefined) {
        const { acknowledged: _a, cleared: _c, raisedAt: _r, activeSince: _s, position: _p, ...data } = alarm;
        events.push(
          make(`step|${alarm.alarmId}|${alarm.position}|${step.step}`, { type: 'alarm-escalated', data: { ...data, ...step } }),
        );
      }
    }
  }
  for (const alarm of wanted.alarms) if (!met.has(alarm.key)) raise(alarm);
  const nextAtMs = 'nextAtMs' in wanted ? wanted.nextAtMs : undefined;
  const times = [nextAtMs, ...active.map((alarm) => nextEscalationMs(alarm, nowMs))].filter((ms) => ms !== undefined);
  return times.length === 0 ? { events } : { events, nextAtMs: Math.min(...times) };
}

/**
 * What is still wanted of a visit that is over: an open call, and what was high when it ended, in case nobody was told before the end. What
 * was told and then silenced by the end is over; what is said of the visit afterwards raises nothing.
 */
function wantedAfterEnd(session: SessionState, protocol: Protocol): WantedAlarm[] {
  const ended = session.entries.findLast(({ type }) => EVENT_ROWS[type].phaseAfter === session.phase);
  if (ended === undefined) return [];
  return timelessAlarms(session, protocol).filter((alarm) => {
    const cause = session.entries.find(({ eventId }) => eventId === alarm.causeEventId);
    if (alarm.priority !== 'high' || cause === undefined || cause.position > ended.position) return false;
    if (cause.corrections.some(({ at }) => at > ended.recordedAt)) return false;
    return !session.alarms.some((told) => told.cleared?.reason === 'session-over' && keyOf(session, told) === alarm.key);
  });
}

/** The key of an alarm that is up, to match it with what is wanted. */
function keyOf(session: SessionState, alarm: Alarm): string {
  if (alarm.late === true) return alarm.of === undefined ? `late/${alarm.causeEventId}` : lateKey(alarm.of, alarm.causeEventId);
  if (alarm.kind === 'sign-overdue') return signOverdueKey(alarm.of);
  if (alarm.kind === 'emergency') return emergencyKey(alarm.causeEventId);
  if (alarm.kind === 'symptom') return symptomKey(session, alarm.causeEventId);
  if (alarm.kind === 'limit') return limitKey(alarm.of, boundOf(alarm));
  return alarm.kind === 'no-recovery-reading' ? 'vitals-overdue' : alarm.kind;
}

/** High alarms, and those that nobody was told of in time, latch until acknowledged; a call ends with its answer. */
function mayClear(alarm: Alarm): boolean {
  const latches = alarm.priority === 'high' || alarm.late === true;
  return !latches || alarm.acknowledged !== undefined || alarm.kind === 'call';
}

/** More urgent, or further outside than the number that the alarm shows: who acknowledged has not seen that. */
function isWorse(now: WantedAlarm, alarm: Alarm): boolean {
  if (RANK[now.priority] !== RANK[alarm.priority]) return RANK[now.priority] > RANK[alarm.priority];
  if (now.value === undefined || alarm.value === undefined) return false;
  return now.bound === 'low' ? now.value < alarm.value : now.value > alarm.value;
}

function raised(alarm: WantedAlarm, alarmId: Id): SessionEventData['alarm-raised'] {
  const { key: _, occasion: __, ...data } = alarm;
  return { alarmId, ...data };
}
