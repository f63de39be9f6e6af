import { describe, expect, it } from 'vitest';
import {
  aVisit,
  BAY,
  CHAIR,
  CLINIC,
  codeOf,
  IV,
  idOf,
  minute,
  NINE,
  NURSE,
  OTHER_CHAIR,
  OTHER_NURSE,
  PATIENT,
  PHYSICIAN,
  SESSION,
  type Visit,
} from '../../tests/support/given-visit.ts';
import { heldChair } from '../session/occupancy.ts';
import { decideSchedule } from './decide-session.ts';
import { missingBeforeStart } from './readiness.ts';

const context = {
  clinic: CLINIC,
  actor: NURSE,
  now: NINE,
  holderOfChair: () => undefined,
  holderOfBay: () => undefined,
  activeSessionOfPatient: () => undefined,
  visitsOfPlan: () => [1, 2].map((n) => ({ id: idOf(900 + n), plannedStart: minute(-1440 * n) })),
};
const schedule = (data: object) =>
  decideSchedule(
    undefined,
    { id: idOf(9), sessionId: SESSION, at: NINE, data: { patientId: PATIENT, protocolId: IV.id, plannedStart: NINE, ...data } },
    context,
  );
const identifiers: ['name', 'date-of-birth'] = ['name', 'date-of-birth'];

describe('scheduling', () => {
  it('[VISIT1] fixes the version of the protocol', () => {
    const decision = schedule({});
    expect(decision.ok && decision.events[0]?.data).toMatchObject({ protocolId: IV.id, protocolVersion: 1 });
  });

  it.each([
    ['patientId', 'unknown-patient'],
    ['protocolId', 'unknown-protocol'],
    ['planId', 'unknown-plan'],
    ['chairId', 'unknown-chair'],
  ])('[VISIT1] an unknown %s is refused', (field, code) => {
    expect(codeOf(schedule({ [field]: idOf(999) }))).toBe(`${code} VISIT1`);
  });

  it('[VISIT1] a plan of the patient gives the place in the series', () => {
    const plan = {
      id: idOf(60),
      patientId: PATIENT,
      indication: 'PTSD',
      protocolId: IV.id,
      route: 'iv',
      infusions: 6,
      spacingDays: 3,
      doneBefore: 0,
      state: 'active',
    } as const;
    const clinic = { ...CLINIC, plans: new Map([[plan.id, plan]]) };
    const command = {
      id: idOf(9),
      sessionId: SESSION,
      at: NINE,
      data: { patientId: PATIENT, protocolId: IV.id, planId: plan.id, plannedStart: NINE },
    };
    const decision = decideSchedule(undefined, command, { ...context, clinic });
    expect(decision.ok && decision.events[0]?.data).toMatchObject({ infusionNumber: 3, infusionsPlanned: 6, indication: 'PTSD' });
  });

  it('[VISIT1] the same visit is not scheduled twice', () => {
    const command = {
      id: idOf(9),
      sessionId: SESSION,
      at: NINE,
      data: { patientId: PATIENT, protocolId: IV.id, plannedStart: NINE },
    };
    expect(codeOf(decideSchedule(aVisit().state, command, context))).toBe('session-exists VISIT1');
  });
});

describe('the pair of visit and patient', () => {
  it('[VISIT2] an entry for another patient is refused', () => {
    expect(codeOf(aVisit().try('add-note', { text: 'calm' }, { patientId: idOf(11) }))).toBe('wrong-patient VISIT2');
  });

  it('[VISIT3] a time more than a minute ahead is refused, a minute is not', () => {
    expect(codeOf(aVisit().try('add-note', { text: 'calm' }, { at: '2026-11-24T09:01:00.001Z', now: NINE }))).toBe(
      'happened-in-the-future VISIT3',
    );
    expect(codeOf(aVisit().try('add-note', { text: 'calm' }, { at: minute(1), now: NINE }))).toBe('accepted');
  });
});

