import { type ZodType, z } from 'zod';
import { CLINIC_EVENT_ROWS } from '../clinic/changes.ts';
import { recordKit } from '../clinic/record-kit.ts';
import { EVENT_DATA_SCHEMAS } from '../session/event-schemas.ts';

const SCHEMAS: ReadonlyMap<string, ZodType> = new Map([
  ...Object.entries(EVENT_DATA_SCHEMAS),
  ...Object.values(CLINIC_EVENT_ROWS).map((row): [string, ZodType] => [row.event, row.stored(recordKit)]),
]);

/** Whether the data of an event is what its row says is kept. */
export function fitsItsRow(type: string, data: unknown): boolean {
  return (SCHEMAS.get(type) ?? z.never()).safeParse(data).success;
}
