import { expect, it } from 'vitest';
import { METRIC } from '../clinic/formats.ts';
import { spokenOf, spokenPressure, spokenSign } from './spoken.ts';

it('[UI158] a value is said in words, with its unit as a word', () => {
  expect(spokenPressure(127, 81)).toBe('blood pressure 127 over 81');
  expect(spokenSign('heartRate', 78, METRIC)).toBe('heart rate 78 per minute');
  expect(spokenSign('spo2', 98, METRIC)).toBe('oxygen saturation 98 percent');
  expect(spokenSign('respiratoryRate', 14, METRIC)).toBe('respiratory rate 14 per minute');
  expect(spokenSign('temperatureC', 38, { ...METRIC, temperature: 'fahrenheit' })).toBe('temperature 100.4 degrees Fahrenheit');
});

it('[UI158] with whose it is, and that it is too old to be live', () => {
  expect(spokenOf('heart rate 78 per minute', 'chair 4, Viktor S.')).toBe('heart rate 78 per minute, chair 4, Viktor S.');
  expect(spokenOf('heart rate 78 per minute', 'bay R1, Viktor S.', 'stale')).toBe(
    'heart rate 78 per minute, bay R1, Viktor S., stale',
  );
});
