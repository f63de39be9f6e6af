import { z } from 'zod';
import { recordOf } from '../record-of.ts';
import { ITEM_SCALE_NAMES, type ItemScale, itemMax, SCALE_NAMES, SCALES, type Scale } from './scales.ts';
import { SIGN_NAMES, SIGNS, type Sign } from './signs.ts';

/** What is read off a patient: vital signs and scales. Numbers outside the plausible range are typing errors. */
export const vitalsSchema = z
  .strictObject({ ...recordOf(SIGN_NAMES, (name) => sign(name).optional()), onOxygen: z.boolean().optional() })
  .superRefine((data, context) => {
    const { onOxygen: _, ...signs } = data;
    if (Object.values(signs).every((value) => value === undefined))
      context.addIssue({ code: 'custom', message: 'At least one value is needed', path: [] });
    if ((data.systolic === undefined) !== (data.diastolic === undefined))
      context.addIssue({
        code: 'custom',
        message: 'Blood pressure needs both numbers',
        path: [data.systolic === undefined ? 'systolic' : 'diastolic'],
      });
    if (data.systolic !== undefined && data.diastolic !== undefined && data.diastolic >= data.systolic)
      context.addIssue({ code: 'custom', message: 'Diastolic must be below systolic', path: ['diastolic'] });
  });
export type Vitals = z.infer<typeof vitalsSchema>;

export const observationSchema = z
  .strictObject({
    ...recordOf(SCALE_NAMES, (name) => scale(name).optional()),
    ...recordOf(ITEM_SCALE_NAMES, (name) => items(name).optional()),
  })
  .refine((data) => Object.values(data).some((value) => value !== undefined), 'At least one value is needed');
export type Observation = z.infer<typeof observationSchema>;

function sign(name: Sign): z.ZodNumber {
  const { label, min, max, unit, decimals } = SIGNS[name];
  const message = `${label} must be between ${min} and ${max} ${unit}`;
  const number = decimals > 0 ? z.number() : z.int(`${label} must be a whole number`);
  return number.min(min, message).max(max, message);
}

function scale(name: Scale): z.ZodInt {
  return z.int().min(SCALES[name].min).max(SCALES[name].max);
}

function items(name: ItemScale): z.ZodArray<z.ZodInt> {
  return z.array(z.int().min(0).max(itemMax(SCALES[name]))).length(SCALES[name].items.numbers.length);
}
