import { describe, expect, test } from 'vitest';
import { US_CUSTOMARY } from '../../../../shared/clinic/proposed-formats.ts';
import { aVisit, minute } from '../../../../tests/support/given-visit.ts';
import { correctedData, correctionSchema, partsOf } from './corrected-data.ts';

const reading = () => {
  const visit = aVisit()
    .checkedIn()
    .do('record-vitals', { systolic: 183, diastolic: 79, heartRate: 78, onOxygen: false }, { at: minute(5) });
  const entry = visit.state.entries.at(-1);
  if (entry === undefined) throw new Error('Nothing recorded');
  return entry;
};

describe('a correction', () => {
  test('[UI75] what is left empty stays, what was typed replaces', () => {
    expect(correctedData(reading(), { systolic: '133', heartRate: ' ' })).toEqual({
      systolic: 133,
      diastolic: 79,
      heartRate: 78,
      onOxygen: false,
    });
  });

  test('[UI75, UI127] what is no number, or not plausible together, is refused by the schema of the entry itself', () => {
    const wrongIn = (typed: Readonly<Record<string, string>>) => {
      const data = correctedData(reading(), typed);
      const parsed = correctionSchema(reading()).safeParse({ eventId: reading().eventId, data, reason: 'misread' });
      return parsed.error?.issues.map(({ path }) => path.join('.'));
    };
    expect(wrongIn({ systolic: 'abc' })).toEqual(['data.systolic']);
    expect(wrongIn({ systolic: '1,500' })).toEqual(['data.systolic']);
    expect(wrongIn({ systolic: '70' })).toEqual(['data.diastolic']);
    expect(wrongIn({ systolic: '133' })).toBeUndefined();
  });

  test('[UI75, UI160] a weight is corrected in the clinic’s unit, and kept in kg', () => {
    const { entries } = aVisit().checkedIn().state;
    const weighed = entries.find(({ type }) => type === 'checked-in');
    if (weighed === undefined) throw new Error('Not checked in');
    expect(partsOf(weighed, US_CUSTOMARY)).toMatchObject([{ unit: 'lb', now: '80.0 kg (176 lb)' }]);
    expect(correctedData(weighed, { weightKg: '186' }, US_CUSTOMARY)).toMatchObject({ weightKg: 84.4 });
  });

  test('[UI75] fields stand in the order of the pad, with what they say now', () => {
    expect(partsOf(reading()).map(({ label, now }) => `${label} ${now}`)).toEqual([
      'Systolic 183',
      'Diastolic 79',
      'Heart rate 78',
    ]);
  });
});
