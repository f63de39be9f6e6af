import { z } from 'zod';
import { SCALES, SIGNS } from './signs.ts';

/** What is read off a patient: vital signs and scales. Numbers outside the plausible range are typing errors. */
const scale = (name: keyof typeof SCALES) => z.int().min(SCALES[name].min).max(SCALES[name].max);
const sign = (name: keyof typeof SIGNS) => {
  const { label, min, max, unit } = SIGNS[name];
  const message = `${label} must be between ${min} and ${max} ${unit}`;
  const number = name === 'temperatureC' ? z.number() : z.int(`${label} must be a whole number`);
  return number.min(min, message).max(max, message);
};

export const vitalsSchema = z
  .strictObject({
    systolic: sign('systolic').optional(),
    diastolic: sign('diastolic').optional(),
    heartRate: sign('heartRate').optional(),
    spo2: sign('spo2').optional(),
    respiratoryRate: sign('respiratoryRate').optional(),
    temperatureC: sign('temperatureC').optional(),
    etco2: sign('etco2').optional(),
    onOxygen: z.boolean().optional(),
  })
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
    moaas: scale('moaas').optional(),
    rass: scale('rass').optional(),
    dissociation: scale('dissociation').optional(),
    nausea: scale('nausea').optional(),
    pain: scale('pain').optional(),
    cadss6: z.array(z.int().min(0).max(4)).length(6).optional(),
  })
  .refine((data) => Object.values(data).some((value) => value !== undefined), 'At least one value is needed');
export type Observation = z.infer<typeof observationSchema>;
