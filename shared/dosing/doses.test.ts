import { expect, it } from 'vitest';
import { aVisit, IM, minute, NASAL, PHYSICIAN } from '../../tests/support/given-visit.ts';
import { observationSince } from '../vitals/due.ts';
import { dosesGiven, sameDoseOf } from './doses.ts';

const NASAL_ORDER = { drug: 'Esketamine', route: 'nasal', concentrationMgPerMl: 140, durationMin: 40 } as const;

function sprayed(doseMg: number) {
  const visit = aVisit(NASAL).ready(minute(0), 'nasal');
  return visit.do('write-order', { ...NASAL_ORDER, doseMg }, { as: PHYSICIAN }).do('confirm-order', {});
}

it('[DUE8] 84 mg are three devices of 28 mg, each five minutes after the one before', () => {
  const visit = sprayed(84);
  expect(dosesGiven(visit.state, NASAL)).toMatchObject({ givenMg: 0, leftMg: 84, next: { number: 1, of: 3, mg: 28 } });
  visit.do('give-dose', { route: 'nasal', doseMg: 28 }, { at: minute(1) });
  expect(dosesGiven(visit.state, NASAL).next).toEqual({ number: 2, of: 3, mg: 28, from: minute(6) });
  visit.do('give-dose', { route: 'nasal', doseMg: 28 }, { at: minute(6) });
  visit.do('give-dose', { route: 'nasal', doseMg: 28 }, { at: minute(11) });
  expect(dosesGiven(visit.state, NASAL)).toMatchObject({ givenMg: 84, leftMg: 0 });
  expect(dosesGiven(visit.state, NASAL).next).toBeUndefined();
});

it('[DUE8] observation counts from the first device, and after injections from the last, by when they were given', () => {
  const nasal = sprayed(56)
    .do('give-dose', { route: 'nasal', doseMg: 28 }, { at: minute(9), now: minute(9) })
    .do('give-dose', { route: 'nasal', doseMg: 28 }, { at: minute(4), now: minute(12) });
  expect(observationSince(nasal.state, NASAL)).toBe(minute(4));
  const im = aVisit(IM)
    .ready(minute(0), 'im')
    .do('give-dose', { route: 'im', doseMg: 25 }, { at: minute(8), now: minute(8) })
    .do('give-dose', { route: 'im', doseMg: 15 }, { at: minute(3), now: minute(10) });
  expect(observationSince(im.state, IM)).toBe(minute(8));
});

it('[DUE9] the same dose within two minutes, before or after, is the one it stands against', () => {
  const visit = sprayed(56).do('give-dose', { route: 'nasal', doseMg: 28 }, { at: minute(5) });
  const twin = (doseMg: number, at: number) => sameDoseOf(visit.state, { route: 'nasal', doseMg, at: minute(at) })?.happenedAt;
  expect(twin(28, 6)).toBe(minute(5));
  expect(twin(28, 4)).toBe(minute(5));
  expect(twin(28, 7)).toBeUndefined();
  expect(twin(56, 6)).toBeUndefined();
});
