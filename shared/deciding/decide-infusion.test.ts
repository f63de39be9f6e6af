import { describe, expect, it } from 'vitest';
import { aVisit, codeOf, IM, minute, NINE, OTHER_NURSE, PHYSICIAN } from '../../tests/support/given-visit.ts';

describe('the flow', () => {
  it('[VISIT12] the rate is changed while it runs', () => {
    const rate = { rateMlPerHour: 40, reason: 'dizzy' };
    expect(
      codeOf(
        aVisit()
          .infusing()
          .try('change-rate', rate, { at: minute(5) }),
      ),
    ).toBe('accepted');
    expect(codeOf(aVisit().ready().try('change-rate', rate))).toBe('wrong-phase VISIT12');
  });

  it("[VISIT13] a paused infusion can't be paused again", () => {
    const paused = aVisit()
      .infusing()
      .do('pause-infusion', { reason: 'nausea' }, { at: minute(10) });
    expect(paused.state.phase).toBe('paused');
    expect(codeOf(paused.try('pause-infusion', { reason: 'nausea' }))).toBe('wrong-phase VISIT13');
  });

  it('[VISIT14] a resume without a rate takes the one from before', () => {
    const visit = aVisit()
      .infusing()
      .do('change-rate', { rateMlPerHour: 45, reason: 'dizzy' }, { at: minute(5) })
      .do('pause-infusion', { reason: 'nausea' }, { at: minute(10) })
      .do('resume-infusion', {}, { at: minute(14) });
    expect(visit.events.at(-1)).toMatchObject({ type: 'infusion-resumed', data: { rateMlPerHour: 45 } });
    expect(codeOf(visit.try('resume-infusion', {}))).toBe('wrong-phase VISIT14');
  });

  it('[VISIT15] ends once, from running or paused', () => {
    const ended = aVisit()
      .infusing()
      .do('end-infusion', { outcome: 'completed' }, { at: minute(40) });
    expect(ended.state.phase).toBe('infused');
    expect(codeOf(ended.try('end-infusion', { outcome: 'completed' }))).toBe('wrong-phase VISIT15');
    const paused = aVisit()
      .infusing()
      .do('pause-infusion', { reason: 'BP' }, { at: minute(10) });
    expect(codeOf(paused.try('end-infusion', { outcome: 'stopped-early', reason: 'BP' }))).toBe('accepted');
  });

  it('[VISIT16] nothing changes the flow before its last change', () => {
    const visit = aVisit()
      .infusing()
      .do('pause-infusion', { reason: 'nausea' }, { at: minute(10) });
    expect(codeOf(visit.try('resume-infusion', {}, { at: minute(9), now: minute(12) }))).toBe('out-of-order VISIT16');
    expect(codeOf(visit.try('end-infusion', { outcome: 'completed' }, { at: minute(9), now: minute(12) }))).toBe(
      'out-of-order VISIT16',
    );
    expect(codeOf(visit.try('abort-session', { reason: 'left' }, { at: minute(9), now: minute(12) }))).toBe(
      'out-of-order VISIT16',
    );
  });

  it('[VISIT11] an order for an injection is not started as an infusion', () => {
    expect(codeOf(aVisit(IM).ready(NINE, 'im').try('start-infusion', { rateMlPerHour: 60 }))).toBe('wrong-phase VISIT11');
  });
});

describe('doses', () => {
  it('[VISIT17] the first injection needs what a start needs, and observation follows', () => {
    expect(codeOf(aVisit(IM).checkedIn().try('give-dose', { route: 'im', doseMg: 40 }))).toBe('not-ready VISIT11');
    expect(aVisit(IM).ready(NINE, 'im').do('give-dose', { route: 'im', doseMg: 40 }).state.phase).toBe('infused');
  });

  it('[VISIT17] the same dose by anybody within two minutes is stopped', () => {
    const given = aVisit(IM).ready(NINE, 'im').do('give-dose', { route: 'im', doseMg: 20 });
    const again = (at: string) => codeOf(given.try('give-dose', { route: 'im', doseMg: 20 }, { at, as: OTHER_NURSE }));
    expect(again('2026-11-24T09:01:59.999Z')).toBe('same-dose-just-given VISIT18');
    expect(again(minute(2))).toBe('accepted');
    expect(codeOf(given.try('give-dose', { route: 'im', doseMg: 10 }))).toBe('accepted');
  });

  it('[VISIT18] the same medicine within two minutes is stopped, another dose is not', () => {
    const zofran = { drug: 'Ondansetron', dose: 4, unit: 'mg', route: 'iv', reason: 'nausea' } as const;
    const visit = aVisit()
      .infusing()
      .do('give-medication', zofran, { at: minute(12) });
    const twin = { ...zofran, drug: 'ondansetron' };
    expect(codeOf(visit.try('give-medication', twin, { at: minute(13), as: PHYSICIAN }))).toBe('same-dose-just-given VISIT18');
    expect(codeOf(visit.try('give-medication', { ...zofran, dose: 8 }, { at: minute(13) }))).toBe('accepted');
    expect(codeOf(visit.try('give-medication', twin, { at: minute(14) }))).toBe('accepted');
  });

  it('[VISIT18] one that was struck does not stand in the way', () => {
    const zofran = { drug: 'Ondansetron', dose: 4, unit: 'mg', route: 'iv', reason: 'nausea' } as const;
    const visit = aVisit()
      .infusing()
      .do('give-medication', zofran, { at: minute(12) });
    visit.do('strike-entry', { eventId: visit.events.at(-1)?.id ?? '', reason: 'other patient' });
    expect(codeOf(visit.try('give-medication', zofran))).toBe('accepted');
  });
});
