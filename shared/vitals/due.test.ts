import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aVisit, CLINIC, IM, minute, NASAL, NINE, PHYSICIAN } from '../../tests/support/given-visit.ts';
import { protocolOf } from '../clinic/state.ts';
import { MINUTE_MS, toMs } from '../units.ts';
import { dueState, type Interval, nextDue, readingState, readingTimes, valueState, vitalsSchedule } from './due.ts';
import { latestOf } from './latest.ts';

const AT = toMs('2026-11-22T14:00:00.000Z');
const EVERY_10 = { everyMin: 10, graceMin: 2 };
const minutesLater = (minutes: number, ms = 0) => AT + minutes * MINUTE_MS + ms;
const stateAt = (interval: Interval, nowMs: number) => readingState(readingTimes(AT, interval), nowMs);
const SEED = { seed: 20261122 };

describe('when a reading is due', () => {
  it.each([
    ['ahead', minutesLater(0)],
    ['ahead', minutesLater(8, -1)],
    ['soon', minutesLater(8)],
    ['soon', minutesLater(10, -1)],
    ['due', minutesLater(10)],
    ['due', minutesLater(12, -1)],
    ['overdue', minutesLater(12)],
    ['overdue', minutesLater(20, -1)],
    ['long-overdue', minutesLater(20)],
    ['long-overdue', minutesLater(600)],
  ] as const)('[VIT4] with 10 min and 2 min grace it is %s at %d', (state, now) => {
    expect(stateAt(EVERY_10, now)).toBe(state);
  });

  it('[VIT4] tells when it will be due, overdue and long overdue', () => {
    expect(readingTimes(AT, EVERY_10)).toEqual({
      soonAtMs: minutesLater(8),
      dueAtMs: minutesLater(10),
      overdueAtMs: minutesLater(12),
      longOverdueAtMs: minutesLater(20),
    });
  });

  it('[VIT4] a short interval is not due soon from the start, and never long overdue before it is overdue', () => {
    expect(stateAt({ everyMin: 2, graceMin: 2 }, minutesLater(0))).toBe('ahead');
    expect(stateAt({ everyMin: 2, graceMin: 2 }, minutesLater(1))).toBe('soon');
    expect(stateAt({ everyMin: 1, graceMin: 5 }, minutesLater(3))).toBe('due');
    expect(stateAt({ everyMin: 1, graceMin: 5 }, minutesLater(6))).toBe('long-overdue');
  });

  it('[VIT4] only ever gets older as time passes', () => {
    const order = ['ahead', 'soon', 'due', 'overdue', 'long-overdue'];
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 10 }),
        fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 2 }),
        (everyMin, graceMin, passed) => {
          const ranks = passed.sort((a, b) => a - b).map((ms) => order.indexOf(stateAt({ everyMin, graceMin }, AT + ms)));
          expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
        },
      ),
      SEED,
    );
  });
});

type Visit = ReturnType<typeof aVisit>;
const at = (minutes: number) => toMs(minute(minutes));
const protocolFor = ({ state }: Visit) => {
  const protocol = protocolOf(CLINIC, state.protocolId, state.protocolVersion);
  if (protocol === undefined) throw new Error('The visit has a protocol');
  return protocol;
};
/** Whether the last blood pressure looks live, and what is said of the next one, at a minute. */
function seen(visit: Visit, minutes: number) {
  const protocol = protocolFor(visit);
  const schedule = vitalsSchedule(visit.state, protocol);
  const last = visit.state.entries.findLast(({ type }) => type === 'vitals-recorded');
  if (schedule === undefined || last === undefined) throw new Error('The visit has a reading and a next one');
  return [valueState(visit.state, protocol, last.happenedAt, at(minutes)), readingState(schedule, at(minutes))];
}

