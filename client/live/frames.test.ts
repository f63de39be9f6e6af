import { describe, expect, it } from 'vitest';
import { beatSchema, caughtUpSchema, closingSchema, eventsFrameSchema } from '../../shared/wire/down.ts';
import { problemSchema } from '../../shared/wire/problem.ts';
import { beatOf, caughtUpOf, closingOf, eventsOf, problemOf } from './frames.ts';

const ID = '00000000-0000-7000-8000-000000000001';
const EVENT = {
  position: 7,
  id: ID,
  stream: `session/${ID}`,
  streamPosition: 2,
  type: 'note-added',
  version: 1,
  happenedAt: '2026-11-24T09:00:00.000Z',
  recordedAt: '2026-11-24T09:00:01.000Z',
  actor: { id: ID, role: 'nurse' },
  commandId: ID,
  data: { text: 'asleep' },
};

/** Each with a good frame, its parser by hand, its schema, and what each field must not be. */
const FRAMES = [
  { name: 'beat', good: { now: EVENT.happenedAt, head: 3, epoch: 'e', speed: 1 }, hand: beatOf, schema: beatSchema },
  { name: 'caught-up', good: { position: 3 }, hand: caughtUpOf, schema: caughtUpSchema },
  { name: 'closing', good: { code: 4409 }, hand: closingOf, schema: closingSchema },
  {
    name: 'problem',
    good: { type: 'about:blank', title: 'No', status: 409, code: 'wrong-phase', detail: 'No.' },
    hand: problemOf,
    schema: problemSchema,
  },
] as const;

describe.each(FRAMES)('$name', ({ good, hand, schema }) => {
  it('[UI21] is taken as the schema takes it', () => {
    expect(schema.safeParse(good).success).toBe(true);
    expect(hand(good)).toBeDefined();
  });

  it.each(Object.keys(good))('[UI21] without %s, or with something else there, it is none', (field) => {
    for (const broken of [
      { ...good, [field]: undefined },
      { ...good, [field]: {} },
    ]) {
      expect(schema.safeParse(broken).success).toBe(false);
      expect(hand(broken)).toBeUndefined();
    }
  });
});

it('[UI21] a frame of events is taken as the schema takes it', () => {
  const frame = { from: 6, events: [EVENT] };
  expect(eventsFrameSchema.safeParse(frame).success).toBe(true);
  expect(eventsOf(frame)).toEqual([EVENT]);
});

it.each(Object.keys(EVENT).filter((field) => field !== 'data'))('[UI21] an event without %s is none', (field) => {
  const frame = { from: 6, events: [{ ...EVENT, [field]: undefined }] };
  expect(eventsFrameSchema.safeParse(frame).success).toBe(false);
  expect(eventsOf(frame)).toBeUndefined();
});

it.each([null, undefined, 'frame', 7, [], {}])('[UI21] %j is no frame at all', (junk) => {
  for (const read of [eventsOf, beatOf, caughtUpOf, closingOf, problemOf]) expect(read(junk)).toBeUndefined();
});
