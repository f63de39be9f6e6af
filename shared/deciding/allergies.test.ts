import { describe, expect, it } from 'vitest';
import {
  aVisit,
  BAY,
  CLINIC,
  codeOf,
  IM,
  IV,
  minute,
  NASAL,
  NINE,
  NURSE,
  PATIENT,
  PHYSICIAN,
  type Visit,
} from '../../tests/support/given-visit.ts';
import type { Allergies } from '../clinic/allergies.ts';
import type { ClinicState } from '../clinic/state.ts';
import { entryText } from '../views/timeline.ts';
import { ALLERGY_CHECK } from './allergies.ts';
import { missingBeforeStart } from './readiness.ts';

const KETAMINE = [{ substance: 'Ketamine', reaction: 'anaphylaxis' }];
const PENICILLIN = [{ substance: 'Penicillin', reaction: 'rash' }];

/** The visit from now on, of a patient whose record says this of allergies. */
function allergic(visit: Visit, allergies: Allergies): Visit {
  const { allergies: _, ...patient } = CLINIC.patients.get(PATIENT)!;
  const record = allergies === undefined ? patient : { ...patient, allergies };
  const clinic: ClinicState = { ...CLINIC, patients: new Map([[PATIENT, record]]) };
  visit.context = { ...visit.context, clinic };
  return visit;
}

const ORDER = { drug: 'Ketamine', route: 'iv', doseMgPerKg: 0.5, concentrationMgPerMl: 1, durationMin: 40 } as const;
const blocking = (visit: Visit, allergies: Allergies) =>
  missingBeforeStart(visit.state, IV, Date.parse(minute(0)), [], allergies).map(({ id, why }) => `${id}: ${why}`);

describe('the drug', () => {
  it('[DOSE28] an allergy to it stops the order until a physician goes on against it with a reason', () => {
    const visit = allergic(aVisit().checkedIn(), KETAMINE);
    expect(codeOf(visit.try('write-order', ORDER, { as: PHYSICIAN }))).toBe('allergy-recorded DOSE28');
    const word = { item: ALLERGY_CHECK, reason: 'Was a panic attack, told by the family' };
    expect(codeOf(visit.try('override-check', word, { as: NURSE }))).toBe('not-allowed VISIT8');
    visit.do('override-check', word, { as: PHYSICIAN });
    expect(codeOf(visit.try('write-order', ORDER, { as: PHYSICIAN }))).toBe('accepted');
  });

  it('[DOSE28] one that is recorded after the order stops the start; another one after the word stops it again', () => {
    const visit = allergic(aVisit().ready(), KETAMINE);
    expect(blocking(visit, KETAMINE)).toEqual(['allergy: Ketamine: anaphylaxis']);
    expect(codeOf(visit.try('start-infusion', { rateMlPerHour: 60 }))).toBe('not-ready VISIT11');
    visit.do('override-check', { item: ALLERGY_CHECK, reason: 'Was a panic attack' }, { as: PHYSICIAN });
    expect(codeOf(visit.try('start-infusion', { rateMlPerHour: 60 }))).toBe('accepted');
    const worse = [...KETAMINE, { substance: 'Spravato', reaction: 'laryngospasm' }];
    expect(codeOf(allergic(visit, worse).try('start-infusion', { rateMlPerHour: 60 }))).toBe('not-ready VISIT11');
  });

  it('[DOSE28] one to something else stops nothing', () => {
    expect(codeOf(allergic(aVisit().ready(), PENICILLIN).try('start-infusion', { rateMlPerHour: 60 }))).toBe('accepted');
    expect(blocking(aVisit().ready(), PENICILLIN)).toEqual([]);
  });
});

