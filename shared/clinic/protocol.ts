import { z } from 'zod';
import { recordOf } from '../record-of.ts';
import { SIGN_NAMES } from '../session/signs.ts';
import { CONDITION_IDS } from './conditions.ts';
import { LIMIT_NAMES } from './limit-names.ts';

/** One limit pair of a sign: outside `low`…`high` raises. A missing side raises nothing on that side. */
const bounds = z.strictObject({ low: z.number().optional(), high: z.number().optional() });

/** Clinical limits of one sign: medium and high alarm, the hold before a start, the limits for going on after a pause and for going home. */
const signLimits = z.strictObject({
  medium: bounds.optional(),
  high: bounds.optional(),
  hold: bounds.optional(),
  resume: bounds.optional(),
  discharge: bounds.optional(),
});
export type SignLimits = z.infer<typeof signLimits>;
export type Bounds = z.infer<typeof bounds>;

/** What is asked further where an answer alone says too little: the result's day, why it does not apply. `quick`: one tap. */
const followUp = z.strictObject({ label: z.string().min(1).max(120), quick: z.array(z.string().min(1).max(60)).max(8) });

/** One question of the checklist before the start. `hard` items can only be passed with yes, not-applicable or an override. */
const checklistItem = z.strictObject({
  id: z.string().min(1).max(60),
  label: z.string().min(1).max(200),
  hard: z.boolean(),
  /** The answer that lets the visit go on; e.g. "medicines changed?" wants no. */
  expected: z.enum(['yes', 'no']),
  mayNotApply: z.boolean(),
  asks: z.strictObject({ yes: followUp.optional(), 'not-applicable': followUp.optional() }).optional(),
});
export type ChecklistItem = z.infer<typeof checklistItem>;

const criterion = z.strictObject({
  id: z.string().min(1).max(60),
  label: z.string().min(1).max(200),
  /** In words, while it is not met: "escort not here". */
  missing: z.string().min(1).max(120).optional(),
  /** Not a tick but a result of this scale, of after the drug. */
  result: z.enum(['cssrs']).optional(),
});
export type Criterion = z.infer<typeof criterion>;

/** A reading that may not be missed: due so many minutes after the drug was first given, and good from the second number to the third. */
const fixedReading = z
  .strictObject({ atMin: z.number().positive().max(720), fromMin: z.number().positive(), toMin: z.number().positive().max(720) })
  .refine(({ atMin, fromMin, toMin }) => fromMin <= atMin && atMin <= toMin, 'The time must lie between the two others');
export type FixedReading = z.infer<typeof fixedReading>;

/** Something that is said often at the chair: one tap for a note, a tap and how strong it is for a symptom. */
const quickEvent = z.strictObject({
  id: z.string().min(1).max(60),
  label: z.string().trim().min(1).max(80),
  kind: z.enum(['symptom', 'note']),
});
export type QuickEvent = z.infer<typeof quickEvent>;

/**
 * A clinic's rules for one kind of infusion, versioned: a session keeps the version it was scheduled with.
 * Intervals and delays are minutes. Sources of the defaults stand in `source`.
 */
export const protocolSchema = z.strictObject({
  id: z.uuid(),
  version: z.int().positive(),
  name: z.string().min(1).max(120),
  drug: z.string().min(1).max(80),
  route: z.enum(['iv', 'im', 'nasal']),
  doseMgPerKg: z.number().positive().max(20).optional(),
  doseChoicesMg: z.array(z.number().positive()).optional(),
  /** A drug that comes in devices of one dose each (nasal): mg in one, and minutes between two. */
  device: z.strictObject({ mg: z.number().positive().max(1000), everyMin: z.number().nonnegative().max(120) }).optional(),
  durationMin: z.number().positive().max(720),
  concentrationsMgPerMl: z.array(z.number().positive()).min(1),
  maxMgPerKgWithoutSecondPerson: z.number().positive(),
  /** More than this per kilogram is refused, whoever orders it. */
  ceilingMgPerKg: z.number().positive().max(20),
  /** A second person's check of dose and pump is good for so many minutes, in the same chair. */
  secondCheckWithinMin: z.number().positive().max(240),
  vitals: z.strictObject({
    beforeWithinMin: z.number().positive(),
    duringEveryMin: z.number().positive(),
    recoveryEveryMin: z.number().positive(),
    graceMin: z.number().nonnegative(),
    /** Readings at a minute of their own, beside the interval. */
    fixed: z.array(fixedReading).max(6),
    /** Minutes after a medicine for blood pressure at which it is measured again; without it the usual ones (`default-recheck.ts`). */
    recheckMin: z.array(z.number().positive().max(120)).max(6).optional(),
    required: z.array(z.enum(SIGN_NAMES)),
  }),
  recovery: z.strictObject({
    requiredMin: z.number().nonnegative(),
    /** How old a sign, scale or score may be when the patient goes home. Never more than 20. */
    evidenceWithinMin: z.number().positive().max(20),
    minReadings: z.int().nonnegative(),
    scale: z.enum(['padss', 'aldrete']),
    minScore: z.int().nonnegative(),
    consecutiveScores: z.int().positive(),
    clockFrom: z.enum(['end', 'first-dose', 'last-dose']),
  }),
  limits: z.strictObject(recordOf(LIMIT_NAMES, () => signLimits)),
  pauseMaxMin: z.number().positive(),
  checklist: z.array(checklistItem),
  criteria: z.array(criterion),
  /** What this clinic says often; without it the usual ones (`quick-events.ts`). */
  quickEvents: z.array(quickEvent).max(40).optional(),
  /** What a nurse gives without an order of its own; without it the usual ones (`standing-medicines.ts`). */
  medicines: z.array(z.string().trim().min(1).max(80)).max(40).optional(),
  /** Whom to look at twice; without it the usual ones (`conditions.ts`). */
  watch: z.strictObject({ olderFromYears: z.number().min(18).max(120), conditions: z.array(z.enum(CONDITION_IDS)) }).optional(),
  /** Where each default comes from, shown beside it in settings. */
  source: z.record(z.string(), z.string()),
});
export type Protocol = z.infer<typeof protocolSchema>;

/** A protocol as it may stand in the log: what was published before a setting existed says nothing of it. */
export const keptProtocolSchema = protocolSchema.partial({ ceilingMgPerKg: true, secondCheckWithinMin: true }).extend({
  limits: protocolSchema.shape.limits.partial(),
  vitals: protocolSchema.shape.vitals.partial({ fixed: true }),
  recovery: protocolSchema.shape.recovery.partial({ evidenceWithinMin: true }),
});
export type KeptProtocol = z.infer<typeof keptProtocolSchema>;