describe('check-in and chair', () => {
  it('[VISIT4] is done once', () => {
    expect(codeOf(aVisit().checkedIn().try('check-in', { identifiers, weightKg: 80 }))).toBe('wrong-phase VISIT4');
  });

  it('[VISIT4] a patient in another visit is refused', () => {
    const visit = aVisit(IV, { activeSessionOfPatient: () => idOf(101) });
    expect(codeOf(visit.try('check-in', { identifiers, weightKg: 80 }))).toBe('patient-in-other-session VISIT4');
  });

  it.each([
    ['free', undefined, ['checked-in', 'chair-assigned']],
    ['taken', idOf(101), ['checked-in']],
  ])('[VISIT4] the planned chair, %s, is taken along only when free', (_, holder, types) => {
    const visit = aVisit(IV, { holderOfChair: () => holder });
    visit.state = { ...visit.state, plannedChairId: CHAIR };
    const decision = visit.try('check-in', { identifiers, weightKg: 80 });
    expect(decision.ok && decision.events.map(({ type }) => type)).toEqual(types);
  });

  it('[VISIT5] a chair that another visit holds is refused', () => {
    expect(codeOf(aVisit(IV, { holderOfChair: () => idOf(101) }).try('assign-chair', { chairId: CHAIR }))).toBe(
      'chair-occupied VISIT5',
    );
  });

  it('[VISIT5] a chair out of use, and one that does not exist, is refused', () => {
    const chairs = new Map(CLINIC.chairs).set(CHAIR, { id: CHAIR, label: '1', order: 0, state: 'out-of-use' as const });
    expect(codeOf(aVisit(IV, { clinic: { ...CLINIC, chairs } }).try('assign-chair', { chairId: CHAIR }))).toBe(
      'chair-not-available VISIT5',
    );
    expect(codeOf(aVisit().try('assign-chair', { chairId: idOf(999) }))).toBe('unknown-chair VISIT5');
  });

  it('[VISIT5] the chair is held until the patient leaves for recovery', () => {
    expect(heldChair(aVisit().infusing().state)).toBe(CHAIR);
    expect(heldChair(aVisit().recovering().state)).toBeUndefined();
    expect(codeOf(aVisit().recovering().try('assign-chair', { chairId: OTHER_CHAIR }))).toBe('wrong-phase VISIT5');
  });

  it('[VISIT6] goes to an active nurse or physician while the patient is here', () => {
    expect(aVisit().checkedIn().do('hand-over', { nurseId: OTHER_NURSE.id }).state.nurseId).toBe(OTHER_NURSE.id);
    expect(
      codeOf(
        aVisit()
          .checkedIn()
          .try('hand-over', { nurseId: idOf(999) }),
      ),
    ).toBe('unknown-staff VISIT6');
    expect(codeOf(aVisit().try('hand-over', { nurseId: OTHER_NURSE.id }))).toBe('wrong-phase VISIT6');
  });
});