describe('more of the drug', () => {
  const word = { item: ALLERGY_CHECK, reason: 'Was a panic attack' };

  it('[DOSE30] an allergy recorded while it runs stops a higher rate, never a lower one, a pause or the end', () => {
    const visit = allergic(aVisit().infusing(), KETAMINE);
    const at = minute(5);
    const faster = () => codeOf(visit.try('change-rate', { rateMlPerHour: 62, reason: 'Sleeps' }, { at }));
    expect(faster()).toBe('allergy-recorded DOSE30');
    expect(codeOf(visit.try('change-rate', { rateMlPerHour: 62, reason: 'Sleeps' }, { at, as: PHYSICIAN }))).toBe(
      'allergy-recorded DOSE30',
    );
    expect(codeOf(visit.try('change-rate', { rateMlPerHour: 60, reason: 'Same' }, { at }))).toBe('accepted');
    expect(codeOf(visit.try('change-rate', { rateMlPerHour: 30, reason: 'Hives' }, { at }))).toBe('accepted');
    expect(codeOf(visit.try('pause-infusion', { reason: 'Hives' }, { at }))).toBe('accepted');
    expect(codeOf(visit.try('end-infusion', { outcome: 'stopped-early', reason: 'Hives' }, { at }))).toBe('accepted');
    expect(codeOf(visit.try('abort-session', { reason: 'Hives' }, { at }))).toBe('accepted');
    expect(codeOf(visit.try('override-check', word, { at, as: NURSE }))).toBe('not-allowed VISIT8');
    visit.do('override-check', word, { at, as: PHYSICIAN });
    expect(faster()).toBe('accepted');
  });

  it('[DOSE30] it stops going on after a pause; a word given for another allergy does not stand for it', () => {
    const visit = allergic(aVisit().ready(), KETAMINE).do('override-check', word, { as: PHYSICIAN });
    visit.do('start-infusion', { rateMlPerHour: 60 });
    const worse = [{ substance: 'Ketamine', reaction: 'laryngospasm' }];
    allergic(visit, worse).do('pause-infusion', { reason: 'Patient asks' }, { at: minute(5) });
    const resume = () => codeOf(visit.try('resume-infusion', {}, { at: minute(6) }));
    expect(resume()).toBe('allergy-recorded DOSE30');
    // Going on against the limits says nothing of the allergy.
    const against = visit.try('resume-infusion', { override: { reason: 'Calm again' } }, { at: minute(6), as: PHYSICIAN });
    expect(codeOf(against)).toBe('allergy-recorded DOSE30');
    visit.do('override-check', word, { at: minute(6), as: PHYSICIAN });
    expect(visit.state.entries.at(-1)?.data).toMatchObject({ seen: [{ what: 'allergy', value: 'Ketamine: laryngospasm' }] });
    expect(resume()).toBe('accepted');
    expect(codeOf(visit.try('override-check', word, { at: minute(6), as: PHYSICIAN }))).toBe('nothing-to-override VISIT42');
  });

  it('[DOSE30] it stops the next device and the next shot, in the recovery room too', () => {
    for (const [protocol, route, first, next] of [
      [NASAL, 'nasal', 28, 28],
      [IM, 'im', 25, 15],
    ] as const) {
      const visit = aVisit(protocol).ready(NINE, route).do('give-dose', { route, doseMg: first });
      const more = () => codeOf(visit.try('give-dose', { route, doseMg: next }, { at: minute(8) }));
      expect(more()).toBe('accepted');
      allergic(visit, KETAMINE);
      expect(more()).toBe('allergy-recorded DOSE30');
      expect(codeOf(visit.try('override-check', { item: 'baseline-vitals', reason: 'x' }, { as: PHYSICIAN }))).toBe(
        'wrong-phase VISIT8',
      );
      visit.do('move-to-recovery', { bayId: BAY }, { at: minute(7) });
      expect(more()).toBe('allergy-recorded DOSE30');
      visit.do('override-check', word, { at: minute(7), as: PHYSICIAN });
      expect(more()).toBe('accepted');
    }
  });

  it('[DOSE30] one to something else stops nothing', () => {
    const visit = allergic(aVisit().infusing(), PENICILLIN);
    expect(codeOf(visit.try('change-rate', { rateMlPerHour: 62, reason: 'Sleeps' }, { at: minute(5) }))).toBe('accepted');
  });
});

