import { expect, it } from 'vitest';
import { observationSchema, vitalsSchema } from '../../../shared/session/reading-data.ts';
import { bodyOf, effect, measured, observed } from './body.ts';

const bodies = Array.from({ length: 300 }, (_, n) =>
  bodyOf(
    7,
    `visit ${n}`,
    { id: `patient ${n % 80}`, dateOfBirth: `${1950 + (n % 50)}-05-05` },
    n % 9 === 0 ? 'chronic pain' : 'PTSD',
  ),
);
const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
const riseAt = (minute: number, sign: 'systolic' | 'diastolic' | 'heartRate') =>
  mean(bodies.map((body) => (measured(body, minute, minute * 60_000)[sign] ?? 0) - body.rest[sign]));

it('[DAY4] pressure rises to about +7/+6 mmHg at 30 to 40 min and is back by 90', () => {
  expect(effect(0)).toBe(0);
  expect(effect(40)).toBe(1);
  expect(effect(90)).toBeLessThan(0.1);
  for (const minute of [32, 38]) {
    expect(riseAt(minute, 'systolic')).toBeGreaterThan(5);
    expect(riseAt(minute, 'systolic')).toBeLessThan(9);
    expect(riseAt(minute, 'diastolic')).toBeGreaterThan(4);
    expect(riseAt(minute, 'diastolic')).toBeLessThan(8);
    expect(riseAt(minute, 'heartRate')).toBeGreaterThan(0.5);
    expect(riseAt(minute, 'heartRate')).toBeLessThan(4);
  }
  expect(Math.abs(riseAt(95, 'systolic'))).toBeLessThan(1.5);
});

it('[DAY2] whatever a body shows can be entered', () => {
  for (const body of bodies)
    for (const minute of [0, 10, 20, 30, 40, 60, 90, 120]) {
      expect(vitalsSchema.safeParse(measured(body, minute, minute * 60_000)).success).toBe(true);
      expect(observationSchema.safeParse(observed(body, minute)).success).toBe(true);
    }
});

it('[DAY1] a body shows the same at the same moment', () => {
  const [body] = bodies;
  if (body === undefined) throw new Error('no body');
  expect(measured(body, 20, 1_200_000)).toEqual(measured(body, 20, 1_200_000));
});
