import { describe, expect, it } from 'vitest';
import { aVisit, BAY, codeOf, IV, minute, NASAL, PHYSICIAN, type Visit } from '../../tests/support/given-visit.ts';
import type { Protocol } from '../clinic/protocol.ts';
import { dischargeChecks, missingForDischarge } from './discharge.ts';

const missing = (visit: Visit, at: number) =>
  missingForDischarge(visit.state, visit.protocol, Date.parse(minute(at)), visit.results).map(({ id }) => id);
const whyNot = (visit: Visit, at: number, id: string) =>
  dischargeChecks(visit.state, visit.protocol, Date.parse(minute(at)), visit.results).find((one) => one.id === id)?.why;
const CALM = { systolic: 124, diastolic: 78, heartRate: 72, spo2: 98, respiratoryRate: 14 };
const WELL = { moaas: 5, dissociation: 0, nausea: 0, pain: 0 };
const NINE_OF_TEN = { vitalSigns: 2, activity: 1, nausea: 2, pain: 2, bleeding: 2 };

describe('evidence before going home', () => {
  it('[VISIT40] scales of before the drug and signs of the infusion are no evidence', () => {
    const visit = aVisit();
    visit.ready().do('record-observation', WELL).do('start-infusion', { rateMlPerHour: 60 });
    visit.do('record-vitals', CALM, { at: minute(20) });
    visit.do('end-infusion', { outcome: 'completed' }, { at: minute(40) });
    visit.do('move-to-recovery', { bayId: BAY }, { at: minute(41) });
    expect(whyNot(visit, 45, 'evidence')).toBe('not since the drug: Systolic, Diastolic, Heart rate and 6 more');
    expect(codeOf(visit.try('discharge', {}, { at: minute(101) }))).toBe('not-ready-for-discharge VISIT25');
  });

  it.each([
    ['moaas', 'MOAA/S'],
    ['dissociation', 'Dissociation'],
    ['nausea', 'Nausea'],
    ['pain', 'Pain'],
  ] as const)('[VISIT40] %s that was never asked keeps the patient here', (scale, label) => {
    const visit = aVisit().recovering();
    const { [scale]: _, ...others } = WELL;
    visit.do('record-vitals', CALM, { at: minute(100) }).do('record-observation', others, { at: minute(100) });
    expect(whyNot(visit, 101, 'evidence')).toBe(scale === 'moaas' ? `not since the drug: ${label}` : `missing: ${label}`);
  });

  it('[VISIT40] each is good for one recovery interval and its grace, to the minute', () => {
    const visit = aVisit().readyForHome();
    expect(missing(visit, 117)).toEqual([]);
    expect(missing(visit, 117.01)).toEqual(['evidence']);
    expect(whyNot(visit, 122, 'evidence')).toContain('too old: Systolic 22 min');
    visit.do('record-vitals', CALM, { at: minute(120) });
    expect(whyNot(visit, 122, 'evidence')).toBe('too old: MOAA/S 22 min, Dissociation 22 min, Nausea 22 min, Pain 22 min');
  });

  it('[VISIT40] a score of a second after the end is not the score of an hour later', () => {
    const visit = aVisit().recovering();
    visit.do('score-discharge', { scale: 'padss', items: NINE_OF_TEN }, { at: '2026-11-24T09:41:01.000Z' });
    expect(whyNot(visit, 101, 'score')).toBe('score 59 min old');
    expect(whyNot(visit, 45, 'score')).toBeUndefined();
  });

  it('[VISIT40] a protocol that asks for two scores in a row wants them an interval apart', () => {
    const protocol: Protocol = { ...IV, recovery: { ...IV.recovery, consecutiveScores: 2 } };
    const visit = aVisit().recovering();
    visit.protocol = protocol;
    for (const at of [90, 91]) visit.do('score-discharge', { scale: 'padss', items: NINE_OF_TEN }, { at: minute(at) });
    expect(whyNot(visit, 101, 'score')).toBe('1 of 2 scores');
    visit.do('score-discharge', { scale: 'padss', items: NINE_OF_TEN }, { at: minute(104) });
    expect(whyNot(visit, 105, 'score')).toBeUndefined();
  });

  it('[VISIT40] what is known to be outside keeps the patient here, also when it was entered late', () => {
    const visit = aVisit().readyForHome();
    visit.do('record-vitals', { spo2: 91 }, { at: minute(101), now: minute(110) });
    expect(missing(visit, 110)).toEqual(['limits']);
    visit.do('record-vitals', { spo2: 99, onOxygen: true }, { at: minute(109) });
    expect(whyNot(visit, 110, 'limits')).toBe('SpO₂ measured on oxygen');
  });

  it('[VISIT41] two readings in one minute are one: they have to be an interval apart, less its grace', () => {
    const visit = aVisit().recovering();
    visit.do('record-vitals', CALM, { at: minute(55) }).do('record-vitals', CALM, { at: minute(55.5) });
    visit.do('record-vitals', CALM, { at: minute(67.9) });
    expect(whyNot(visit, 101, 'readings')).toBe('1 of 2 readings, the others too close to each other');
    visit.do('record-vitals', CALM, { at: minute(68) });
    expect(whyNot(visit, 101, 'readings')).toBeUndefined();
  });

  it('[VISIT48] pain goes home at 3 or less, or as it was before the drug', () => {
    const visit = aVisit();
    visit.ready().do('record-observation', { pain: 6 }).do('start-infusion', { rateMlPerHour: 60 });
    visit.do('end-infusion', { outcome: 'completed' }, { at: minute(40) });
    visit.do('record-observation', { ...WELL, pain: 6 }, { at: minute(60) });
    expect(whyNot(visit, 61, 'limits')).toBeUndefined();
    visit.do('record-observation', { pain: 7 }, { at: minute(61) });
    expect(whyNot(visit, 61, 'limits')).toBe('Pain 7');
    const without = aVisit()
      .recovering()
      .do('record-observation', { pain: 4 }, { at: minute(60) });
    expect(whyNot(without, 61, 'limits')).toBe('Pain 4');
  });
});

describe('esketamine', () => {
  const devices = () => {
    const visit = aVisit(NASAL).ready('2026-11-24T09:00:00.000Z', 'nasal');
    const order = { drug: 'Esketamine', route: 'nasal', doseMg: 84, concentrationMgPerMl: 140, durationMin: 40 } as const;
    visit.do('write-order', order, { as: PHYSICIAN }).do('confirm-order', {});
    for (const at of [0, 5, 10]) visit.do('give-dose', { route: 'nasal', doseMg: 28 }, { at: minute(at) });
    return visit;
  };

  it('[VISIT41] readings between the devices are not readings after the last', () => {
    const visit = devices();
    for (const at of [1, 2]) visit.do('record-vitals', CALM, { at: minute(at) });
    visit.do('score-discharge', { scale: 'padss', items: NINE_OF_TEN }, { at: minute(4) });
    expect(missing(visit, 121)).toEqual(expect.arrayContaining(['readings', 'reading-at-40', 'score', 'evidence']));
    expect(whyNot(visit, 121, 'readings')).toBe('0 of 2 readings');
    expect(whyNot(visit, 121, 'score')).toBe('not scored since the drug');
  });

  it.each([
    [34.9, 'no reading at 35 to 45 min'],
    [35, undefined],
    [45, undefined],
    [45.1, 'no reading at 35 to 45 min'],
  ])('[VISIT41] a reading at minute %s after the first device', (at, why) => {
    const visit = devices().do('record-vitals', CALM, { at: minute(at) });
    expect(whyNot(visit, 121, 'reading-at-40')).toBe(why);
  });
});
