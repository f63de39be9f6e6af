import { describe, expect, it } from 'vitest';
import {
  aVisit,
  codeOf,
  IM,
  IV,
  minute,
  NASAL,
  NINE,
  OTHER_CHAIR,
  OTHER_NURSE,
  PHYSICIAN,
  type Visit,
} from '../../tests/support/given-visit.ts';
import { deliveredMg } from '../dosing/delivered.ts';
import { missingBeforeStart } from './readiness.ts';

const ORDER = { drug: 'Ketamine', route: 'iv', doseMgPerKg: 0.5, concentrationMgPerMl: 1, durationMin: 40 } as const;
const { doseMgPerKg: _, ...IN_MG } = ORDER;

describe('orders', () => {
  it.each([
    [IV, { ...ORDER, drug: 'Propofol' }, 'order-not-of-protocol DOSE21'],
    [IV, { ...ORDER, route: 'im' as const }, 'order-not-of-protocol DOSE21'],
    [IV, { ...ORDER, concentrationMgPerMl: 3 }, 'order-not-of-protocol DOSE21'],
    [NASAL, ORDER, 'order-not-of-protocol DOSE21'],
    [
      NASAL,
      { ...IN_MG, drug: 'Esketamine', route: 'nasal' as const, concentrationMgPerMl: 140, doseMg: 40 },
      'order-not-of-protocol DOSE21',
    ],
    [NASAL, { ...IN_MG, drug: 'Esketamine', route: 'nasal' as const, concentrationMgPerMl: 140, doseMg: 84 }, 'accepted'],
    [IV, { ...ORDER, drug: 'ketamine ' }, 'accepted'],
    [IV, { ...ORDER, doseMgPerKg: 20 }, 'dose-too-high DOSE22'],
    [IV, { ...IN_MG, doseMg: 161 }, 'dose-too-high DOSE22'],
    [IV, { ...IN_MG, doseMg: 160 }, 'accepted'],
    [IV, { ...IN_MG, doseMg: 1, concentrationMgPerMl: 100 }, 'rate-not-possible DOSE20'],
    [IV, { ...IN_MG, doseMg: 0.1, concentrationMgPerMl: 100 }, 'rate-not-possible DOSE20'],
    [IV, { ...IN_MG, doseMg: 9, concentrationMgPerMl: 100 }, 'accepted'],
  ])('[DOSE20, DOSE21, DOSE22] $name: %j is %s', (protocol, order, code) => {
    expect(codeOf(aVisit(protocol).checkedIn().try('write-order', order, { as: PHYSICIAN }))).toBe(code);
  });

  const missing = (visit: Visit, at: number) =>
    missingBeforeStart(visit.state, IV, Date.parse(minute(at)), [], []).map(({ id, why }) => `${id}: ${why}`);

  it.each([ORDER, { ...IN_MG, doseMg: 40 }])('[DOSE26] %j falls when the weight is corrected', (order) => {
    const visit = aVisit().ready().do('write-order', order, { as: PHYSICIAN }).do('confirm-order', {}, { as: OTHER_NURSE });
    expect(missing(visit, 1)).toEqual([]);
    const arrived = visit.state.entries.find(({ type }) => type === 'checked-in');
    visit.do(
      'correct-entry',
      { eventId: arrived?.eventId ?? '', data: { identifiers: ['name', 'date-of-birth'], weightKg: 60 } },
      { at: minute(1) },
    );
    expect(missing(visit, 1)).toEqual(['order: written for 80 kg, the weight is 60 kg: a new order is needed']);
  });

  it('[DOSE26] the second check ages, and stays with its chair; once more it is good again', () => {
    const visit = aVisit().ready();
    visit.do('record-vitals', { systolic: 122, diastolic: 78, heartRate: 70, spo2: 98, respiratoryRate: 14 }, { at: minute(10) });
    visit.do('record-observation', { moaas: 5 }, { at: minute(10) });
    expect(missing(visit, 15)).toEqual([]);
    expect(missing(visit, 15.1)).toEqual(['order-confirmed: checked more than 15 min ago']);
    visit.do('confirm-order', {}, { at: minute(16), as: OTHER_NURSE });
    expect(missing(visit, 17)).toEqual([]);
    visit.do('assign-chair', { chairId: OTHER_CHAIR }, { at: minute(17) });
    expect(missing(visit, 17)).toEqual(['order-confirmed: checked at another chair']);
  });
});

