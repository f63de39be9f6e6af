import { describe, expect, it } from 'vitest';
import { aVisit, BAY, CLINIC, codeOf, IV, idOf, minute, PHYSICIAN } from '../../tests/support/given-visit.ts';
import { deliveredMg } from '../dosing/delivered.ts';
import { entryText } from '../views/timeline.ts';
import { missingForDischarge } from './discharge.ts';

const missing = (visit: ReturnType<typeof aVisit>, at: number) =>
  missingForDischarge(visit.state, IV, Date.parse(minute(at)), visit.results).map(({ id }) => id);

describe('recovery', () => {
  it('[VISIT22] a bay that another patient has is refused, an unknown one too', () => {
    const taken = aVisit(IV, { holderOfBay: () => idOf(101) })
      .infusing()
      .do('end-infusion', { outcome: 'completed' }, { at: minute(40) });
    expect(codeOf(taken.try('move-to-recovery', { bayId: BAY }))).toBe('bay-occupied VISIT22');
    expect(codeOf(taken.try('move-to-recovery', { bayId: idOf(999) }))).toBe('unknown-bay VISIT22');
    expect(codeOf(aVisit().recovering().try('move-to-recovery', { bayId: BAY }))).toBe('accepted');
  });

  it('[VISIT23] a score has every row and nothing else; its total is worked out', () => {
    const items = { vitalSigns: 2, activity: 1, nausea: 2, pain: 2, bleeding: 2 };
    const visit = aVisit().recovering();
    expect(visit.do('score-discharge', { scale: 'padss', items }).events.at(-1)?.data).toMatchObject({ total: 9 });
    const { bleeding: _, ...open } = items;
    expect(codeOf(visit.try('score-discharge', { scale: 'padss', items: open }))).toBe('score-invalid VISIT23');
    expect(codeOf(visit.try('score-discharge', { scale: 'padss', items: { ...items, mood: 2 } }))).toBe('score-invalid VISIT23');
    expect(codeOf(aVisit().infusing().try('score-discharge', { scale: 'padss', items }))).toBe('wrong-phase VISIT23');
  });

  it('[VISIT55] the escort is named, with what they are to the patient and how somebody knows them', () => {
    const visit = aVisit().recovering();
    const here = { criterion: 'escort-here', met: true };
    expect(codeOf(visit.try('answer-criterion', here))).toBe('answer-incomplete VISIT55');
    expect(codeOf(visit.try('answer-criterion', { ...here, met: false }))).toBe('accepted');
    visit.do('answer-criterion', { ...here, escort: { name: 'Jo Reyes', relation: 'sister', identity: 'document-seen' } });
    expect(entryText(visit.state.entries.at(-1)!, CLINIC, visit.state)).toBe(
      'Escort is here: yes · Jo Reyes, sister, document seen',
    );
  });

  it('[VISIT24] only criteria of the protocol', () => {
    expect(codeOf(aVisit().recovering().try('answer-criterion', { criterion: 'horoscope', met: true }))).toBe(
      'unknown-criterion VISIT24',
    );
    expect(codeOf(aVisit().infusing().try('answer-criterion', { criterion: 'escort-here', met: true }))).toBe(
      'wrong-phase VISIT24',
    );
  });
});

