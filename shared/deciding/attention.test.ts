import { describe, expect, it } from 'vitest';
import { aVisit, codeOf, minute, PHYSICIAN, type Visit } from '../../tests/support/given-visit.ts';
import { dischargeChecks, missingForDischarge } from './discharge.ts';

const missing = (visit: Visit, at: number) =>
  missingForDischarge(visit.state, visit.protocol, Date.parse(minute(at)), visit.results).map(({ id }) => id);
const whyNot = (visit: Visit, at: number, id: string) =>
  dischargeChecks(visit.state, visit.protocol, Date.parse(minute(at)), visit.results).find((one) => one.id === id)?.why;
const NONE = [0, 0, 0, 0, 0, 0];

describe('what a nurse alone cannot answer', () => {
  it('[VISIT47] an open call keeps the patient here until a physician answers it', () => {
    const visit = aVisit()
      .readyForHome()
      .do('call-physician', { reason: 'dizzy' }, { at: minute(101) });
    expect(missing(visit, 101)).toEqual(['call']);
    visit.do('answer-call', {}, { as: PHYSICIAN });
    expect(missing(visit, 101)).toEqual([]);
  });

  it('[VISIT47] so does a high alarm that nobody acknowledged, though its cause is gone', () => {
    const visit = aVisit()
      .recovering()
      .do('record-vitals', { spo2: 85 }, { at: minute(50) });
    visit.watch(minute(50));
    visit.do('record-vitals', { spo2: 98 }, { at: minute(52) });
    visit.watch(minute(52));
    expect(whyNot(visit, 53, 'alarms')).toContain('not acknowledged: SpO₂ 85 %');
    const [alarm] = visit.state.alarms;
    if (alarm === undefined) throw new Error('No alarm');
    visit.do('acknowledge-alarm', { alarmId: alarm.alarmId, position: alarm.position }, { at: minute(53) });
    expect(whyNot(visit, 53, 'alarms')).toBeUndefined();
  });

  it('[VISIT45] the C-SSRS before going home is a result of after the drug, not a tick', () => {
    const visit = aVisit().recovering();
    expect(codeOf(visit.try('answer-criterion', { criterion: 'cssrs-rechecked', met: true }))).toBe('result-needed VISIT45');
    visit.answered({ scale: 'cssrs', total: 0, items: NONE, takenAt: minute(39) });
    expect(whyNot(visit, 60, 'cssrs-rechecked')).toBe('C-SSRS not re-checked');
    visit.answered({ scale: 'cssrs', total: 0, items: NONE, takenAt: minute(60) });
    expect(whyNot(visit, 60, 'cssrs-rechecked')).toBeUndefined();
  });

  it.each([
    ['cssrs', 4, undefined, 'C-SSRS 4, high risk'],
    ['cssrs', 1, [1, 0, 0, 0, 0, 1], 'C-SSRS: behaviour within 3 months'],
    ['phq9', 5, [0, 0, 0, 0, 0, 0, 0, 3, 2], 'PHQ-9 item 9 is 2'],
    ['phq9', 25, undefined, 'PHQ-9 25'],
  ] as const)(
    '[VISIT46] %s %s %j wants a physician’s word before the start and again before going home',
    (scale, total, items, said) => {
      const result = { scale, total, ...(items === undefined ? {} : { items: [...items] }) };
      const visit = aVisit();
      visit.ready().answered({ ...result, takenAt: minute(-30) });
      const start = () => visit.try('start-infusion', { rateMlPerHour: 60 });
      expect(codeOf(start())).toBe('not-ready VISIT11');
      expect(codeOf(visit.try('override-check', { item: 'suicidality', reason: 'x' }))).toBe('not-allowed VISIT8');
      visit.do('override-check', { item: 'suicidality', reason: 'seen, stays with me' }, { as: PHYSICIAN });
      expect(visit.events.at(-1)?.data).toMatchObject({ seen: [{ what: scale, value: said }] });
      visit.do('start-infusion', { rateMlPerHour: 60 });
      visit.do('end-infusion', { outcome: 'completed' }, { at: minute(40) });
      expect(whyNot(visit, 100, 'suicidality')).toBe(`${said}: a physician’s word is needed`);
      visit.do('override-check', { item: 'suicidality', reason: 'spoken with' }, { as: PHYSICIAN, at: minute(100) });
      expect(whyNot(visit, 100, 'suicidality')).toBeUndefined();
      visit.answered({ ...result, takenAt: minute(101) });
      expect(missing(visit, 102)).toContain('suicidality');
    },
  );

  it('[VISIT46] a newer result that is not high needs nobody’s word', () => {
    const visit = aVisit().readyForHome();
    visit.answered({ scale: 'cssrs', total: 5, takenAt: minute(-60) });
    expect(missing(visit, 101)).toEqual([]);
  });
});
