import { describe, expect, it } from 'vitest';
import { aVisit, BAY, codeOf, idOf, minute, NASAL, NINE, OTHER_NURSE, PHYSICIAN } from '../../tests/support/given-visit.ts';
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

  it('[VISIT56] the time is corrected within the visit, and the old one stays in sight', () => {
    const { visit, eventId } = withTypo();
    const data = { systolic: 183, diastolic: 79 };
    const to = (happenedAt: string) => codeOf(visit.try('correct-entry', { eventId, data, happenedAt }, { now: minute(30) }));
    expect(to(minute(-2))).toBe('time-not-correctable VISIT56');
    expect(to(minute(10))).toBe('time-not-correctable VISIT56');
    visit.do('correct-entry', { eventId, data, happenedAt: minute(3), reason: 'wrong time' }, { at: minute(9) });
    const entry = visit.state.entries.find((one) => one.eventId === eventId);
    expect(entry).toMatchObject({ happenedAt: minute(3), recordedAt: minute(8), corrections: [{ wasAt: minute(8) }] });
    expect(bloodPressures(visit.state).at(-1)?.at).toBe(minute(3));
    visit.do('correct-entry', { eventId, data, happenedAt: minute(3) }, { at: minute(10) });
    expect(visit.state.entries.find((one) => one.eventId === eventId)?.corrections.at(-1)).not.toHaveProperty('wasAt');
  });

  it('[VISIT56] a step of the visit keeps its time, and nothing but a note or an adverse event moves out of the visit', () => {
    const visit = aVisit().discharged();
    const idOfLast = (type: string) => visit.events.findLast((event) => event.type === type)?.id ?? '';
    const late = { now: minute(200), at: minute(200) };
    const started = { eventId: idOfLast('infusion-started'), data: { rateMlPerHour: 60 }, happenedAt: minute(1) };
    expect(codeOf(visit.try('correct-entry', started, late))).toBe('time-not-correctable VISIT56');
    visit
      .do('record-vitals', { heartRate: 80 }, { ...late, at: minute(99) })
      .do('add-note', { text: 'called' }, { ...late, at: minute(150) });
    const reading = { eventId: idOfLast('vitals-recorded'), data: { heartRate: 80 }, happenedAt: minute(120) };
    expect(codeOf(visit.try('correct-entry', reading, late))).toBe('time-not-correctable VISIT56');
    const note = { eventId: idOfLast('note-added'), data: { text: 'called' }, happenedAt: minute(120) };
    expect(codeOf(visit.try('correct-entry', note, late))).toBe('accepted');
  });

  it('[VISIT56] the first dose given at once takes the beginning of its phase along, and stays before the next step', () => {
    const visit = aVisit(NASAL)
      .ready(NINE, 'nasal')
      .do('give-dose', { route: 'nasal', doseMg: 28 }, { at: minute(10) });
    const eventId = visit.events.at(-1)?.id ?? '';
    const data = { route: 'nasal', doseMg: 28 } as const;
    visit.do('correct-entry', { eventId, data, happenedAt: minute(6) }, { at: minute(12) });
    expect(visit.state).toMatchObject({ phase: 'infused', phaseSince: minute(6) });
    visit.do('record-vitals', { heartRate: 70 }, { at: minute(20) });
    visit.do('move-to-recovery', { bayId: BAY }, { at: minute(8), now: minute(21) });
    expect(codeOf(visit.try('correct-entry', { eventId, data, happenedAt: minute(9) }, { at: minute(22) }))).toBe(
      'time-not-correctable VISIT56',
    );
  });
});
