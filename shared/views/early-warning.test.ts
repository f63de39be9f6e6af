import { expect, it } from 'vitest';
import { aVisit, minute } from '../../tests/support/given-visit.ts';
import { earlyWarning } from './early-warning.ts';

const READING = { systolic: 122, diastolic: 78, heartRate: 96, spo2: 94, respiratoryRate: 22, temperatureC: 37.2 };

it('[SCORE15] the total and its parts, in words', () => {
  const visit = aVisit()
    .recovering()
    .do('record-vitals', READING, { at: minute(50) });
  visit.do('record-observation', { moaas: 5 }, { at: minute(51) });
  expect(earlyWarning(visit.state)).toEqual({ total: 4, threeInOne: false, words: 'respiratory rate 2 · SpO₂ 1 · heart rate 1' });
  visit.do('record-vitals', { ...READING, onOxygen: true }, { at: minute(55) });
  visit.do('record-observation', { moaas: 4 }, { at: minute(55) });
  expect(earlyWarning(visit.state)).toMatchObject({ total: 9, threeInOne: true });
});

it('[SCORE15] what is missing, or older than a quarter of an hour, is named, and there is no total', () => {
  const visit = aVisit()
    .recovering()
    .do('record-observation', { moaas: 5 }, { at: minute(44) });
  const { temperatureC: _, ...rest } = READING;
  visit.do('record-vitals', rest, { at: minute(60) });
  expect(earlyWarning(visit.state)).toEqual({ threeInOne: false, words: 'not known without MOAA/S, temperature' });
});

it('[SCORE15] before the first reading there is none', () => {
  expect(earlyWarning(aVisit().state)).toBeUndefined();
});

it('[SCORE15] when nothing scores it says so', () => {
  const visit = aVisit().recovering();
  visit.do('record-vitals', { ...READING, heartRate: 70, spo2: 98, respiratoryRate: 14 }, { at: minute(50) });
  visit.do('record-observation', { moaas: 5 }, { at: minute(50) });
  expect(earlyWarning(visit.state)).toEqual({ total: 0, threeInOne: false, words: 'nothing outside its range' });
});
