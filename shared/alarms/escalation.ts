import type { SessionEventData } from '../session/said/all.ts';
import type { Alarm } from '../session/state.ts';
import { toMs } from '../units.ts';

type Step = Pick<SessionEventData['alarm-escalated'], 'step' | 'to'>;

/**
 * Who else hears of an alarm that nobody acknowledges, and after how many ms.
 * Source: clinical.md "Alarms" (high: 60 s all nurses and the physician again, 120 s the clinic; medium: 2 min the physician).
 */
export const ESCALATION: Readonly<Record<Alarm['priority'], readonly { readonly afterMs: number; readonly to: Step['to'] }[]>> = {
  high: [
    { afterMs: 60_000, to: 'nurses-and-physician' },
    { afterMs: 120_000, to: 'clinic' },
  ],
  medium: [{ afterMs: 120_000, to: 'physician' }],
  low: [],
};

/** The step that is due now and not taken yet, or `undefined`. */
export function escalationStep(alarm: Alarm, nowMs: number): Step | undefined {
  const next = ESCALATION[alarm.priority][alarm.step];
  if (alarm.acknowledged !== undefined || next === undefined) return undefined;
  return toMs(alarm.activeSince) + next.afterMs <= nowMs ? { step: alarm.step + 1, to: next.to } : undefined;
}

/** When (ms) the next step of an unanswered alarm falls due after now. */
export function nextEscalationMs(alarm: Alarm, nowMs: number): number | undefined {
  if (alarm.acknowledged !== undefined) return undefined;
  return ESCALATION[alarm.priority].map(({ afterMs }) => toMs(alarm.activeSince) + afterMs).find((ms) => ms > nowMs);
}
