import { describe, expect, it } from 'vitest';
import { aVisit, CHAIR, codeOf, IM, minute, type Visit } from '../../tests/support/given-visit.ts';

const CALM = { systolic: 124, diastolic: 78, heartRate: 72, spo2: 98, respiratoryRate: 14 };

describe('the start', () => {
  const start = (visit: Visit, at: number, now = at) =>
    visit.try('start-infusion', { rateMlPerHour: 60 }, { at: minute(at), now: minute(now) });
  const whyOf = (visit: Visit, at: number, now = at) => {
    const decided = start(visit, at, now);
    return decided.ok ? 'accepted' : decided.refusal.detail;
  };

  it('[VISIT43] a patient who is not awake, or was not looked at, is not started', () => {
    expect(whyOf(aVisit().ready().do('record-observation', { moaas: 3 }), 1)).toContain('MOAA/S 3, hold below 5');
    const blind = aVisit().ready();
    const observed = blind.state.entries.findLast(({ type }) => type === 'observation-recorded');
    blind.do('strike-entry', { eventId: observed?.eventId ?? '', reason: 'other patient' });
    expect(whyOf(blind, 1)).toContain('missing: MOAA/S');
  });

  it('[VISIT43] a start is not set back before its own baseline, order or second check', () => {
    const late = () => aVisit().checkedIn().do('assign-chair', { chairId: CHAIR }).readied(minute(30));
    expect(whyOf(late(), 30)).toBe('accepted');
    const detail = whyOf(late(), 5, 31);
    expect(detail).toContain('missing: Systolic');
    expect(detail).toContain('written after this time');
    expect(detail).toContain('checked after this time');
  });

  it('[VISIT43] a start that is said late rests on what was measured before it', () => {
    const visit = aVisit()
      .ready()
      .do('record-vitals', { ...CALM, systolic: 150 }, { at: minute(12) });
    expect(whyOf(visit, 10, 12)).toBe('accepted');
    expect(whyOf(visit, 12)).toContain('Systolic 150 mmHg, hold above 140');
  });

  it('[VISIT43] the same holds for the first injection', () => {
    const visit = aVisit(IM).ready(minute(0), 'im').do('record-observation', { moaas: 2 });
    expect(codeOf(visit.try('give-dose', { route: 'im', doseMg: 40 }))).toBe('not-ready VISIT11');
  });
});
