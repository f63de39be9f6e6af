import { describe, expect, it } from 'vitest';
import { summarizeSession } from '../../../../shared/views/session-summary.ts';
import { CLINIC, minute, Visit } from '../../../../tests/support/given-visit.ts';
import { count, median, minutes, percent, perSession, shortly } from '../figures/figure-text.ts';
import { nextOrder } from './next-order.ts';
import { alarmsInWords, infusionText, markText, onTimeText, pressureText, shortPatient, shortStaff } from './row-text.ts';

const row = (visit: Visit) => summarizeSession(visit.state, CLINIC);

describe('a row', () => {
  it('[UI95] of a visit that has just been scheduled says what is missing, not 0', () => {
    const scheduled = row(new Visit());
    expect(pressureText(scheduled)).toBeUndefined();
    expect(onTimeText(scheduled)).toBeUndefined();
    expect(infusionText(scheduled)).toBeUndefined();
    expect(infusionText({ ...scheduled, infusionNumber: 2, infusionsPlanned: 6 })).toBe('2 of 6');
    expect(scheduled.deliveredMg).toBeNull();
    expect(scheduled.minSpo2).toBeNull();
    expect(scheduled.durationMin).toBeNull();
    expect(markText(scheduled)).toBe('scheduled');
    expect(alarmsInWords(scheduled)).toBe('none');
  });

  it('[UI95] tells a visit that was held from one that was aborted and one that was stopped early', () => {
    const held = new Visit().checkedIn().do('abort-session', { reason: 'pressure too high' }, { at: minute(5) });
    expect(markText(row(held))).toBe('held');
    const aborted = new Visit().infusing().do('abort-session', { reason: 'unwell' }, { at: minute(5) });
    expect(markText(row(aborted))).toBe('aborted');
    expect(markText(row(new Visit().discharged()))).toBeUndefined();
    expect(markText({ ...row(new Visit().discharged()), stoppedEarly: true })).toBe('stopped');
  });

  it('[UI95] figures without anything to work them out from are words', () => {
    for (const figure of [percent(null, 1), perSession(null), median(null), minutes(null)]) {
      expect(figure).toEqual({ text: 'none yet', missing: true });
      expect(shortly(figure)).toBe('none yet');
    }
    expect(percent(0, 1)).toEqual({ text: '0.0', unit: '%' });
    expect(perSession(0)).toEqual({ text: '0.0' });
    expect(median(38.4)).toEqual({ text: '0:38', unit: 'median' });
    expect(median(125)).toEqual({ text: '2:05', unit: 'median' });
    expect(shortly(minutes(71.5))).toBe('72 min');
    expect(count(100_000).text).toBe('100,000');
  });

  it('[UI95] names are shortened to what tells them apart', () => {
    expect(shortPatient('Maya Reyes')).toBe('Maya R.');
    expect(shortPatient('Miguel Ángel Carvalho')).toBe('Miguel Ángel C.');
    expect(shortPatient('Zoë')).toBe('Zoë');
    expect(shortStaff('Kari Lunde')).toBe('K. Lunde');
  });

  it('[UI92] sorts dates and large numbers from the newest and largest, names from A, and then the other way', () => {
    expect(nextOrder({ sort: 'maxSystolic', first: 'down' }, '-plannedStart')).toBe('-maxSystolic');
    expect(nextOrder({ sort: 'maxSystolic', first: 'down' }, '-maxSystolic')).toBe('maxSystolic');
    expect(nextOrder({ sort: 'patient' }, '-plannedStart')).toBe('patient');
    expect(nextOrder({ sort: 'patient' }, 'patient')).toBe('-patient');
  });
});
