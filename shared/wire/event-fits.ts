import { type ZodType, z } from 'zod';
import { CLINIC_DATA_SCHEMAS } from '../clinic/event-schemas.ts';
import { EVENT_DATA_SCHEMAS } from '../session/event-schemas.ts';

const SCHEMAS: ReadonlyMap<string, ZodType> = new Map(Object.entries({ ...EVENT_DATA_SCHEMAS, ...CLINIC_DATA_SCHEMAS }));

/** Whether the data of an event is what its row says is kept. */
export function fitsItsRow(type: string, data: unknown): boolean {
  return (SCHEMAS.get(type) ?? z.never()).safeParse(data).success;
}