describe('a value that may be taken as live', () => {
  it.each([
    ['an infusion', () => aVisit().infusing()],
    [
      'an infusion with a reading',
      () =>
        aVisit()
          .infusing()
          .do('record-vitals', PRESSURE, { at: minute(9) }),
    ],
    [
      'an injection',
      () =>
        aVisit(IM)
          .ready(NINE, 'im')
          .do('give-dose', SHOT, { at: minute(0) }),
    ],
    [
      'an injection with a reading',
      () =>
        aVisit(IM)
          .ready(NINE, 'im')
          .do('give-dose', SHOT, { at: minute(0) })
          .do('record-vitals', PRESSURE, { at: minute(9) }),
    ],
  ])('[VIT6] in %s a number is live until the next reading is overdue, to the second', (_, visitOf) => {
    const visit = visitOf();
    for (let minutes = 10; minutes < 90; minutes += 1 / 60) {
      const [value = '', next = ''] = seen(visit, minutes);
      expect([minutes, value]).toEqual([minutes, next === 'overdue' || next === 'long-overdue' ? 'stale' : 'fresh']);
    }
  });

  it('[VIT6] an injection still acts at minute 12: overdue beside a number that is no longer live', () => {
    const visit = aVisit(IM)
      .ready(NINE, 'im')
      .do('give-dose', SHOT, { at: minute(0) });
    expect(seen(visit, 11.9)).toEqual(['fresh', 'due']);
    expect(seen(visit, 12)).toEqual(['stale', 'overdue']);
    expect(seen(visit, 17)).toEqual(['stale', 'overdue']);
  });

  it('[VIT6] before the drug it is live for as long as a baseline counts; in a visit that is over it is the record', () => {
    const before = aVisit().ready();
    const baseline = before.state.entries.findLast(({ type }) => type === 'vitals-recorded')?.happenedAt ?? '';
    const within = protocolFor(before).vitals.beforeWithinMin * MINUTE_MS;
    expect(valueState(before.state, protocolFor(before), baseline, toMs(baseline) + within - 1)).toBe('fresh');
    expect(valueState(before.state, protocolFor(before), baseline, toMs(baseline) + within)).toBe('stale');
    const over = aVisit().discharged();
    expect(valueState(over.state, protocolFor(over), minute(8), at(100_000))).toBe('fresh');
  });

  it('[VIT5] a reading from more than a minute ahead is stale, not fresh; a minute between two clocks is let pass', () => {
    const visit = aVisit()
      .infusing()
      .do('record-vitals', PRESSURE, { at: minute(9) });
    const stateAhead = (ms: number) => valueState(visit.state, protocolFor(visit), minute(9), at(9) - ms);
    expect(stateAhead(MINUTE_MS)).toBe('fresh');
    expect(stateAhead(MINUTE_MS + 1)).toBe('stale');
    expect(stateAhead(60 * MINUTE_MS)).toBe('stale');
  });
});

const PRESSURE = { systolic: 122, diastolic: 78 };
const SHOT = { route: 'im', doseMg: 40 } as const;

describe('readings that are not to be missed', () => {
  const dueAt = (...readings: number[]) => {
    const visit = aVisit(NASAL).ready(minute(0), 'nasal');
    visit.do('give-dose', { route: 'nasal', doseMg: 28 }, { at: minute(0) });
    for (const at of readings) visit.do('record-vitals', { systolic: 120, diastolic: 80 }, { at: minute(at) });
    return vitalsSchedule(visit.state, NASAL)?.dueAt;
  };

  it.each([
    [[], 15],
    [[15, 30], 40],
    [[15, 27], 40],
    [[20], 35],
    [[34.9], 40],
    [[15, 30, 36], 51],
    [[15, 30, 46], 61],
  ])('[VIT23] after readings at %j the next is due at %s', (readings, due) => {
    expect(dueAt(...readings)).toBe(minute(due));
  });

  it('[VIT23] it is overdue, and its values stale, by the same minute', () => {
    const visit = aVisit(NASAL).ready(minute(0), 'nasal');
    visit.do('give-dose', { route: 'nasal', doseMg: 28 }, { at: minute(0) });
    visit.do('record-vitals', { systolic: 120, diastolic: 80 }, { at: minute(30) });
    expect(vitalsSchedule(visit.state, NASAL)?.overdueAtMs).toBe(Date.parse(minute(42)));
    expect(valueState(visit.state, NASAL, minute(30), Date.parse(minute(41.9)))).toBe('fresh');
    expect(valueState(visit.state, NASAL, minute(30), Date.parse(minute(42)))).toBe('stale');
  });
});

