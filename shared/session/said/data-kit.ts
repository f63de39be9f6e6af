import { z } from 'zod';
import { daySchema, idSchema, instantSchema } from '../../unit-schemas.ts';
import { ownLimitsSchema } from '../own-limits-data.ts';
import { observationSchema, vitalsSchema } from '../reading-data.ts';

/** Overrides and isolates of direction: with one before it 120/80 reads 08/021. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/;

/** Words that a person typed. */
const text = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((said) => !TURNS.test(said), 'Characters that turn the direction of writing are not taken');

/**
 * What the rows of `said/` describe their data with. It is handed to them rather than imported by them: the rows are part of
 * the first load of a board, which has no use for the schema library.
 */
export const dataKit = {
  z,
  id: idSchema,
  instant: instantSchema,
  day: daySchema,
  text,
  /** Why, what was done, what was seen. */
  words: text(1000),
  route: z.enum(['iv', 'im', 'nasal']),
  rateMlPerHour: z.number().positive().max(2000),
  doseMg: z.number().positive().max(2000),
  escort: z.strictObject({ name: text(120), phone: z.string().trim().max(40).optional() }),
  reason: z.strictObject({ reason: text(1000) }),
  nothing: z.strictObject({}),
  vitals: vitalsSchema,
  observation: observationSchema,
  ownLimits: ownLimitsSchema,
};
export type DataKit = typeof dataKit;
