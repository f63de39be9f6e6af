import { expect, it } from 'vitest';
import { IV } from '../../tests/support/given-visit.ts';
import { checkProtocol } from '../deciding/decide-protocol.ts';
import { quickEventsFrom, quickEventsOf, USUAL_EVENTS } from './quick-events.ts';

it('[DUE10] a protocol has its own quick events, and one that names none the usual ones', () => {
  const own = { quickEvents: [{ id: 'music', label: 'Music changed', kind: 'note' as const }] };
  expect(quickEventsOf(own, 'note').map(({ label }) => label)).toEqual(['Music changed']);
  expect(quickEventsOf(own, 'symptom')).toEqual([]);
  expect(quickEventsOf({}, 'symptom')).toEqual(USUAL_EVENTS.filter(({ kind }) => kind === 'symptom'));
});

it('[DUE10] made of the words somebody lists: empty ones and the same one twice are left out', () => {
  const events = quickEventsFrom(['Itching', ' ', 'Itching', 'Müde, still'], 'symptom');
  expect(events.map(({ label }) => label)).toEqual(['Itching', 'Müde, still']);
  expect(new Set(events.map(({ id }) => id)).size).toBe(2);
});

it('[DUE10] a protocol in which one stands twice is not published', () => {
  const twice = { id: 'a', label: 'A', kind: 'note' as const };
  const next = { ...IV, version: 2, quickEvents: [twice, twice] };
  expect(checkProtocol([IV], next)?.code).toBe('protocol-invalid');
  expect(checkProtocol([IV], { ...next, quickEvents: [twice] })).toBeUndefined();
});
