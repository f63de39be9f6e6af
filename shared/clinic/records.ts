import { z } from 'zod';
import { roleSchema } from '../log/roles.ts';
import { ownLimitsSchema } from '../session/own-limits-data.ts';
import { daySchema, idSchema, instantSchema } from '../unit-schemas.ts';
import { CONDITION_IDS } from './conditions.ts';
import { formatsSchema } from './formats-schema.ts';

const name = z.string().trim().min(1).max(120);

export const clinicSchema = z.strictObject({
  id: idSchema,
  name,
  /** IANA name, e.g. `Europe/Berlin`: for display and day boundaries only. */
  timeZone: z.string().min(1).max(60),
  demo: z.boolean(),
  /** Undefined: never chosen. */
  formats: formatsSchema.optional(),
});
export type Clinic = z.infer<typeof clinicSchema>;

export const chairSchema = z.strictObject({
  id: idSchema,
  label: z.string().trim().min(1).max(12),
  /** Place on the board; never re-sorted by risk. */
  order: z.int().nonnegative(),
  state: z.enum(['available', 'cleaning', 'out-of-use', 'retired']),
  since: instantSchema.optional(),
});
export type Chair = z.infer<typeof chairSchema>;

export const baySchema = z.strictObject({
  id: idSchema,
  label: z.string().trim().min(1).max(12),
  order: z.int().nonnegative(),
  state: z.enum(['available', 'retired']),
});
export type Bay = z.infer<typeof baySchema>;

export const staffSchema = z.strictObject({
  id: idSchema,
  name,
  initials: z.string().trim().min(1).max(4),
  role: roleSchema,
  /** `RN`, `MD` …: shown after the name. */
  title: z.string().trim().max(40).optional(),
  username: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9._-]{2,40}$/),
  active: z.boolean(),
});
export type Staff = z.infer<typeof staffSchema>;

/** Who a patient is, as it is registered. */
export const patientSchema = z.strictObject({
  id: idSchema,
  /** Empty for somebody who has one name alone, which is the family name then. */
  givenName: z.string().trim().max(120),
  familyName: name,
  dateOfBirth: daySchema,
  /** Medical record number. */
  mrn: z.string().trim().min(1).max(20),
  sex: z.enum(['female', 'male', 'other', 'unknown']),
  /** Undefined = never asked; an empty list = asked, none known. */
  allergies: z.array(z.strictObject({ substance: name, reaction: z.string().max(120).optional() })).optional(),
  heightCm: z.number().min(50).max(250).optional(),
});

const conditions = z.array(z.enum(CONDITION_IDS)).max(CONDITION_IDS.length);
/** What was said of one patient's conditions. An empty list: asked, none of them. */
export const patientConditionsSchema = z.strictObject({ id: idSchema, conditions });
/** The same with what was recorded when it was asked: another answer in between is not written over. */
export const saidConditionsSchema = patientConditionsSchema.extend({ was: conditions.optional() });
export type SaidConditions = z.infer<typeof saidConditionsSchema>;

/** Limits of a patient that a physician set until the end of a day: visits that begin until then begin with them. */
export const keptLimitsSchema = z.strictObject({
  limits: ownLimitsSchema,
  reason: z.string().trim().min(1).max(1000),
  until: daySchema,
  /** The physician who said so. */
  by: idSchema,
});
export const patientLimitsSchema = keptLimitsSchema.extend({ id: idSchema });

/** A patient with what was recorded of them since, which registering anew leaves as it is. */
export const knownPatientSchema = patientSchema.extend({
  /** Undefined = never asked; an empty list = asked, none of them. */
  conditions: conditions.optional(),
  ownLimits: keptLimitsSchema.optional(),
});
export type Patient = z.infer<typeof knownPatientSchema>;

const allergies = patientSchema.shape.allergies.unwrap();
/** What was said of one patient's allergies. An empty list: asked, none known. */
export const patientAllergiesSchema = patientSchema.pick({ id: true }).extend({ allergies });
/** The same with what was recorded when it was asked: another answer in between is not written over. */
export const saidAllergiesSchema = patientAllergiesSchema.extend({ was: allergies.optional() });
export type SaidAllergies = z.infer<typeof saidAllergiesSchema>;

export const planSchema = z.strictObject({
  id: idSchema,
  patientId: idSchema,
  indication: z.enum(['PTSD', 'MDD', 'OCD', 'anxiety', 'chronic pain', 'other']),
  protocolId: idSchema,
  route: z.enum(['iv', 'im', 'nasal']),
  doseMgPerKg: z.number().positive().max(20).optional(),
  doseMg: z.number().positive().max(1000).optional(),
  infusions: z.int().positive().max(100),
  spacingDays: z.number().positive().max(365),
  /** Infusions of this series that were done before the clinic used Chairside. */
  doneBefore: z.int().nonnegative(),
  state: z.enum(['active', 'finished', 'stopped']),
});
export type Plan = z.infer<typeof planSchema>;

/** A total of an outcome scale at one day; item texts that are not free are not kept. */
export const outcomeSchema = z.strictObject({
  id: idSchema,
  patientId: idSchema,
  sessionId: idSchema.optional(),
  scale: z.enum(['pcl5', 'ybocs', 'phq9', 'gad7', 'madrs', 'bdi2', 'cssrs', 'pain']),
  total: z.number(),
  items: z.array(z.int()).optional(),
  takenAt: instantSchema,
});
export type Outcome = z.infer<typeof outcomeSchema>;
