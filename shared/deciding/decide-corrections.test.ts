import { describe, expect, it } from 'vitest';
import { aVisit, codeOf, idOf, minute, OTHER_NURSE, PHYSICIAN } from '../../tests/support/given-visit.ts';
import { bloodPressures } from '../vitals/latest.ts';

const withTypo = () => {
  const visit = aVisit()
    .infusing()
    .do('record-vitals', { systolic: 183, diastolic: 79 }, { at: minute(8) });
  return { visit, eventId: visit.events.at(-1)?.id ?? '' };
};

describe('corrections', () => {
  it('[VISIT29] the new value counts, the old one stays in sight', () => {
    const { visit, eventId } = withTypo();
    visit.do('correct-entry', { eventId, data: { systolic: 133, diastolic: 79 }, reason: 'typing error' }, { at: minute(9) });
    expect(bloodPressures(visit.state).at(-1)).toMatchObject({ systolic: 133, at: minute(8) });
    const entry = visit.state.entries.find((one) => one.eventId === eventId);
    expect(entry?.corrections).toMatchObject([{ was: { systolic: 183, diastolic: 79 }, reason: 'typing error', at: minute(9) }]);
  });

  it('[VISIT29] only the author or a physician, and only valid values', () => {
    const { visit, eventId } = withTypo();
    const data = { systolic: 133, diastolic: 79 };
    expect(codeOf(visit.try('correct-entry', { eventId, data }, { as: OTHER_NURSE }))).toBe('not-allowed VISIT29');
    expect(codeOf(visit.try('correct-entry', { eventId, data }, { as: PHYSICIAN }))).toBe('accepted');
    expect(codeOf(visit.try('correct-entry', { eventId, data: { systolic: 1330, diastolic: 79 } }))).toBe(
      'correction-invalid VISIT29',
    );
    expect(codeOf(visit.try('correct-entry', { eventId: idOf(999), data }))).toBe('unknown-entry VISIT29');
  });

  it('[VISIT29] steps of the visit are not corrected', () => {
    const visit = aVisit()
      .infusing()
      .do('pause-infusion', { reason: 'nausea' }, { at: minute(8) });
    const eventId = visit.events.at(-1)?.id ?? '';
    expect(codeOf(visit.try('correct-entry', { eventId, data: { reason: 'BP' } }))).toBe('not-correctable VISIT29');
  });

  it('[VISIT29] a corrected score has a corrected total', () => {
    const items = { vitalSigns: 2, activity: 2, nausea: 2, pain: 2, bleeding: 2 };
    const visit = aVisit().recovering().do('score-discharge', { scale: 'padss', items });
    const eventId = visit.events.at(-1)?.id ?? '';
    visit.do('correct-entry', { eventId, data: { scale: 'padss', items: { ...items, activity: 1 } } });
    expect(visit.state.entries.find((one) => one.eventId === eventId)?.data).toMatchObject({ total: 9 });
  });

  it('[VISIT30] a struck entry counts no more and stays in sight; steps are not struck', () => {
    const { visit, eventId } = withTypo();
    visit.do('strike-entry', { eventId, reason: 'other patient' });
    expect(bloodPressures(visit.state).map(({ systolic }) => systolic)).toEqual([122]);
    expect(visit.state.entries.find((one) => one.eventId === eventId)?.struck).toMatchObject({ reason: 'other patient' });
    expect(codeOf(visit.try('strike-entry', { eventId, reason: 'again' }))).toBe('not-correctable VISIT30');
    const started = visit.events.find(({ type }) => type === 'infusion-started')?.id ?? '';
    expect(codeOf(visit.try('strike-entry', { eventId: started, reason: 'x' }))).toBe('not-correctable VISIT30');
    expect(codeOf(withTypo().visit.try('strike-entry', { eventId, reason: 'x' }, { as: OTHER_NURSE }))).toBe(
      'not-allowed VISIT30',
    );
  });
});
