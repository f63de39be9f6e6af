import { describe, expect, it } from 'vitest';
import { aVisit, codeOf, minute, NINE, NURSE, OTHER_NURSE, PHYSICIAN } from '../../tests/support/given-visit.ts';
import { vitalsSchema } from '../session/reading-data.ts';
import { COMMAND_ROWS } from '../session/said/all.ts';
import { dataKit } from '../session/said/data-kit.ts';

const CALM = { systolic: 124, diastolic: 78, heartRate: 72, spo2: 98, respiratoryRate: 14 };

describe('entries', () => {
  it('[VISIT19] begin at the check-in', () => {
    expect(codeOf(aVisit().try('record-vitals', { heartRate: 70 }))).toBe('wrong-phase VISIT19');
    expect(codeOf(aVisit().checkedIn().try('record-vitals', { heartRate: 70 }))).toBe('accepted');
  });

  it('[VISIT34] nothing is seen or given before the check-in; a note may tell of earlier', () => {
    const visit = aVisit().checkedIn(minute(10));
    expect(codeOf(visit.try('record-vitals', { heartRate: 70 }, { at: minute(8), now: minute(12) }))).toBe(
      'before-check-in VISIT34',
    );
    expect(codeOf(visit.try('record-vitals', { heartRate: 70 }, { at: minute(9), now: minute(12) }))).toBe('accepted');
    expect(codeOf(visit.try('record-symptom', { kind: 'Nausea', severity: 1 }, { at: minute(8), now: minute(12) }))).toBe(
      'before-check-in VISIT34',
    );
    expect(codeOf(visit.try('add-note', { text: 'called at nine' }, { at: minute(0), now: minute(12) }))).toBe('accepted');
  });

  it('[VISIT53] the same reading by two people within a minute asks; another number, another minute or the same person does not', () => {
    const visit = aVisit()
      .infusing()
      .do('record-vitals', CALM, { at: minute(10) });
    const by = (as: typeof NURSE, data: Record<string, number>, at: number) =>
      codeOf(visit.try('record-vitals', data, { as, at: minute(at) }));
    expect(by(OTHER_NURSE, CALM, 10.5)).toBe('same-reading-just-recorded VISIT53');
    expect(by(OTHER_NURSE, { systolic: 124, diastolic: 78 }, 10.5)).toBe('same-reading-just-recorded VISIT53');
    expect(by(OTHER_NURSE, { systolic: 126, diastolic: 78 }, 10.5)).toBe('accepted');
    expect(by(OTHER_NURSE, { heartRate: 72 }, 10.5)).toBe('accepted');
    expect(by(OTHER_NURSE, CALM, 11)).toBe('accepted');
    expect(by(NURSE, CALM, 10.5)).toBe('accepted');
    visit.do('strike-entry', { eventId: visit.events.at(-1)?.id ?? '', reason: 'other patient' }, { at: minute(10.4) });
    expect(by(OTHER_NURSE, CALM, 10.5)).toBe('accepted');
  });

  it('[VISIT19] characters that turn the direction of writing are not taken', () => {
    const noteSchema = COMMAND_ROWS['add-note'].data(dataKit);
    expect(noteSchema.safeParse({ text: 'BP \u202e120/80' }).success).toBe(false);
    expect(noteSchema.safeParse({ text: 'ضغط 120/80 🙂' }).success).toBe(true);
  });

  it('[VISIT19] after the visit only what happened before its end, but a note always', () => {
    const visit = aVisit().discharged();
    expect(codeOf(visit.try('record-vitals', { heartRate: 70 }, { at: minute(100), now: minute(110) }))).toBe('accepted');
    expect(codeOf(visit.try('record-vitals', { heartRate: 70 }, { at: minute(102) }))).toBe('wrong-phase VISIT19');
    expect(codeOf(visit.try('add-note', { text: 'called home' }, { at: minute(200) }))).toBe('accepted');
  });

  it.each([
    [{}, 'At least one value is needed'],
    [{ systolic: 120 }, 'Blood pressure needs both numbers'],
    [{ systolic: 80, diastolic: 80 }, 'Diastolic must be below systolic'],
    [{ systolic: 261, diastolic: 80 }, 'Systolic must be between 50 and 260 mmHg'],
    [{ spo2: 101 }, 'SpO₂ must be between 50 and 100 %'],
    [{ heartRate: 70.5 }, 'Heart rate must be a whole number'],
  ])('[VISIT19] %j is a typing error, said in words', (data, message) => {
    expect(vitalsSchema.safeParse(data).error?.issues.map((issue) => issue.message)).toContain(message);
  });
});

describe('calling the physician', () => {
  it('[VISIT20] one call is open at a time, until it is answered', () => {
    expect(codeOf(aVisit().try('call-physician', {}))).toBe('wrong-phase VISIT20');
    const visit = aVisit()
      .infusing()
      .do('call-physician', { reason: 'BP' }, { at: minute(10) });
    expect(codeOf(visit.try('call-physician', {}))).toBe('call-already-open VISIT20');
    visit.do('answer-call', {}, { as: PHYSICIAN });
    expect(codeOf(visit.try('answer-call', {}, { as: PHYSICIAN }))).toBe('no-open-call VISIT20');
    expect(codeOf(visit.try('call-physician', {}))).toBe('accepted');
  });
});

describe('acknowledging', () => {
  const alarmed = () => {
    const visit = aVisit()
      .infusing()
      .do('record-vitals', { systolic: 165, diastolic: 80 }, { at: minute(10) });
    visit.watch(minute(10));
    const alarm = visit.state.alarms[0];
    if (alarm === undefined) throw new Error('no alarm');
    return { visit, alarm };
  };

  it('[VISIT21] names an alarm that is up, once', () => {
    const { visit, alarm } = alarmed();
    // The unit tests' ids are names; the schema's form of an id is checked at the door.
    visit.do('acknowledge-alarm', { alarmId: alarm.alarmId, position: alarm.position });
    expect(codeOf(visit.try('acknowledge-alarm', { alarmId: alarm.alarmId, position: alarm.position }))).toBe(
      'already-acknowledged VISIT21',
    );
    expect(codeOf(visit.try('acknowledge-alarm', { alarmId: NINE, position: 1 }))).toBe('unknown-alarm VISIT21');
  });

  it('[VISIT21] an old tap does not acknowledge a worse alarm', () => {
    const { visit, alarm } = alarmed();
    visit.do('record-vitals', { systolic: 185, diastolic: 80 }, { at: minute(12) });
    visit.watch(minute(12));
    expect(codeOf(visit.try('acknowledge-alarm', { alarmId: alarm.alarmId, position: alarm.position }))).toBe(
      'stale-acknowledgement VISIT21',
    );
  });

  it('[VISIT21] a step of escalation does not make the tap stale', () => {
    const { visit, alarm } = alarmed();
    visit.watch(minute(13));
    expect(visit.state.alarms[0]?.step).toBe(1);
    expect(codeOf(visit.try('acknowledge-alarm', { alarmId: alarm.alarmId, position: alarm.position }))).toBe('accepted');
  });
});
