import { describe, expect, it } from 'vitest';
import { toMs } from '../../../../shared/units.ts';
import { minute, Visit } from '../../../../tests/support/given-visit.ts';
import { beginsAt, momentOf, spanOf } from './replay.ts';

const at = (minutes: number) => toMs(minute(minutes));

describe('a replay', () => {
  const visit = new Visit()
    .ready(minute(0))
    .do('start-infusion', { rateMlPerHour: 60 }, { at: minute(2) })
    .do('record-vitals', { systolic: 148, diastolic: 90, heartRate: 84 }, { at: minute(20) })
    .do('record-vitals', { spo2: 94 }, { at: minute(30) })
    .do('end-infusion', { outcome: 'completed' }, { at: minute(42) });

  it('[UI99] knows at each moment what was known then, with its age, and nothing of later', () => {
    expect(momentOf(visit.state, at(1))).toMatchObject({
      pressure: { text: '122/78', ageMin: 1 },
      spo2: { text: '98', ageMin: 1 },
      deliveredMg: undefined,
      orderedMg: 40,
      words: '1 min before the start',
    });
    expect(momentOf(visit.state, at(22))).toMatchObject({
      pressure: { text: '148/90', ageMin: 2 },
      heartRate: { text: '84', ageMin: 2 },
      spo2: { text: '98', ageMin: 22 },
      deliveredMg: 20,
      words: '20 min into infusion',
    });
    expect(momentOf(visit.state, at(50))).toMatchObject({
      spo2: { text: '94', ageMin: 20 },
      deliveredMg: 40,
      words: '8 min after the end',
    });
  });

  it('[UI99] says of what was not measured yet that it was not, never 0', () => {
    expect(momentOf(new Visit().checkedIn().state, at(5))).toMatchObject({
      pressure: undefined,
      heartRate: undefined,
      spo2: undefined,
      deliveredMg: undefined,
      words: 'nothing was given',
    });
  });

  it('[UI99] goes from the check-in to the last thing said of the patient, and begins with the drug', () => {
    expect(spanOf(visit.state)).toEqual({ fromMs: at(0), toMs: at(42) });
    expect(beginsAt(visit.state)).toBe(at(2));
    expect(beginsAt(new Visit().checkedIn(minute(3)).state)).toBe(at(3));
    expect(spanOf(new Visit().state)).toEqual({ fromMs: at(0), toMs: at(0) });
  });
});
