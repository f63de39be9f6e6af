import { z } from 'zod';
import type { Formats } from './formats.ts';

/** What is stored of `Formats`. */
export const formatsSchema = z.strictObject({
  temperature: z.enum(['celsius', 'fahrenheit']),
  weight: z.enum(['kg', 'lb']),
  height: z.enum(['cm', 'ft-in']),
  date: z.enum(['day-month', 'month-day']),
  clock: z.enum(['24-hour', '12-hour']),
  paper: z.enum(['a4', 'letter']),
}) satisfies z.ZodType<Formats>;
