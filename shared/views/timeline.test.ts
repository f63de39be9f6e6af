import { describe, expect, it } from 'vitest';
import { aVisit, CLINIC, IM, minute, NINE } from '../../tests/support/given-visit.ts';
import { METRIC } from '../clinic/formats.ts';
import { alarmText } from '../session/alarm-text.ts';
import { observationText, vitalsText } from '../session/reading-text.ts';
import { entryText, timelineOf } from './timeline.ts';

describe('the timeline', () => {
  it('[VIEW3] keeps the corrected value and the reason in sight, newest first', () => {
    const visit = aVisit()
      .infusing()
      .do('record-vitals', { systolic: 183, diastolic: 79 }, { at: minute(8) });
    visit.do(
      'correct-entry',
      { eventId: visit.events.at(-1)?.id ?? '', data: { systolic: 133, diastolic: 79 }, reason: 'typing error' },
      { at: minute(9) },
    );
    const [line] = timelineOf(visit.state, CLINIC);
    expect(line).toMatchObject({
      text: '133/79',
      was: ['183/79'],
      correctedAt: minute(9),
      correctionReason: 'typing error',
      by: 'P0',
    });
  });

  it('[VISIT56] a corrected time shows the one that it replaced', () => {
    const visit = aVisit()
      .infusing()
      .do('record-vitals', { heartRate: 80 }, { at: minute(8) });
    const eventId = visit.events.at(-1)?.id ?? '';
    visit.do('correct-entry', { eventId, data: { heartRate: 80 }, happenedAt: minute(3) }, { at: minute(9) });
    const line = timelineOf(visit.state, CLINIC).find((one) => one.eventId === eventId);
    expect(line).toMatchObject({ at: minute(3), wasAt: [minute(8)], text: 'HR 80', was: ['HR 80'] });
  });

  it('[VIEW3] marks what was said late, and after the end', () => {
    const visit = aVisit().discharged();
    visit.do('record-vitals', { heartRate: 80 }, { at: minute(90), now: minute(120) });
    const late = timelineOf(visit.state, CLINIC).find(({ text }) => text === 'HR 80');
    expect(late).toMatchObject({ at: minute(90), recordedAt: minute(120), late: true, afterTheEnd: true });
    expect(timelineOf(visit.state, CLINIC).find(({ type }) => type === 'discharged')).toMatchObject({
      late: false,
      afterTheEnd: false,
    });
  });

  it('[VIEW3] a struck entry keeps its line', () => {
    const visit = aVisit()
      .infusing()
      .do('add-note', { text: 'calm' }, { at: minute(8) });
    visit.do('strike-entry', { eventId: visit.events.at(-1)?.id ?? '', reason: 'other patient' });
    expect(timelineOf(visit.state, CLINIC)[0]).toMatchObject({ text: '“calm”', struckReason: 'other patient' });
  });

  it('[VIEW9] what was asked is said in the words of the protocol; without the visit in those of its id', () => {
    const visit = aVisit().discharged();
    const texts = timelineOf(visit.state, CLINIC).map(({ text }) => text);
    expect(texts).toContain('C-SSRS asked, risk not high: yes');
    expect(texts).toContain('Written instructions given: yes');
    const asked = visit.state.entries.find(({ type }) => type === 'checklist-answered');
    expect(asked && entryText(asked, CLINIC)).toBe('Identifiers: yes');
  });

  it('[VIEW9] an infusion has a duration, an injection has none', () => {
    const ordered = (visit: ReturnType<typeof aVisit>) =>
      timelineOf(visit.state, CLINIC).find(({ type }) => type === 'order-written')?.text;
    expect(ordered(aVisit().ready())).toBe('Order: Ketamine 40 mg IV over 40 min');
    expect(ordered(aVisit(IM).ready(NINE, 'im'))).toBe('Order: Ketamine 40 mg IM');
  });

  it('[VIEW6] what was not measured is left out of the words', () => {
    expect(vitalsText({ systolic: 138, diastolic: 84, heartRate: 78, spo2: 97 }, METRIC)).toBe('138/84 · HR 78 · SpO₂ 97 %');
    expect(vitalsText({ temperatureC: 37, onOxygen: true }, METRIC)).toBe('37.0 °C · on oxygen');
    expect(observationText({ moaas: 0, nausea: 0 })).toBe('MOAA/S 0 · Nausea 0');
  });

  it('[VIEW2] an alarm is said in words', () => {
    expect(alarmText({ kind: 'limit', of: 'systolic', value: 184, limit: 180 })).toBe('Systolic 184, limit 180');
    expect(alarmText({ kind: 'limit', of: 'spo2', value: 91, limit: 92 })).toBe('SpO₂ 91 %, limit 92');
    expect(alarmText({ kind: 'limit', of: 'systolicChangePercent', value: -21.3, limit: -20 })).toBe(
      'Systolic −21.3 % from baseline, limit 20 %',
    );
    expect(alarmText({ kind: 'vitals-overdue' })).toBe('Vitals overdue');
  });
});
