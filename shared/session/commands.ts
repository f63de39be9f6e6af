import { z } from 'zod';
import type { Role } from '../log/roles.ts';
import { idSchema, instantSchema } from '../unit-schemas.ts';
import * as facts from './facts.ts';
import { observationSchema, vitalsSchema } from './reading-data.ts';

const command = <T extends string, D extends z.ZodType>(type: T, data: D) =>
  z.strictObject({ id: idSchema, type: z.literal(type), at: instantSchema, patientId: idSchema, data });

/** `POST /api/sessions`: schedules a visit. */
export const scheduleSessionSchema = z.strictObject({
  id: idSchema,
  sessionId: idSchema,
  at: instantSchema,
  data: facts.scheduleSchema,
});
export type ScheduleSession = z.infer<typeof scheduleSessionSchema>;

/** `POST /api/sessions/:sessionId/commands`: everything that can be said of a visit. */
export const sessionCommandSchema = z.discriminatedUnion('type', [
  command('check-in', facts.checkInSchema),
  command('assign-chair', facts.assignChairSchema),
  command('hand-over', facts.handOverSchema),
  command('answer-checklist', facts.answerChecklistSchema),
  command('override-check', facts.overrideCheckSchema),
  command('write-order', facts.orderSchema),
  command('confirm-order', facts.emptySchema),
  command('record-vitals', vitalsSchema),
  command('record-observation', observationSchema),
  command('start-infusion', facts.startInfusionSchema),
  command('change-rate', facts.changeRateSchema),
  command('pause-infusion', facts.reasonSchema),
  command('resume-infusion', facts.resumeSchema),
  command('end-infusion', facts.endInfusionSchema),
  command('give-dose', facts.giveDoseSchema),
  command('give-medication', facts.giveMedicationSchema),
  command('record-symptom', facts.symptomSchema),
  command('add-note', facts.noteSchema),
  command('call-physician', facts.callPhysicianSchema),
  command('answer-call', facts.emptySchema),
  command('acknowledge-alarm', facts.acknowledgeAlarmSchema),
  command('move-to-recovery', facts.moveToRecoverySchema),
  command('score-discharge', facts.scoreDischargeSchema),
  command('answer-criterion', facts.answerCriterionSchema),
  command('discharge', facts.dischargeSchema),
  command('abort-session', facts.reasonSchema),
  command('cancel-session', facts.reasonSchema),
  command('correct-entry', facts.correctEntrySchema),
  command('strike-entry', facts.strikeEntrySchema),
  command('sign-record', facts.signRecordSchema),
]);
export type SessionCommand = z.infer<typeof sessionCommandSchema>;
export type SessionCommandType = SessionCommand['type'];
export type CommandData<T extends SessionCommandType> = Extract<SessionCommand, { type: T }>['data'];

const CARE: readonly Role[] = ['nurse', 'physician'];
const PHYSICIAN: readonly Role[] = ['physician'];

/** Who may send what (contract.md "Commands"). An override inside `discharge` and the author rule of corrections are decided in `decide`. */
export const COMMAND_ROLES: Readonly<Record<SessionCommandType | 'schedule-session', readonly Role[]>> = {
  'schedule-session': ['nurse', 'physician', 'manager', 'administrator'],
  'check-in': CARE,
  'assign-chair': CARE,
  'hand-over': CARE,
  'answer-checklist': CARE,
  'override-check': PHYSICIAN,
  'write-order': PHYSICIAN,
  'confirm-order': CARE,
  'record-vitals': CARE,
  'record-observation': CARE,
  'start-infusion': CARE,
  'change-rate': CARE,
  'pause-infusion': CARE,
  'resume-infusion': CARE,
  'end-infusion': CARE,
  'give-dose': CARE,
  'give-medication': CARE,
  'record-symptom': CARE,
  'add-note': CARE,
  'call-physician': CARE,
  'answer-call': PHYSICIAN,
  'acknowledge-alarm': CARE,
  'move-to-recovery': CARE,
  'score-discharge': CARE,
  'answer-criterion': CARE,
  discharge: CARE,
  'abort-session': CARE,
  'cancel-session': CARE,
  'correct-entry': CARE,
  'strike-entry': CARE,
  'sign-record': CARE,
};
