import type { Protocol } from '../clinic/protocol.ts';
import { projectedEndMs } from '../dosing/delivered.ts';
import { alarmSignOf } from '../session/alarm-sign.ts';
import { openCall } from '../session/open-call.ts';
import type { SessionState } from '../session/state.ts';
import { MINUTE_MS, toInstant, toMs } from '../units.ts';
import { signSchedules, vitalsSchedule } from '../vitals/due.ts';
import { limitAlarms } from './limits.ts';
import { severeAlarms } from './severe.ts';
import type { WantedAlarm } from './wanted-alarm.ts';

/** What is wanted now, and when (ms) time alone would change it. */
export interface Wanted {
  readonly alarms: readonly WantedAlarm[];
  readonly nextAtMs?: number;
}

/** Minutes that a pump may run past its projected end before it is an alarm, and before it is a medium one. */
const PAST_END_LOW_MIN = 2;
const PAST_END_MEDIUM_MIN = 10;

/**
 * The alarms that a visit calls for at one moment. Pure. Values typed by a person have no delay.
 * Source: clinical.md "Alarms" and "Limits (defaults)".
 */
export function wantedAlarms(session: SessionState, protocol: Protocol, nowMs: number): Wanted {
  if (!isWatched(session)) return { alarms: [] };
  const timed = [
    ...overdueSteps(session, protocol),
    ...leftOutSteps(session, protocol),
    ...pastEndSteps(session),
    ...pauseSteps(session, protocol),
  ];
  const due = timed.filter(({ atMs }) => atMs <= nowMs);
  const later = timed.filter(({ atMs }) => atMs > nowMs).map(({ atMs }) => atMs);
  const byKey = new Map<string, WantedAlarm>();
  for (const { alarm } of due.sort((a, b) => a.atMs - b.atMs)) byKey.set(alarm.key, alarm);
  const alarms = [...timelessAlarms(session, protocol), ...byKey.values()];
  return later.length === 0 ? { alarms } : { alarms, nextAtMs: Math.min(...later) };
}

/** What was said and seen calls for, however much time has gone by: the open call, what is severe, what is outside its limits. */
export function timelessAlarms(session: SessionState, protocol: Protocol): WantedAlarm[] {
  return [...callAlarms(session), ...severeAlarms(session), ...limitAlarms(session, protocol)];
}

/** Whether the watch looks at a visit: from the check-in until it is over. */
function isWatched({ phase }: SessionState): boolean {
  return phase === 'checked-in' || phase === 'infusing' || phase === 'paused' || phase === 'infused' || phase === 'recovering';
}

interface Step {
  readonly atMs: number;
  readonly alarm: WantedAlarm;
}

function callAlarms(session: SessionState): WantedAlarm[] {
  const call = openCall(session);
  if (call === undefined) return [];
  return [{ key: 'call', kind: 'call', priority: 'high', causeEventId: call.eventId, occasion: call.eventId }];
}

/** Overdue: low at due + grace, medium at twice the interval. Without any reading since the drug ended it is named so. */
function overdueSteps(session: SessionState, protocol: Protocol): Step[] {
  const schedule = vitalsSchedule(session, protocol);
  if (schedule === undefined) return [];
  const afterEnd = session.phase === 'infused' || session.phase === 'recovering';
  const kind = afterEnd && schedule.from < session.phaseSince ? 'no-recovery-reading' : 'vitals-overdue';
  const base = { key: 'vitals-overdue', kind, dueAt: schedule.dueAt, occasion: schedule.from } as const;
  return [
    { atMs: schedule.overdueAtMs, alarm: { ...base, priority: 'low' } },
    { atMs: schedule.longOverdueAtMs, alarm: { ...base, priority: 'medium' } },
  ];
}

/** A sign that was left out of the readings is overdue by itself, at the same times as a reading. One card for those of one reading. */
function leftOutSteps(session: SessionState, protocol: Protocol): Step[] {
  return signSchedules(session, protocol).flatMap(({ name, leftOutOf, dueAtMs, overdueAtMs, longOverdueAtMs }) => {
    const dueAt = toInstant(dueAtMs);
    const of = { kind: 'sign-overdue', sign: alarmSignOf(name), of: name, causeEventId: leftOutOf } as const;
    const base = { ...of, key: signOverdueKey(name), dueAt, occasion: dueAt };
    return [
      { atMs: overdueAtMs, alarm: { ...base, priority: 'low' as const } },
      { atMs: longOverdueAtMs, alarm: { ...base, priority: 'medium' as const } },
    ];
  });
}

export const signOverdueKey = (of: string | undefined): string => `overdue/${of}`;

function pastEndSteps(session: SessionState): Step[] {
  const endMs = session.phase === 'infusing' ? projectedEndMs(session) : undefined;
  if (endMs === undefined) return [];
  const dueAt = toInstant(Math.round(endMs));
  const base = { key: 'past-planned-end', kind: 'past-planned-end', dueAt, occasion: dueAt } as const;
  return [
    { atMs: endMs + PAST_END_LOW_MIN * MINUTE_MS, alarm: { ...base, priority: 'low' } },
    { atMs: endMs + PAST_END_MEDIUM_MIN * MINUTE_MS, alarm: { ...base, priority: 'medium' } },
  ];
}

function pauseSteps(session: SessionState, protocol: Protocol): Step[] {
  if (session.phase !== 'paused') return [];
  const atMs = toMs(session.phaseSince) + protocol.pauseMaxMin * MINUTE_MS;
  const dueAt = toInstant(atMs);
  const key = 'pause-too-long';
  return [{ atMs, alarm: { key, kind: key, priority: 'medium', dueAt, occasion: session.phaseSince } }];
}
