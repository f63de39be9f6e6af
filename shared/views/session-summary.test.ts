import { describe, expect, it } from 'vitest';
import { aVisit, CLINIC, IM, IV, minute, NINE, PHYSICIAN } from '../../tests/support/given-visit.ts';
import { vitalsSchedule } from '../vitals/due.ts';
import { baselineOf } from '../vitals/latest.ts';
import { median } from './median.ts';
import { vitalsPunctuality } from './punctuality.ts';
import { summarizeSession } from './session-summary.ts';

const bp = { systolic: 124, diastolic: 78 };

describe('the summary of a visit', () => {
  it('[VIEW4] says null for what is missing', () => {
    expect(summarizeSession(aVisit().state, CLINIC)).toMatchObject({
      status: 'scheduled',
      startedAt: null,
      deliveredMg: null,
      maxSystolic: null,
      minSpo2: null,
      score: null,
      recoveryMin: null,
      chartedBy: null,
    });
  });

  it('[VIEW4] sums a whole visit up', () => {
    const visit = aVisit()
      .discharged()
      .do('sign-record', { meaning: 'charted', password: 'x' })
      .do('sign-record', { meaning: 'reviewed', password: 'x' }, { as: PHYSICIAN });
    expect(summarizeSession(visit.state, CLINIC)).toMatchObject({
      patientName: 'Maya Reyes',
      chairLabel: '1',
      status: 'discharged',
      startedAt: NINE,
      endedAt: minute(40),
      dischargedAt: minute(101),
      durationMin: 40,
      recoveryMin: 61,
      orderedMg: 40,
      deliveredMg: 40,
      maxSystolic: 124,
      minSpo2: 98,
      score: 10,
      stoppedEarly: false,
      overridden: false,
      corrected: false,
      chartedBy: 'Person 0',
      reviewedBy: 'Person 2',
    });
  });

  it('[VIEW5] a gap counts each reading that it swallowed', () => {
    const visit = aVisit().infusing();
    for (const at of [10, 22, 52]) visit.do('record-vitals', bp, { at: minute(at) });
    // 10 and 12 minutes are in time (grace 2); 30 minutes should have held three.
    expect(vitalsPunctuality(visit.state, IV)).toEqual({ due: 5, onTime: 2 });
    expect(vitalsPunctuality(aVisit().ready().state, IV)).toEqual({ due: 0, onTime: 0 });
  });

  it('[VIEW7] the baseline is the last pressure at or before the drug', () => {
    const visit = aVisit()
      .ready()
      .do('record-vitals', { systolic: 118, diastolic: 70 }, { at: minute(2) });
    visit.do('start-infusion', { rateMlPerHour: 60 }, { at: minute(3) }).do('record-vitals', bp, { at: minute(9) });
    expect(baselineOf(visit.state)).toMatchObject({ systolic: 118, at: minute(2) });
  });

  it('[VIEW8] after an injection: 10 min for the first 40, then 15', () => {
    const visit = aVisit(IM).ready(NINE, 'im').do('give-dose', { route: 'im', doseMg: 40 });
    expect(vitalsSchedule(visit.state, IM)?.dueAt).toBe(minute(10));
    visit.do('record-vitals', bp, { at: minute(41) });
    expect(vitalsSchedule(visit.state, IM)?.dueAt).toBe(minute(56));
    expect(vitalsSchedule(aVisit().ready().state, IV)).toBeUndefined();
  });

  it('[VIEW4] a median of nothing is null', () => {
    expect([median([]), median([3]), median([4, 1]), median([9, 1, 2])]).toEqual([null, 3, 2.5, 2]);
  });
});