describe('medicines', () => {
  const give = (drug: string, despiteAllergy?: string) => ({
    ...({ drug, dose: 1, unit: 'g', route: 'iv', reason: 'Fever' } as const),
    ...(despiteAllergy === undefined ? {} : { despiteAllergy }),
  });

  it('[DOSE28] nothing of the class is given but by a physician with a reason', () => {
    const visit = allergic(aVisit().infusing(), PENICILLIN);
    expect(codeOf(visit.try('give-medication', give('Penicillin G')))).toBe('allergy-recorded DOSE28');
    expect(codeOf(visit.try('give-medication', give('Cefazolin'), { as: PHYSICIAN }))).toBe('allergy-recorded DOSE28');
    expect(codeOf(visit.try('give-medication', give('Cefazolin', 'Had it in May without harm'), { as: NURSE }))).toBe(
      'allergy-recorded DOSE28',
    );
    visit.do('give-medication', give('Cefazolin', 'Had it in May without harm'), { as: PHYSICIAN });
    expect(visit.state.entries.at(-1)?.data).toMatchObject({ despiteAllergy: 'Had it in May without harm' });
    visit.do('give-medication', give('Ondansetron'));
    const { eventId } = visit.state.entries.at(-1)!;
    const correction = { eventId, data: give('Amoxicillin'), reason: 'typed wrong' };
    expect(codeOf(visit.try('correct-entry', correction))).toBe('allergy-recorded DOSE28');
  });
});

describe('orders', () => {
  const give = (drug: string, order?: { by: string; how: 'spoken' | 'written' }) => ({
    ...({ drug, dose: 10, unit: 'mg', route: 'iv', reason: 'Blood pressure' } as const),
    ...(order === undefined ? {} : { order }),
  });

  it('[DOSE29] what is not on the protocol’s list names the physician who ordered it', () => {
    const visit = aVisit().infusing();
    expect(codeOf(visit.try('give-medication', give('ondansetron')))).toBe('accepted');
    expect(codeOf(visit.try('give-medication', give('Labetalol')))).toBe('order-needed DOSE29');
    expect(codeOf(visit.try('give-medication', give('Labetalol', { by: NURSE.id, how: 'spoken' })))).toBe('order-needed DOSE29');
    expect(codeOf(visit.try('give-medication', give('Labetalol'), { as: PHYSICIAN }))).toBe('accepted');
    visit.do('give-medication', give('Labetalol', { by: PHYSICIAN.id, how: 'spoken' }));
    expect(entryText(visit.state.entries.at(-1)!, CLINIC, visit.state)).toContain('spoken order, Person 2');
    const own = aVisit({ ...IV, medicines: ['Labetalol'] }).infusing();
    own.context = { ...own.context, clinic: { ...CLINIC, protocols: new Map([[IV.id, [own.protocol]]]) } };
    expect(codeOf(own.try('give-medication', give('labetalol ')))).toBe('accepted');
    expect(codeOf(own.try('give-medication', give('Ondansetron')))).toBe('order-needed DOSE29');
  });
});

describe('the question', () => {
  it('[VISIT49] "asked today: yes" without saying which or none is no answer', () => {
    const visit = allergic(aVisit().checkedIn(NINE), undefined);
    const yes = { item: 'allergies', answer: 'yes' } as const;
    expect(codeOf(visit.try('answer-checklist', yes))).toBe('allergies-not-recorded VISIT49');
    expect(codeOf(visit.try('answer-checklist', { ...yes, answer: 'no' }))).toBe('accepted');
    expect(codeOf(allergic(visit, []).try('answer-checklist', yes))).toBe('accepted');
    expect(codeOf(allergic(visit, PENICILLIN).try('answer-checklist', yes))).toBe('accepted');
  });
});