describe('rates', () => {
  it.each([
    [60, undefined, 'accepted'],
    [66, undefined, 'accepted'],
    [67, undefined, 'rate-needs-reason DOSE23'],
    [53, undefined, 'rate-needs-reason DOSE23'],
    [67, 'pump takes no other', 'accepted'],
    [121, 'hurry', 'rate-needs-physician DOSE23'],
  ])('[DOSE23] a start at %s mL/h of 60, %s: %s', (rateMlPerHour, reason, code) => {
    const data = { rateMlPerHour, ...(reason === undefined ? {} : { reason }) };
    expect(codeOf(aVisit().ready().try('start-infusion', data))).toBe(code);
  });

  it('[DOSE23] 600 for 60 is a physician’s alone, while it runs too', () => {
    const change = { rateMlPerHour: 600, reason: 'as I said' };
    expect(
      codeOf(
        aVisit()
          .infusing()
          .try('change-rate', change, { at: minute(1) }),
      ),
    ).toBe('rate-needs-physician DOSE23');
    expect(
      codeOf(
        aVisit()
          .infusing()
          .try('change-rate', change, { at: minute(1), as: PHYSICIAN }),
      ),
    ).toBe('accepted');
  });

  it('[DOSE24] a fifth of the dose is not a completed infusion', () => {
    const end = (at: number, data: { outcome: 'completed' | 'stopped-early'; reason?: string; volumeMl?: number }) =>
      codeOf(
        aVisit()
          .infusing()
          .try('end-infusion', data, { at: minute(at) }),
      );
    expect(end(8, { outcome: 'completed' })).toBe('not-completed DOSE24');
    expect(end(36, { outcome: 'completed' })).toBe('accepted');
    expect(end(8, { outcome: 'stopped-early', reason: 'distress' })).toBe('accepted');
    expect(end(40, { outcome: 'completed', volumeMl: 8 })).toBe('not-completed DOSE24');
  });

  it('[DOSE24] an end that was tapped late says what the pump gave; never more than there was', () => {
    const visit = aVisit().infusing();
    expect(codeOf(visit.try('end-infusion', { outcome: 'completed' }, { at: minute(70) }))).toBe('more-than-ordered DOSE24');
    expect(codeOf(visit.try('end-infusion', { outcome: 'completed', volumeMl: 70 }, { at: minute(70) }))).toBe(
      'more-than-ordered DOSE24',
    );
    visit.do('end-infusion', { outcome: 'completed', volumeMl: 40 }, { at: minute(70) });
    expect(deliveredMg(visit.state, Date.parse(minute(71)))).toBe(40);
  });

  it('[DOSE24] what the pump gave by its own display is what was given, more than its rates come to or less', () => {
    const visit = aVisit()
      .infusing()
      .do('end-infusion', { outcome: 'completed', volumeMl: 39 }, { at: minute(8) });
    expect(deliveredMg(visit.state, Date.parse(minute(9)))).toBe(39);
  });
});

describe('doses', () => {
  const sprayed = () => aVisit(NASAL).ready(NINE, 'nasal').do('give-dose', { route: 'nasal', doseMg: 28 });
  const spray = (visit: Visit, at: number, doseMg = 28) => visit.try('give-dose', { route: 'nasal', doseMg }, { at: minute(at) });

  it('[DOSE25] devices are five minutes apart, give what they give, and end with the last', () => {
    expect(codeOf(spray(sprayed(), 3))).toBe('too-early DOSE25');
    expect(codeOf(spray(sprayed(), 4.5))).toBe('accepted');
    expect(codeOf(spray(sprayed(), 6, 56))).toBe('order-not-of-protocol DOSE25');
    const all = sprayed().do('give-dose', { route: 'nasal', doseMg: 28 }, { at: minute(5) });
    expect(codeOf(spray(all, 11))).toBe('more-than-ordered DOSE25');
  });

  it('[DOSE25] an order for the muscle is not given into the vein', () => {
    expect(codeOf(aVisit(IM).ready(NINE, 'im').try('give-dose', { route: 'iv', doseMg: 40 }))).toBe('route-differs DOSE25');
  });

  it('[DOSE27] a dose given by mistake is struck, and a resume rate corrected; the mg follow', () => {
    const im = aVisit(IM).ready(NINE, 'im').do('give-dose', { route: 'im', doseMg: 40 });
    im.do('strike-entry', { eventId: im.events.at(-1)?.id ?? '', reason: 'other patient' }, { at: minute(1) });
    expect(deliveredMg(im.state, Date.parse(minute(2)))).toBe(0);
    const visit = aVisit()
      .infusing()
      .do('pause-infusion', { reason: 'Patient asks' }, { at: minute(10) });
    visit.do('resume-infusion', { rateMlPerHour: 60 }, { at: minute(20) });
    visit.do('correct-entry', { eventId: visit.events.at(-1)?.id ?? '', data: { rateMlPerHour: 30 } }, { at: minute(30) });
    expect(deliveredMg(visit.state, Date.parse(minute(30)))).toBe(15);
  });
});
