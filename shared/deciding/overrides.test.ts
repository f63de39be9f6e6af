import { describe, expect, it } from 'vitest';
import { aVisit, codeOf, minute, PHYSICIAN, type Visit } from '../../tests/support/given-visit.ts';

const CALM = { systolic: 124, diastolic: 78, heartRate: 72, spo2: 98, respiratoryRate: 14 };

describe('overrides', () => {
  const held = () =>
    aVisit()
      .ready()
      .do('record-vitals', { ...CALM, systolic: 142 }, { at: minute(1) });
  const overridden = () => held().do('override-check', { item: 'baseline-vitals', reason: 'usual' }, { as: PHYSICIAN });
  const start = (visit: Visit, at: number) => codeOf(visit.try('start-infusion', { rateMlPerHour: 60 }, { at: minute(at) }));

  it('[VISIT42] holds for the value that was seen, and for a better one', () => {
    const visit = overridden();
    expect(visit.events.at(-1)?.data).toMatchObject({ seen: [{ what: 'systolic', value: 142, bound: 'high' }] });
    expect(start(visit, 2)).toBe('accepted');
    expect(start(visit.do('record-vitals', { ...CALM, systolic: 141 }, { at: minute(3) }), 3)).toBe('accepted');
  });

  it.each([
    ['a worse one', { systolic: 143, diastolic: 80 }],
    ['another number of the reading', { systolic: 142, diastolic: 91 }],
    ['another sign', { spo2: 91 }],
    ['the other side', { systolic: 88, diastolic: 60 }],
  ])('[VISIT42] ends with %s', (_, vitals) => {
    const visit = overridden().do('record-vitals', vitals, { at: minute(3) });
    expect(start(visit, 4)).toBe('not-ready VISIT11');
  });

  it('[VISIT42] ends with a correction for the worse', () => {
    const visit = overridden();
    const reading = visit.state.entries.findLast(({ type }) => type === 'vitals-recorded');
    visit.do('correct-entry', { eventId: reading?.eventId ?? '', data: { ...CALM, systolic: 215 } }, { at: minute(2) });
    expect(start(visit, 3)).toBe('not-ready VISIT11');
  });

  it('[VISIT42] does not stand for what was not measured, or too long ago', () => {
    const nothing = aVisit().checkedIn();
    const override = { item: 'baseline-vitals', reason: 'looks well' };
    expect(codeOf(nothing.try('override-check', override, { as: PHYSICIAN }))).toBe('nothing-to-override VISIT42');
    expect(codeOf(aVisit().ready().try('override-check', override, { as: PHYSICIAN }))).toBe('nothing-to-override VISIT42');
    expect(start(overridden(), 17)).toBe('not-ready VISIT11');
  });

  it('[VISIT42] of a question that nobody had answered ends with the answer', () => {
    const visit = aVisit().checkedIn().do('override-check', { item: 'cssrs', reason: 'known' }, { as: PHYSICIAN });
    const ready = (given: Visit) => given.try('start-infusion', { rateMlPerHour: 60 });
    visit.do('answer-checklist', { item: 'cssrs', answer: 'no' });
    const refused = ready(visit);
    expect(refused.ok ? '' : refused.refusal.detail).toContain('C-SSRS asked, risk not high (answered no)');
    visit.do('override-check', { item: 'cssrs', reason: 'seen' }, { as: PHYSICIAN });
    const after = ready(visit);
    expect(after.ok ? '' : after.refusal.detail).not.toContain('C-SSRS');
  });

  it('[VISIT42] of a screen that was older than the newest value is refused', () => {
    const visit = held();
    const position = visit.state.position;
    visit.do('record-vitals', { ...CALM, systolic: 190 }, { at: minute(2) });
    const of = (seen: number) =>
      codeOf(visit.try('override-check', { item: 'baseline-vitals', reason: 'usual', position: seen }, { as: PHYSICIAN }));
    expect(of(position)).toBe('stale-override VISIT42');
    expect(of(visit.state.position)).toBe('accepted');
  });

  it('[VISIT42] of a discharge keeps what was open, and covers no more than was shown', () => {
    const visit = aVisit()
      .readyForHome()
      .do('record-vitals', { systolic: 160, diastolic: 80 }, { at: minute(102) });
    const with_ = (ids: string[]) =>
      visit.try('discharge', { override: { reason: 'as always', missing: ids } }, { as: PHYSICIAN, at: minute(103) });
    expect(codeOf(with_([]))).toBe('stale-override VISIT42');
    const accepted = with_(['limits']);
    expect(accepted.ok && accepted.events[0]?.data).toMatchObject({
      missing: ['limits'],
      open: ['Vital signs and scales within discharge limits (Systolic 160 mmHg, systolic 31 % from baseline)'],
    });
  });
});