describe('checklist and order', () => {
  const hard = IV.checklist.find(({ hard: isHard, mayNotApply }) => isHard && !mayNotApply)?.id ?? '';

  it('[VISIT7] only checks of the protocol are answered, and only before the start', () => {
    expect(codeOf(aVisit().checkedIn().try('answer-checklist', { item: 'horoscope', answer: 'yes' }))).toBe(
      'unknown-checklist-item VISIT7',
    );
    expect(codeOf(aVisit().infusing().try('answer-checklist', { item: hard, answer: 'yes' }))).toBe('wrong-phase VISIT7');
    expect(codeOf(aVisit().checkedIn().try('answer-checklist', { item: hard, answer: 'not-applicable' }))).toBe(
      'unknown-checklist-item VISIT7',
    );
  });

  it('[VISIT8] a physician overrides a failed check with a reason, a nurse does not', () => {
    const visit = aVisit().ready().do('answer-checklist', { item: hard, answer: 'no' });
    expect(codeOf(visit.try('start-infusion', { rateMlPerHour: 60 }))).toBe('not-ready VISIT11');
    expect(codeOf(visit.try('override-check', { item: hard, reason: 'seen in person' }))).toBe('not-allowed VISIT8');
    visit.do('override-check', { item: hard, reason: 'seen in person' }, { as: PHYSICIAN });
    expect(codeOf(visit.try('start-infusion', { rateMlPerHour: 60 }))).toBe('accepted');
  });

  it.each(['order', 'order-confirmed', 'chair'])('[VISIT8] "%s" can not be overridden', (item) => {
    expect(codeOf(aVisit().checkedIn().try('override-check', { item, reason: 'hurry' }, { as: PHYSICIAN }))).toBe(
      'unknown-checklist-item VISIT8',
    );
  });

  it('[VISIT9] a new order wants a new second check; a started one stands', () => {
    const order = { drug: 'Ketamine', route: 'iv', doseMg: 30, concentrationMgPerMl: 1, durationMin: 40 } as const;
    const visit = aVisit().ready().do('write-order', order, { as: PHYSICIAN });
    expect(missingBeforeStart(visit.state, IV, Date.parse(NINE), [], []).map(({ id }) => id)).toEqual(['order-confirmed']);
    expect(codeOf(aVisit().infusing().try('write-order', order, { as: PHYSICIAN }))).toBe('wrong-phase VISIT9');
  });

  it('[VISIT10] who wrote the order does not confirm it', () => {
    const visit = aVisit().ready();
    expect(codeOf(visit.try('confirm-order', {}, { as: PHYSICIAN }))).toBe('same-person VISIT10');
    expect(codeOf(aVisit().checkedIn().try('confirm-order', {}))).toBe('wrong-phase VISIT10');
  });

  it('[DOSE3] without a check-in there is no weight, and no dose per kg', () => {
    const perKg = { drug: 'Ketamine', route: 'iv', doseMgPerKg: 0.5, concentrationMgPerMl: 1, durationMin: 40 } as const;
    expect(codeOf(aVisit().try('write-order', perKg, { as: PHYSICIAN }))).toBe('wrong-phase DOSE3');
  });

  it('[VISIT54] a pregnancy test has the day of its result, or why it does not apply', () => {
    const visit = aVisit().checkedIn();
    const say = (answer: 'yes' | 'no' | 'not-applicable', note?: string) =>
      codeOf(visit.try('answer-checklist', { item: 'pregnancy', answer, ...(note === undefined ? {} : { note }) }));
    expect(say('yes')).toBe('answer-incomplete VISIT54');
    expect(say('not-applicable')).toBe('answer-incomplete VISIT54');
    expect(say('no')).toBe('accepted');
    expect(say('yes', 'Today')).toBe('accepted');
    expect(say('not-applicable', 'After the menopause')).toBe('accepted');
  });

  it('[VISIT52] what the check-in says is not asked again: who it is, the weight, and the escort that was named', () => {
    const open = (visit: Visit) => missingBeforeStart(visit.state, IV, Date.parse(NINE), [], []).map(({ id }) => id);
    const came = { identifiers: ['name', 'date-of-birth'], weightKg: 80 } as const;
    const alone = aVisit().do('check-in', { ...came, identifiers: [...came.identifiers] });
    expect(open(alone)).not.toEqual(expect.arrayContaining(['identifiers']));
    expect(open(alone)).not.toEqual(expect.arrayContaining(['weight']));
    expect(open(alone)).toContain('escort');
    const both = aVisit().do('check-in', { ...came, identifiers: [...came.identifiers], escort: { name: 'Jo Reyes' } });
    expect(open(both)).not.toContain('escort');
    both.do('answer-checklist', { item: 'escort', answer: 'no' });
    expect(open(both)).toContain('escort');
  });

  it('[VISIT11] each thing that is missing blocks the start and is named', () => {
    const ids = missingBeforeStart(aVisit().state, IV, Date.parse(NINE), [], []).map(({ id }) => id);
    expect(ids).toEqual([...IV.checklist.map(({ id }) => id), 'chair', 'baseline-vitals', 'order', 'order-confirmed']);
    expect(codeOf(aVisit().checkedIn().try('start-infusion', { rateMlPerHour: 60 }))).toBe('not-ready VISIT11');
    expect(codeOf(aVisit().ready().try('start-infusion', { rateMlPerHour: 60 }))).toBe('accepted');
  });

  it('[VISIT11] a baseline older than 15 minutes, or outside the hold limits, blocks the start', () => {
    expect(
      codeOf(
        aVisit()
          .ready()
          .try('start-infusion', { rateMlPerHour: 60 }, { at: minute(15) }),
      ),
    ).toBe('accepted');
    expect(
      codeOf(
        aVisit()
          .ready()
          .try('start-infusion', { rateMlPerHour: 60 }, { at: minute(16) }),
      ),
    ).toBe('not-ready VISIT11');
    const high = aVisit()
      .ready()
      .do('record-vitals', { systolic: 141, diastolic: 80 }, { at: minute(1) });
    expect(codeOf(high.try('start-infusion', { rateMlPerHour: 60 }))).toBe('not-ready VISIT11');
    high.do('override-check', { item: 'baseline-vitals', reason: 'usual for this patient' }, { as: PHYSICIAN });
    expect(codeOf(high.try('start-infusion', { rateMlPerHour: 60 }))).toBe('accepted');
  });

  it('[VIT21] a scale outside its hold limits blocks the start like a sign; one that was not observed does not', () => {
    const drowsy = aVisit()
      .ready()
      .do('record-observation', { moaas: 4, rass: -3 }, { at: minute(1) });
    expect(missingBeforeStart(drowsy.state, IV, Date.parse(minute(1)), [], []).map(({ id, why }) => [id, why])).toEqual([
      ['baseline-vitals', 'MOAA/S 4, hold below 5'],
    ]);
    drowsy.do('record-observation', { moaas: 5 }, { at: minute(2) });
    expect(codeOf(drowsy.try('start-infusion', { rateMlPerHour: 60 }))).toBe('accepted');
  });

  it('[VISIT22] a bay is not a place before the drug', () => {
    expect(codeOf(aVisit().ready().try('move-to-recovery', { bayId: BAY }))).toBe('wrong-phase VISIT22');
  });
});
