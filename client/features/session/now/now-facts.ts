import type { Protocol } from '../../../../shared/clinic/protocol.ts';
import { deliveredMg, infusionProgress, orderOf } from '../../../../shared/dosing/delivered.ts';
import { entriesOf } from '../../../../shared/session/entries.ts';
import type { SessionState } from '../../../../shared/session/state.ts';
import { type Instant, MINUTE_MS, toMs } from '../../../../shared/units.ts';
import { dueState, nextDue } from '../../../../shared/vitals/due.ts';
import { stopwatch } from '../../../components/duration.ts';

/** When the next reading is due: counting down, due, or overdue by how much. */
export interface NextReading {
  readonly state: 'counting' | 'due' | 'overdue';
  /** `3:40`, or `2:10` since it was due. */
  readonly clock: string;
  readonly dueAt: Instant;
}

/** The next reading at a moment; absent when none is scheduled. */
export function nextReading(session: SessionState, protocol: Protocol, nowMs: number): NextReading | undefined {
  const schedule = nextDue(session, protocol, nowMs);
  if (schedule === undefined) return undefined;
  const { dueAt, dueAtMs } = schedule;
  const state = dueState(schedule, nowMs);
  if (state === 'ahead') return { state: 'counting', clock: stopwatch(dueAtMs - nowMs), dueAt };
  return { state, clock: stopwatch(nowMs - dueAtMs), dueAt };
}

/** Everything the now strip says, worked out from the record and one moment. */
export interface NowFacts {
  readonly phase: 'infusing' | 'paused' | 'infused';
  /** Time the pump has run, `22:24`; pauses left out. */
  readonly ran: string;
  readonly ranMs: number;
  readonly plannedMs: number;
  readonly plannedMin: number;
  readonly deliveredMg: number;
  /** Of the weight that was measured for this visit; absent without one. */
  readonly deliveredMgPerKg?: number;
  readonly orderedMg: number;
  readonly startedAt: Instant;
  readonly concentrationMgPerMl: number;
  readonly rateMlPerHour: number;
  /** How long it has been paused, `3:12`. */
  readonly pausedFor?: string;
  readonly end:
    | { readonly kind: 'projected'; readonly at: Instant; readonly words: string }
    | { readonly kind: 'ended'; readonly at: Instant; readonly words: string }
    | { readonly kind: 'held' };
}

/** Facts of an IV infusion; `undefined` before the start and for doses given at once. */
export function nowFacts(session: SessionState, nowMs: number): NowFacts | undefined {
  const progress = infusionProgress(session, nowMs);
  const order = orderOf(session);
  if (progress === undefined || order === undefined) return undefined;
  const delivered = deliveredMg(session, nowMs);
  const weightKg = entriesOf(session, 'checked-in').at(-1)?.data.weightKg;
  const phase = progress.endedAt !== undefined ? 'infused' : session.phase === 'paused' ? 'paused' : 'infusing';
  return {
    phase,
    ran: stopwatch(progress.runMs),
    ranMs: progress.runMs,
    plannedMs: progress.plannedMs,
    plannedMin: order.durationMin,
    deliveredMg: delivered,
    ...(weightKg === undefined ? {} : { deliveredMgPerKg: delivered / weightKg }),
    orderedMg: progress.orderedMg,
    startedAt: progress.startedAt,
    concentrationMgPerMl: order.concentrationMgPerMl,
    rateMlPerHour: progress.rateMlPerHour,
    ...(phase === 'paused' ? { pausedFor: stopwatch(nowMs - toMs(session.phaseSince)) } : {}),
    end: endOf(progress, nowMs),
  };
}

function endOf(progress: NonNullable<ReturnType<typeof infusionProgress>>, nowMs: number): NowFacts['end'] {
  if (progress.endedAt !== undefined)
    return { kind: 'ended', at: progress.endedAt, words: minutesApart(nowMs - toMs(progress.endedAt), 'ago') };
  if (progress.projectedEnd === undefined) return { kind: 'held' };
  const leftMs = toMs(progress.projectedEnd) - nowMs;
  const words = leftMs >= 0 ? minutesApart(leftMs, 'in') : `${stopwatch(-leftMs)} past`;
  return { kind: 'projected', at: progress.projectedEnd, words };
}

/** `in 17 min`, `4 min ago`; under a minute in words. */
function minutesApart(ms: number, direction: 'in' | 'ago'): string {
  const minutes = direction === 'in' ? Math.floor(ms / MINUTE_MS) : Math.max(0, Math.floor(ms / MINUTE_MS));
  if (minutes < 1) return direction === 'in' ? 'in under 1 min' : 'just now';
  return direction === 'in' ? `in ${minutes} min` : `${minutes} min ago`;
}
