import { describe, expect, it } from 'vitest';
import { aVisit, codeOf, minute, PHYSICIAN, type Visit } from '../../tests/support/given-visit.ts';

const CALM = { systolic: 124, diastolic: 78, heartRate: 72, spo2: 98, respiratoryRate: 14 };

describe('going on after a pause', () => {
  const paused = (reason: string, before = CALM) =>
    aVisit()
      .infusing()
      .do('record-vitals', before, { at: minute(10) })
      .do('pause-infusion', { reason }, { at: minute(12) });
  const resume = (visit: Visit, at = 20) => codeOf(visit.try('resume-infusion', {}, { at: minute(at) }));

  it('[VISIT44] a pause for blood pressure wants a reading since, below 160 and 100', () => {
    const visit = paused('Blood pressure');
    expect(resume(visit)).toBe('not-ready-to-resume VISIT44');
    expect(resume(visit.do('record-vitals', { systolic: 160, diastolic: 80 }, { at: minute(15) }))).toBe(
      'not-ready-to-resume VISIT44',
    );
    expect(resume(visit.do('record-vitals', { systolic: 150, diastolic: 100 }, { at: minute(16) }))).toBe(
      'not-ready-to-resume VISIT44',
    );
    expect(resume(visit.do('record-vitals', { systolic: 159, diastolic: 99 }, { at: minute(17) }))).toBe('accepted');
  });

  it('[VISIT44] whatever the reason was, values outside keep it paused', () => {
    expect(resume(paused('Patient asks'))).toBe('accepted');
    expect(resume(paused('Patient asks', { ...CALM, systolic: 172 }))).toBe('not-ready-to-resume VISIT44');
    expect(resume(paused('Patient asks', { ...CALM, spo2: 90 }))).toBe('not-ready-to-resume VISIT44');
  });

  it('[VISIT44] a physician may go on against it, with a reason that stays with what was seen', () => {
    const visit = paused('Blood pressure', { ...CALM, systolic: 172 });
    const override = { override: { reason: 'urapidil given, I stay here' } };
    expect(codeOf(visit.try('resume-infusion', override, { at: minute(20) }))).toBe('not-allowed VISIT44');
    visit.do('resume-infusion', override, { at: minute(20), as: PHYSICIAN });
    expect(visit.events.at(-1)?.data).toMatchObject({
      ...override,
      open: ['Systolic 172 mmHg, go on at 159 or below', expect.any(String)],
    });
  });
});
