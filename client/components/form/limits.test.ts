import { expect, it } from 'vitest';
import { z } from 'zod';
import { protocolSchema } from '../../../shared/clinic/protocol.ts';
import { patientSchema, planSchema } from '../../../shared/clinic/records.ts';
import { limitsOf, numberSays, schemaAt, wanted } from './limits.ts';

const words = (schema: z.ZodType, unit?: string) => wanted(limitsOf(schema), unit);

it('[UI127] the limits of a field are those of the schema of what is sent', () => {
  expect(words(z.number().positive().max(2000), 'mL/h')).toBe('a number above 0, up to 2000 mL/h');
  expect(words(z.number().min(20, 'words').max(400), 'kg')).toBe('between 20 and 400 kg');
  expect(words(z.int().positive().max(100))).toBe('a whole number from 1 to 100');
  expect(words(z.number().int().nonnegative())).toBe('a whole number from 0');
  expect(words(z.number().nonnegative(), 'min')).toBe('a number from 0 min');
  expect(words(z.number().max(5))).toBe('a number up to 5');
  expect(words(z.number().positive())).toBe('a number above 0');
  expect(words(z.number().optional())).toBe('a number, or empty');
  expect(limitsOf(z.string().trim().min(1).max(80).optional()).maxLength).toBe(80);
});

it('[UI127] a limit that is changed in a schema is changed on the screen', () => {
  const saysOf = (path: string) => numberSays(schemaAt(protocolSchema, path) ?? z.never())('nothing');
  expect(saysOf('durationMin')).toBe('A number above 0, up to 720.');
  expect(saysOf('recovery.consecutiveScores')).toBe('A whole number from 1.');
  expect(saysOf('limits.systolic.high.low')).toBe('A number, or empty.');
  expect(numberSays(patientSchema.shape.heightCm, { unit: 'cm' })('tall')).toBe('Between 50 and 250 cm, or empty.');
  expect(numberSays(planSchema.shape.doneBefore, { name: 'Done before' })('-1')).toBe(
    'Done before must be a whole number from 0.',
  );
});

it('[UI122, UI127] a number that can be read in two ways is asked about before its limits', () => {
  expect(numberSays(planSchema.shape.doseMg)('1,000')).toBe('1,000 can be read in two ways. Type 1000 or 1.');
});

it('[UI127] what has no schema of its own has no limits', () => {
  expect(schemaAt(protocolSchema, 'vitals.nothing')).toBeUndefined();
  expect(schemaAt(protocolSchema, 'concentrationsMgPerMl.0')).toBeUndefined();
  expect(schemaAt(protocolSchema, 'name.first')).toBeUndefined();
});