describe('going home', () => {
  it('[VISIT25] what is missing is listed, and nothing is when all is there', () => {
    expect(missing(aVisit().recovering(), 60)).toEqual([
      'minutes',
      'readings',
      'score',
      'evidence',
      ...IV.criteria.map(({ id }) => id),
    ]);
    expect(missing(aVisit().readyForHome(), 101)).toEqual([]);
    expect(missing(aVisit().readyForHome(), 99)).toEqual(['minutes', 'score', 'evidence']);
  });

  it('[VISIT25] a nurse discharges with nothing missing only', () => {
    expect(
      codeOf(
        aVisit()
          .recovering()
          .try('discharge', {}, { at: minute(101) }),
      ),
    ).toBe('not-ready-for-discharge VISIT25');
    expect(
      codeOf(
        aVisit()
          .recovering()
          .try('discharge', { override: { reason: 'wishes to go' } }),
      ),
    ).toBe('not-allowed VISIT25');
    expect(aVisit().discharged().state.phase).toBe('discharged');
  });

  it('[VISIT25] an override by a physician keeps what was missing', () => {
    const visit = aVisit()
      .recovering()
      .do('discharge', { override: { reason: 'wishes to go' } }, { at: minute(70), as: PHYSICIAN });
    expect(visit.events.at(-1)?.data).toMatchObject({ missing: expect.arrayContaining(['minutes', 'score']) });
  });

  it.each([
    ['a low score', { vitalSigns: 2, activity: 0, nausea: 2, pain: 2, bleeding: 2 }, {}, ['score']],
    ['a high pressure', undefined, { systolic: 151, diastolic: 80 }, ['limits']],
  ])('[VISIT25] %s keeps the patient here', (_, items, vitals, ids) => {
    const visit = aVisit().readyForHome();
    if (items !== undefined) visit.do('score-discharge', { scale: 'padss', items });
    if ('systolic' in vitals) visit.do('record-vitals', vitals);
    expect(missing(visit, 101)).toEqual(ids);
  });

  it('[VISIT26] aborting stops the infusion', () => {
    const visit = aVisit()
      .infusing()
      .do('abort-session', { reason: 'fire alarm' }, { at: minute(10) });
    expect(visit.state.phase).toBe('aborted');
    expect(deliveredMg(visit.state, Date.parse(minute(60)))).toBe(10);
    expect(codeOf(aVisit().try('abort-session', { reason: 'x' }))).toBe('wrong-phase VISIT26');
  });

  it('[VISIT27] cancelling is over once a drug was given', () => {
    expect(aVisit().do('cancel-session', { reason: 'ill' }).state.phase).toBe('cancelled');
    expect(codeOf(aVisit().infusing().try('cancel-session', { reason: 'ill' }))).toBe('wrong-phase VISIT27');
  });

  it('[VISIT28] charted, then reviewed by a physician, each once, after the visit', () => {
    const sign = (meaning: 'charted' | 'reviewed') => ({ meaning, password: 'checked at the door' });
    expect(codeOf(aVisit().recovering().try('sign-record', sign('charted')))).toBe('wrong-phase VISIT28');
    const visit = aVisit().discharged();
    expect(codeOf(visit.try('sign-record', sign('reviewed')))).toBe('not-allowed VISIT28');
    expect(codeOf(visit.try('sign-record', sign('reviewed'), { as: PHYSICIAN }))).toBe('sign-charted-first VISIT28');
    visit.do('sign-record', sign('charted'));
    expect(codeOf(visit.try('sign-record', sign('charted')))).toBe('already-signed VISIT28');
    visit.do('sign-record', sign('reviewed'), { as: PHYSICIAN });
    expect(JSON.stringify(visit.events)).not.toContain('checked at the door');
  });

  it('[VISIT62] not signed while a high alarm or a call of it is unanswered', () => {
    const sign = { meaning: 'charted', password: 'checked at the door' } as const;
    const visit = aVisit().infusing();
    visit.do('record-vitals', { spo2: 85 }, { at: minute(5) }).do('call-physician', {}, { at: minute(5) });
    visit.watch(minute(5));
    visit.do('abort-session', { reason: 'to hospital' }, { at: minute(6) }).watch(minute(6));
    expect(codeOf(visit.try('sign-record', sign))).toBe('alarm-unanswered VISIT62');
    visit.do('answer-call', {}, { at: minute(7), as: PHYSICIAN }).watch(minute(7));
    expect(codeOf(visit.try('sign-record', sign))).toBe('alarm-unanswered VISIT62');
    const spo2 = visit.state.alarms.find((alarm) => alarm.sign === 'spo2');
    visit.do('acknowledge-alarm', { alarmId: spo2?.alarmId ?? '', position: spo2?.position ?? 0 }, { at: minute(8) });
    expect(codeOf(visit.try('sign-record', sign))).toBe('accepted');
  });
});
