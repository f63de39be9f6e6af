import type { z } from 'zod';
import type { NewEvent, Recorded } from '../log/event.ts';
import type { Id, Instant } from '../units.ts';
import type * as facts from './facts.ts';
import type { observationSchema, vitalsSchema } from './reading-data.ts';

type Of<S extends z.ZodType> = z.infer<S>;

/** Alarm priorities, most urgent first (IEC 60601-1-8). `information` is never an alarm-raised event. */
export type AlarmPriority = 'high' | 'medium' | 'low';

/** What an alarm is about. `limit` is per sign; the others are one per session. */
export type AlarmKind = 'limit' | 'call' | 'vitals-overdue' | 'past-planned-end' | 'pause-too-long' | 'no-recovery-reading';

export interface AlarmRaised {
  readonly alarmId: Id;
  readonly kind: AlarmKind;
  /** `bloodPressure` covers systolic, diastolic and the change from baseline: one card per reading. */
  readonly sign?: AlarmSign;
  readonly priority: AlarmPriority;
  readonly value?: number;
  readonly limit?: number;
  /** Which number of the sign is outside, e.g. `diastolic`, `systolicChangePercent`. */
  readonly of?: string;
  readonly dueAt?: Instant;
  /** The event that caused it (a reading, a call, a pause), when there is one. */
  readonly causeEventId?: Id;
}
export type AlarmSign =
  | 'bloodPressure'
  | 'heartRate'
  | 'spo2'
  | 'respiratoryRate'
  | 'temperatureC'
  | 'etco2'
  | 'moaas'
  | 'dissociation'
  | 'nausea'
  | 'pain';

/** What a visit's stream can hold: the commands' past, plus what the watch adds (`actor.role` = `system`). */
export interface SessionEventData {
  'session-scheduled': Of<typeof facts.scheduleSchema> & {
    readonly protocolVersion: number;
    /** Place in the series, from 1, when the visit belongs to a plan. */
    readonly infusionNumber?: number;
    readonly infusionsPlanned?: number;
    readonly indication?: string;
  };
  'checked-in': Of<typeof facts.checkInSchema>;
  'chair-assigned': Of<typeof facts.assignChairSchema>;
  'handed-over': Of<typeof facts.handOverSchema>;
  'checklist-answered': Of<typeof facts.answerChecklistSchema>;
  'check-overridden': Of<typeof facts.overrideCheckSchema>;
  'order-written': {
    readonly drug: string;
    readonly route: facts.Route;
    readonly doseMgPerKg?: number | undefined;
    /** Worked out from the weight when the order is per kg. */
    readonly doseMg: number;
    readonly concentrationMgPerMl: number;
    readonly durationMin: number;
    readonly volumeMl: number;
    readonly rateMlPerHour: number;
    /** Weight the dose was worked out with; absent for a fixed dose. */
    readonly weightKg?: number;
  };
  'order-confirmed': { readonly orderEventId: Id };
  'vitals-recorded': Of<typeof vitalsSchema>;
  'observation-recorded': Of<typeof observationSchema>;
  'infusion-started': Of<typeof facts.startInfusionSchema>;
  'rate-changed': Of<typeof facts.changeRateSchema>;
  'infusion-paused': Of<typeof facts.reasonSchema>;
  'infusion-resumed': { readonly rateMlPerHour: number };
  'infusion-ended': Of<typeof facts.endInfusionSchema>;
  'dose-given': Of<typeof facts.giveDoseSchema>;
  'medication-given': Of<typeof facts.giveMedicationSchema>;
  'symptom-recorded': Of<typeof facts.symptomSchema>;
  'note-added': Of<typeof facts.noteSchema>;
  'physician-called': Of<typeof facts.callPhysicianSchema>;
  'call-answered': { readonly callEventId: Id };
  'alarm-acknowledged': Of<typeof facts.acknowledgeAlarmSchema>;
  'moved-to-recovery': Of<typeof facts.moveToRecoverySchema>;
  'discharge-scored': Of<typeof facts.scoreDischargeSchema> & { readonly total: number };
  'criterion-answered': Of<typeof facts.answerCriterionSchema>;
  discharged: Of<typeof facts.dischargeSchema> & {
    /** What was still missing when a physician overrode; empty otherwise. */
    readonly missing: readonly string[];
  };
  'session-aborted': Of<typeof facts.reasonSchema>;
  'session-cancelled': Of<typeof facts.reasonSchema>;
  'entry-corrected': Of<typeof facts.correctEntrySchema>;
  'entry-struck': Of<typeof facts.strikeEntrySchema>;
  'record-signed': { readonly meaning: 'charted' | 'reviewed'; readonly streamPosition: number };
  'alarm-raised': AlarmRaised;
  'alarm-escalated': AlarmRaised & {
    readonly step: number;
    readonly to: 'nurses-and-physician' | 'clinic' | 'physician' | 'worse';
  };
  'alarm-cleared': { readonly alarmId: Id; readonly kind: AlarmKind; readonly sign?: AlarmSign; readonly reason: string };
}
export type SessionEventType = keyof SessionEventData;
export type SessionEvent = { [T in SessionEventType]: Recorded<T, SessionEventData[T]> }[SessionEventType];
export type NewSessionEvent = { [T in SessionEventType]: NewEvent<T, SessionEventData[T]> }[SessionEventType];

/** Whether a recorded event belongs to a visit. */
export function isSessionEvent(event: Recorded): event is SessionEvent {
  return event.stream.startsWith('session/');
}
