import { expect, it } from 'vitest';
import { toMs } from '../shared/units.ts';
import { eventId } from './event-id.ts';

it('[LOG16] ids are UUIDs of version 7 that hold their time', () => {
  const ms = toMs('2096-11-24T09:00:00.000Z');
  const id = eventId(ms);
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(ms);
});

it('[LOG16] they grow within a millisecond, when the clock stands still and when it steps back', () => {
  const ms = toMs('2097-11-24T09:00:00.000Z');
  const times = [...Array.from({ length: 10_000 }, () => ms), ms - 3_600_000, ms - 1, ms + 60_000];
  const ids = times.map(eventId);
  expect(ids).toEqual(ids.toSorted());
  expect(new Set(ids).size).toBe(ids.length);
});
