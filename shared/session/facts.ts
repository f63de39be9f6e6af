import { z } from 'zod';
import { idSchema, instantSchema } from '../unit-schemas.ts';

/** The data of commands, and of the events they become. Numbers outside the plausible range are typing errors. */
const text = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((said) => !TURNS.test(said), 'Characters that turn the direction of writing are not taken');
/** Overrides and isolates of direction: with one before it 120/80 reads 08/021. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/;

export const ROUTES = ['iv', 'im', 'nasal'] as const;
export const routeSchema = z.enum(ROUTES);
export type Route = z.infer<typeof routeSchema>;

const rateMlPerHour = z.number().positive().max(2000);
const escort = z.strictObject({ name: text(120), phone: z.string().trim().max(40).optional() });

export const scheduleSchema = z.strictObject({
  patientId: idSchema,
  protocolId: idSchema,
  planId: idSchema.optional(),
  plannedStart: instantSchema,
  chairId: idSchema.optional(),
});

export const checkInSchema = z.strictObject({
  identifiers: z
    .array(z.enum(['name', 'date-of-birth', 'mrn', 'photo', 'address', 'phone']))
    .refine((list) => new Set(list).size >= 2, 'Two different identifiers are needed'),
  weightKg: z.number().min(20, 'Weight must be between 20 and 400 kg').max(400, 'Weight must be between 20 and 400 kg'),
  escort: escort.optional(),
});

export const orderSchema = z
  .strictObject({
    drug: text(80),
    route: routeSchema,
    doseMgPerKg: z.number().positive().max(20).optional(),
    doseMg: z.number().positive().max(2000).optional(),
    concentrationMgPerMl: z.number().positive().max(200),
    durationMin: z.number().positive().max(720),
  })
  .refine((data) => (data.doseMgPerKg === undefined) !== (data.doseMg === undefined), 'Give either mg/kg or mg');

export const answerChecklistSchema = z.strictObject({
  item: text(60),
  answer: z.enum(['yes', 'no', 'not-applicable']),
  note: text(1000).optional(),
});
export const overrideCheckSchema = z.strictObject({ item: text(60), reason: text(1000) });
export const startInfusionSchema = z.strictObject({ rateMlPerHour });
export const changeRateSchema = z.strictObject({ rateMlPerHour, reason: text(1000) });
export const reasonSchema = z.strictObject({ reason: text(1000) });
export const resumeSchema = z.strictObject({ rateMlPerHour: rateMlPerHour.optional() });
export const endInfusionSchema = z
  .strictObject({ outcome: z.enum(['completed', 'stopped-early']), reason: text(1000).optional() })
  .refine((data) => data.outcome === 'completed' || data.reason !== undefined, {
    message: 'An early stop needs a reason',
    path: ['reason'],
  });
export const giveDoseSchema = z.strictObject({ route: routeSchema, doseMg: z.number().positive().max(2000) });
export const giveMedicationSchema = z.strictObject({
  drug: text(80),
  dose: z.number().positive().max(100_000),
  unit: z.enum(['mg', 'mcg', 'g', 'mL', 'IU', 'tablet', 'puff', 'L/min']),
  route: z.enum(['iv', 'im', 'oral', 'sublingual', 'nasal', 'inhaled', 'topical', 'other']),
  reason: text(1000),
});
export const symptomSchema = z.strictObject({ kind: text(80), severity: z.int().min(0).max(4), action: text(1000).optional() });
export const noteSchema = z.strictObject({ text: text(4000) });
export const callPhysicianSchema = z.strictObject({ reason: text(1000).optional() });
export const emptySchema = z.strictObject({});
export const acknowledgeAlarmSchema = z.strictObject({
  alarmId: idSchema,
  position: z.int().positive(),
  reason: text(1000).optional(),
});
export const moveToRecoverySchema = z.strictObject({ bayId: idSchema });
export const assignChairSchema = z.strictObject({ chairId: idSchema });
export const scoreDischargeSchema = z.strictObject({
  scale: z.enum(['padss', 'aldrete']),
  items: z.record(z.string(), z.int().min(0).max(2)),
});
export const answerCriterionSchema = z.strictObject({ criterion: text(60), met: z.boolean(), note: text(1000).optional() });
export const dischargeSchema = z.strictObject({ escort: escort.optional(), override: reasonSchema.optional() });
export const correctEntrySchema = z.strictObject({
  eventId: idSchema,
  data: z.record(z.string(), z.unknown()),
  reason: text(1000).optional(),
});
export const strikeEntrySchema = z.strictObject({ eventId: idSchema, reason: text(1000) });
export const signRecordSchema = z.strictObject({
  meaning: z.enum(['charted', 'reviewed']),
  password: z.string().min(1).max(200),
});
export const handOverSchema = z.strictObject({ nurseId: idSchema });
