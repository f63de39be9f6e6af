import { describe, expect, expectTypeOf, it } from 'vitest';
import { aVisit, IV, NURSE } from '../../../tests/support/given-visit.ts';
import { isClinicEvent } from '../../clinic/events.ts';
import { foldClinic } from '../../clinic/fold.ts';
import type { Recorded } from '../../log/event.ts';
import { readBy } from '../../log/unknown-event.ts';
import { fitsItsRow } from '../../wire/event-fits.ts';
import { readEvent } from '../../wire/read-event.ts';
import type { CommandData } from '../commands.ts';
import { foldSession } from '../evolve.ts';
import { newFact } from '../fact.ts';
import { COMMAND_ROWS, EVENT_ROWS, type SessionEventData } from './all.ts';
import { CARE, FIXED, said } from './said.ts';

const [stored] = aVisit().events as [Recorded];

describe('rows', () => {
  it('[VISIT35] each command and each event has one row, and its words, rights and schemas come from there', () => {
    for (const row of Object.values(COMMAND_ROWS)) expect(EVENT_ROWS[row.event]).toBe(row);
    expect(new Set(Object.values(COMMAND_ROWS).map(({ event }) => event)).size).toBe(Object.keys(COMMAND_ROWS).length);
  });

  it('[VISIT35] data of another kind does not compile', () => {
    expectTypeOf<CommandData<'change-rate'>>().toEqualTypeOf<{ rateMlPerHour: number; reason: string }>();
    expectTypeOf<SessionEventData['call-answered']>().toEqualTypeOf<{ callEventId: string }>();
    // @ts-expect-error a pause has a reason, not a rate
    newFact('s', 'infusion-paused', '2026-11-24T09:00:00.000Z', { rateMlPerHour: 60 });
    const row = { command: 'x', event: 'xed', who: CARE, data: () => EVENT_ROWS['note-added'].stored } as const;
    // @ts-expect-error a row without words, display and mend
    expect(said(row).mend).toBeUndefined();
  });
});

/** A lamp that said only "on" in its first version, how bright in its second, and where in its third. */
const lamp = said({
  command: 'set-lamp',
  event: 'lamp-set',
  who: CARE,
  data: ({ z }) => z.strictObject({ percent: z.number(), place: z.string() }),
  version: 3,
  upcasts: {
    1: ({ on }: { on: boolean }) => ({ percent: on ? 100 : 0 }),
    2: (old: { percent: number }) => ({ ...old, place: 'chair' }),
  },
  mend: FIXED,
  display: 'nothing',
  words: ({ percent }) => `Lamp ${percent} %`,
});
const lampEvent = (version: number, data: unknown): Recorded => ({ ...stored, type: 'lamp-set', version, data });
const fits = (data: unknown) => typeof data === 'object' && data !== null && 'percent' in data && 'place' in data;

describe('reading', () => {
  it('[LOG31] data of an older version is read in the present shape, step by step', () => {
    expect(readBy(lampEvent(1, { on: true }), lamp, fits)).toEqual(lampEvent(3, { percent: 100, place: 'chair' }));
    expect(readBy(lampEvent(2, { percent: 40 }), lamp, fits)).toEqual(lampEvent(3, { percent: 40, place: 'chair' }));
    const now = lampEvent(3, { percent: 40, place: 'bay' });
    expect(readBy(now, lamp, fits)).toBe(now);
  });

  it.each([
    ['a newer version', lampEvent(4, { percent: 1, place: 'x' })],
    ['data that does not fit', lampEvent(3, { percent: 1 })],
    ['data that its own version would not have taken', lampEvent(1, null)],
    ['a version without a way to the present one', lampEvent(0, {})],
  ])('[LOG30] %s is unknown, with what it was', (_, event) => {
    const { type, version, data } = event;
    expect(readBy(event, lamp, fits)).toEqual({ ...event, type: 'unknown', version: 1, data: { type, version, data } });
  });

  it('[LOG30] a visit goes on over what it does not know, and is none when that is its beginning', () => {
    const { events, state } = aVisit().infusing();
    const read = events.map((event) => readEvent(event, fitsItsRow));
    expect(foldSession(read)).toEqual(state);
    const beyond = { ...stored, actor: NURSE, type: 'lamp-set' } as unknown as (typeof events)[number];
    expect(foldSession([...read, readEvent(beyond)])?.entries.at(-1)).toMatchObject({
      type: 'unknown',
      data: { type: 'lamp-set' },
    });
    expect(foldSession([readEvent(beyond), ...read.slice(1)])).toBeUndefined();
  });
});

it('[LOG31] a protocol that was published before a sign had limits is still read', () => {
  const { spo2: _, ...limits } = IV.limits;
  const stream = `protocol/${IV.id}`;
  const old: Recorded = { ...stored, stream, type: 'protocol-published', data: { ...IV, limits } };
  const read = readEvent(old, fitsItsRow);
  expect(read).toBe(old);
  expect(foldClinic([read].filter(isClinicEvent)).protocols.get(IV.id)?.[0]?.limits).toEqual({ ...limits, spo2: {} });
});
