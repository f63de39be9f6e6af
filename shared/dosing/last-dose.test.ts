import { describe, expect, it } from 'vitest';
import { aVisit, IM, minute, NASAL, NINE, OTHER_NURSE, PHYSICIAN } from '../../tests/support/given-visit.ts';
import { missingBeforeStart } from '../deciding/readiness.ts';
import { entriesOf } from '../session/entries.ts';
import { type LastDose, lastDoseIn, lastDoseOf, stepFromLast } from './last-dose.ts';

const LAST: LastDose = { drug: 'Ketamine', route: 'iv', doseMg: 40, weightKg: 80, givenAt: '2026-11-12T09:00:00.000Z' };

describe('the last dose', () => {
  it('[DOSE31] is what was ordered in a visit in which any of it was given', () => {
    expect(lastDoseIn(aVisit().infusing().state)).toEqual({ ...LAST, givenAt: NINE });
    expect(lastDoseIn(aVisit().ready().state)).toBeUndefined();
    const im = aVisit(IM).ready(NINE, 'im').do('give-dose', { route: 'im', doseMg: 40 });
    expect(lastDoseIn(im.state)).toMatchObject({ route: 'im', doseMg: 40, weightKg: 80 });
    im.do('strike-entry', { eventId: im.events.at(-1)?.id ?? '', reason: 'other patient' }, { at: minute(1) });
    expect(lastDoseIn(im.state)).toBeUndefined();
  });

  it('[DOSE31] comes along at the check-in, and stays when that is corrected', () => {
    const visit = aVisit(undefined, { lastDose: LAST }).checkedIn();
    expect(lastDoseOf(visit.state, { drug: 'ketamine ', route: 'iv' })).toEqual(LAST);
    expect(lastDoseOf(visit.state, { drug: 'Ketamine', route: 'im' })).toBeUndefined();
    expect(lastDoseOf(visit.state, NASAL)).toBeUndefined();
    const { eventId = '' } = entriesOf(visit.state, 'checked-in')[0] ?? {};
    visit.do('correct-entry', { eventId, data: { identifiers: ['name', 'mrn'], weightKg: 81 } });
    expect(entriesOf(visit.state, 'checked-in')[0]?.data).toMatchObject({ weightKg: 81, lastDose: LAST });
    expect(lastDoseOf(aVisit().checkedIn().state, LAST)).toBeUndefined();
  });

  it.each([
    [40, 80, undefined],
    [160, 80, undefined],
    [400, 80, { times: 10, isMore: true }],
    [390, 81, { times: 10, isMore: true }],
    [800, 80, { times: 20, isMore: true }],
    [4, 80, { times: 10, isMore: false }],
    [2, 80, { times: 20, isMore: false }],
    [400, undefined, { times: 10, isMore: true }],
    [220, 40, { times: 11, isMore: true }],
  ])('[DOSE31] %d mg at %s kg after 0.5 mg/kg: %j', (doseMg, weightKg, step) => {
    expect(stepFromLast(doseMg, weightKg, LAST)).toEqual(step);
  });

  it('[DOSE31] an order a tenth of the last does not start before a second person has checked it', () => {
    const visit = aVisit(undefined, { lastDose: { ...LAST, doseMg: 400 } }).ready();
    const order = { drug: 'Ketamine', route: 'iv', doseMgPerKg: 0.5, concentrationMgPerMl: 1, durationMin: 40 } as const;
    visit.do('write-order', order, { as: PHYSICIAN });
    const missing = () => missingBeforeStart(visit.state, visit.protocol, Date.parse(NINE), [], []).map(({ id }) => id);
    expect(missing()).toEqual(['order-confirmed']);
    expect(visit.try('confirm-order', {}, { as: PHYSICIAN })).toMatchObject({ refusal: { code: 'same-person' } });
    visit.do('confirm-order', {}, { as: OTHER_NURSE });
    expect(missing()).toEqual([]);
  });
});