describe('after a medicine for blood pressure', () => {
  const give = (drug: string) => {
    const visit = aVisit().recovering();
    visit.do('record-vitals', { systolic: 172, diastolic: 96 }, { at: minute(50) });
    const order = { by: PHYSICIAN.id, how: 'spoken' } as const;
    return visit.do(
      'give-medication',
      { drug, dose: 10, unit: 'mg', route: 'iv', reason: 'Pressure', order },
      { at: minute(51) },
    );
  };
  const dueAt = (visit: Visit) => vitalsSchedule(visit.state, visit.protocol)?.dueAt;

  it('[VIT24] it is measured again after 5 and after 15 minutes, then by the interval', () => {
    const visit = give('Labetalol');
    expect(dueAt(visit)).toBe(minute(56));
    visit.do('record-vitals', { systolic: 160, diastolic: 90 }, { at: minute(53) });
    expect(dueAt(visit)).toBe(minute(56));
    visit.do('record-vitals', { systolic: 150, diastolic: 88 }, { at: minute(56) });
    expect(dueAt(visit)).toBe(minute(66));
    visit.do('record-vitals', { systolic: 140, diastolic: 84 }, { at: minute(65.5) });
    expect(dueAt(visit)).toBe(minute(80.5));
  });

  it.each(['Clonidine', 'Hydralazine', 'Nicardipine', 'metoprolol'])('[VIT24] %s lowers it', (drug) => {
    expect(dueAt(give(drug))).toBe(minute(56));
  });

  it('[VIT24] another medicine changes nothing', () => {
    expect(dueAt(give('Ondansetron'))).toBe(minute(65));
  });
});

describe('stale and due are one rule', () => {
  const SIGNS = ['systolic', 'heartRate', 'spo2', 'respiratoryRate'] as const;
  /** Which values are stale at a minute, and what is said of the next reading. */
  const shown = (visit: Visit, minutes: number) => {
    const { state, protocol } = visit;
    const due = nextDue(state, protocol, at(minutes));
    const stale = SIGNS.filter((sign) => {
      const last = latestOf(state, sign);
      if (last === undefined) return false;
      return valueState(state, protocol, last.at, at(minutes), { isPressure: sign === 'systolic' }) === 'stale';
    });
    return [due === undefined ? undefined : dueState(due, at(minutes)), ...stale];
  };
  const whole = { systolic: 126, diastolic: 80, heartRate: 71, spo2: 98, respiratoryRate: 14 };

  it('[VIT30] a reading is stale from the moment at which the next is overdue, not sooner and not later', () => {
    const visit = aVisit()
      .infusing()
      .do('record-vitals', whole, { at: minute(10) });
    expect(shown(visit, 19.9)).toEqual(['ahead']);
    expect(shown(visit, 21.9)).toEqual(['due']);
    expect(shown(visit, 22)).toEqual(['overdue', ...SIGNS]);
  });

  it('[VIT30] a sign left out of a reading is stale when it is overdue by itself, and then nothing counts down', () => {
    const visit = aVisit()
      .infusing()
      .do('record-vitals', whole, { at: minute(1) });
    const { heartRate: _, ...others } = whole;
    visit.do('record-vitals', others, { at: minute(12) });
    expect(shown(visit, 13.9)).toEqual(['ahead']);
    expect(shown(visit, 14)).toEqual(['overdue', 'heartRate']);
    visit.do('record-vitals', { heartRate: 70 }, { at: minute(15) });
    expect(shown(visit, 15)).toEqual(['ahead']);
  });

  it('[VIT30] after a medicine that lowers it the blood pressure is stale when the reading after it is overdue', () => {
    const visit = aVisit()
      .infusing()
      .do('record-vitals', whole, { at: minute(10) });
    visit.do(
      'give-medication',
      { drug: 'Labetalol', dose: 10, unit: 'mg', route: 'iv', reason: 'Pressure', order: { by: PHYSICIAN.id, how: 'spoken' } },
      { at: minute(11) },
    );
    expect(shown(visit, 17.9)).toEqual(['due']);
    expect(shown(visit, 18)).toEqual(['overdue', 'systolic']);
  });
});
