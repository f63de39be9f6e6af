import type { SessionEvent } from './events.ts';
import type { Alarm, SessionState } from './state.ts';

type Of<T extends SessionEvent['type']> = Extract<SessionEvent, { type: T }>;

export function raiseAlarm(state: SessionState, event: Of<'alarm-raised'>): SessionState {
  const alarm: Alarm = {
    ...event.data,
    raisedAt: event.happenedAt,
    activeSince: event.happenedAt,
    position: event.position,
    step: 0,
  };
  return { ...state, alarms: [...state.alarms, alarm] };
}

/**
 * A worse one asks again: its acknowledgement is gone. One that nobody had acknowledged and that is no more urgent than before goes on
 * waiting since it began to: a worse number is no reason to tell others later. A step of escalation only makes it louder.
 */
export function escalateAlarm(state: SessionState, event: Of<'alarm-escalated'>): SessionState {
  const { step, to, ...raised } = event.data;
  return change(state, raised.alarmId, (alarm) => {
    if (to !== 'worse') return { ...alarm, step };
    const { acknowledged, ...rest } = alarm;
    const goesOn = acknowledged === undefined && raised.priority === alarm.priority;
    return { ...rest, ...raised, ...(goesOn ? {} : { activeSince: event.happenedAt, step: 0 }), position: event.position };
  });
}

export function acknowledgeAlarm(state: SessionState, event: Of<'alarm-acknowledged'>): SessionState {
  const { alarmId, reason } = event.data;
  const acknowledged = { by: event.actor, at: event.happenedAt, ...(reason === undefined ? {} : { reason }) };
  return change(state, alarmId, (alarm) => ({ ...alarm, acknowledged }));
}

export function clearAlarm(state: SessionState, event: Of<'alarm-cleared'>): SessionState {
  const cleared = { at: event.happenedAt, reason: event.data.reason };
  return change(state, event.data.alarmId, (alarm) => ({ ...alarm, cleared }));
}

function change(state: SessionState, alarmId: string, next: (alarm: Alarm) => Alarm): SessionState {
  return { ...state, alarms: state.alarms.map((alarm) => (alarm.alarmId === alarmId ? next(alarm) : alarm)) };
}

/** Alarms that are not cleared, oldest first. */
export function activeAlarms(state: SessionState): Alarm[] {
  return state.alarms.filter((alarm) => alarm.cleared === undefined);
}
