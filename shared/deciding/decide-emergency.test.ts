import { describe, expect, it } from 'vitest';
import { aVisit, CLINIC, codeOf, minute, NURSE, type Visit } from '../../tests/support/given-visit.ts';
import { alarmText } from '../session/alarm-text.ts';
import { summarizeSession } from '../views/session-summary.ts';
import { entryText } from '../views/timeline.ts';

const REPORT = { kind: 'Laryngospasm', severity: 'severe', outcome: 'recovered', serious: ['life-threatening'] } as const;
const report = () => ({ ...REPORT, serious: [...REPORT.serious] });
const lastWords = (visit: Visit) => {
  const entry = visit.state.entries.at(-1);
  return entry === undefined ? '' : entryText(entry, CLINIC, visit.state);
};

describe('emergencies', () => {
  it('[VISIT50] are said from the check-in to the end of the visit', () => {
    const oxygen = { kind: 'oxygen', action: 'Oxygen 6 L/min, mask' } as const;
    expect(codeOf(aVisit().try('record-emergency', oxygen))).toBe('wrong-phase VISIT50');
    expect(
      lastWords(
        aVisit()
          .infusing()
          .do('record-emergency', oxygen, { at: minute(5) }),
      ),
    ).toBe('Emergency: Oxygen 6 L/min, mask');
    const home = aVisit().discharged();
    expect(codeOf(home.try('record-emergency', oxygen, { at: minute(110) }))).toBe('wrong-phase VISIT50');
    expect(codeOf(home.try('record-emergency', oxygen, { at: minute(90), now: minute(110) }))).toBe('accepted');
  });

  it('[VISIT50] help that was called is a high alarm until somebody acknowledges it, each time it is called', () => {
    const visit = aVisit().infusing();
    const up = () => visit.state.alarms.filter(({ cleared }) => cleared === undefined).map((one) => alarmText(one));
    visit.do('record-emergency', { kind: 'airway', action: 'Jaw thrust' }, { at: minute(5) }).watch(minute(5));
    expect(up()).toEqual([]);
    visit.do('record-emergency', { kind: 'code', action: 'Code called' }, { at: minute(6) }).watch(minute(6));
    expect(up()).toEqual(['Emergency, help called']);
    expect(visit.watch(minute(7))).toEqual(['alarm-escalated']);
    const [alarm] = visit.state.alarms;
    visit.do('acknowledge-alarm', { alarmId: alarm!.alarmId, position: alarm!.position }, { at: minute(7), as: NURSE });
    visit.watch(minute(7));
    expect(up()).toEqual([]);
    visit.do('record-emergency', { kind: 'code', action: 'Code called' }, { at: minute(8) }).watch(minute(8));
    expect(up()).toEqual(['Emergency, help called']);
  });
});

describe('adverse events', () => {
  it('[VISIT51] are said of a symptom of this visit or by themselves, also after the visit', () => {
    const visit = aVisit()
      .infusing()
      .do('record-symptom', { kind: 'Stridor', severity: 2 }, { at: minute(5) });
    const symptomEventId = visit.events.at(-1)!.id;
    expect(codeOf(visit.try('report-adverse-event', { ...report(), symptomEventId }, { at: minute(5) }))).toBe('accepted');
    const other = visit.events[0]!.id;
    expect(codeOf(visit.try('report-adverse-event', { ...report(), symptomEventId: other }))).toBe('unknown-entry VISIT51');
    expect(codeOf(aVisit().try('report-adverse-event', report()))).toBe('wrong-phase VISIT50');
    const home = aVisit()
      .discharged()
      .do('report-adverse-event', report(), { at: minute(200) });
    expect(lastWords(home)).toBe('Adverse event: Laryngospasm · severe · serious: life threatening · recovered');
    expect(summarizeSession(home.state, CLINIC).adverseEvents).toBe(1);
  });

  it('[VISIT51] are corrected when more is known, and not counted when struck', () => {
    const visit = aVisit()
      .infusing()
      .do('report-adverse-event', { ...report(), outcome: 'recovering' }, { at: minute(5) });
    const { eventId } = visit.state.entries.at(-1)!;
    const data = { ...report(), serious: [] };
    visit.do('correct-entry', { eventId, data, reason: 'Seen again' }, { at: minute(9) });
    const entry = visit.state.entries.find((one) => one.eventId === eventId)!;
    expect(entryText(entry, CLINIC, visit.state)).toBe('Adverse event: Laryngospasm · severe · not serious · recovered');
    visit.do('strike-entry', { eventId, reason: 'other patient' }, { at: minute(10) });
    expect(summarizeSession(visit.state, CLINIC).adverseEvents).toBe(0);
  });
});
