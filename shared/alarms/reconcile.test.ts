import { describe, expect, it } from 'vitest';
import { aVisit, BAY, IV, minute, NURSE, PHYSICIAN, type Visit } from '../../tests/support/given-visit.ts';
import { toMs } from '../units.ts';
import { reconcileAlarms } from './reconcile.ts';
import { wantedAlarms } from './wanted.ts';

const up = (visit: Visit) =>
  visit.state.alarms.filter(({ cleared }) => cleared === undefined).map(({ kind, sign, priority }) => [sign ?? kind, priority]);
const reading = (visit: Visit, at: number, data: Record<string, number>) => {
  visit.do('record-vitals', data, { at: minute(at) }).watch(minute(at));
  return visit;
};
const acknowledge = (visit: Visit, at: number) => {
  const alarm = visit.state.alarms.at(-1);
  if (alarm === undefined) throw new Error('no alarm');
  return visit.do('acknowledge-alarm', { alarmId: alarm.alarmId, position: alarm.position }, { at: minute(at) });
};

describe('values outside the limits', () => {
  // Written out from the clinical table, not read from the protocol.
  it.each([
    [{ systolic: 146, diastolic: 100 }, undefined, undefined],
    [{ systolic: 161, diastolic: 80 }, 'bloodPressure', 'medium'],
    [{ systolic: 181, diastolic: 80 }, 'bloodPressure', 'high'],
    [{ systolic: 89, diastolic: 60 }, 'bloodPressure', 'medium'],
    [{ systolic: 79, diastolic: 50 }, 'bloodPressure', 'high'],
    [{ systolic: 122, diastolic: 101 }, 'bloodPressure', 'medium'],
    [{ systolic: 122, diastolic: 111 }, 'bloodPressure', 'high'],
    [{ heartRate: 120 }, undefined, undefined],
    [{ heartRate: 121 }, 'heartRate', 'medium'],
    [{ heartRate: 151 }, 'heartRate', 'high'],
    [{ heartRate: 49 }, 'heartRate', 'medium'],
    [{ heartRate: 39 }, 'heartRate', 'high'],
    [{ spo2: 92 }, undefined, undefined],
    [{ spo2: 91 }, 'spo2', 'medium'],
    [{ spo2: 89 }, 'spo2', 'high'],
    [{ respiratoryRate: 9 }, 'respiratoryRate', 'medium'],
    [{ respiratoryRate: 26 }, 'respiratoryRate', 'medium'],
    [{ respiratoryRate: 7 }, 'respiratoryRate', 'high'],
    [{ respiratoryRate: 31 }, 'respiratoryRate', 'high'],
    [{ temperatureC: 38.1 }, 'temperatureC', 'medium'],
    [{ temperatureC: 34.9 }, 'temperatureC', 'high'],
  ])('[ALARM1] %j raises %s %s', (data, sign, priority) => {
    const visit = reading(aVisit().infusing(), 5, data as Record<string, number>);
    expect(up(visit)).toEqual(sign === undefined ? [] : [[sign, priority]]);
  });

  it('[ALARM1] scales raise too', () => {
    const visit = aVisit()
      .infusing()
      .do('record-observation', { moaas: 3, dissociation: 3, nausea: 2 }, { at: minute(5) });
    visit.watch(minute(5));
    expect(up(visit)).toEqual([
      ['moaas', 'medium'],
      ['dissociation', 'medium'],
    ]);
  });

  it('[ALARM2] pressure and its change from the baseline are one alarm, the worst', () => {
    const visit = reading(aVisit().infusing(), 5, { systolic: 172, diastolic: 112 });
    expect(visit.state.alarms).toMatchObject([
      { sign: 'bloodPressure', of: 'diastolic', priority: 'high', value: 112, limit: 110 },
    ]);
    // 122 → 148 is +21.3 %: within the limits of the pressure itself.
    const changed = reading(aVisit().infusing(), 5, { systolic: 148, diastolic: 80 });
    expect(changed.state.alarms).toMatchObject([{ of: 'systolicChangePercent', priority: 'medium', value: 21.3, limit: 20 }]);
  });

  it('[ALARM13] what was not measured raises nothing', () => {
    expect(wantedAlarms(aVisit().checkedIn().state, IV, toMs(minute(1))).alarms).toEqual([]);
  });
});

describe('deadlines', () => {
  it('[ALARM3] low at due + grace, medium at twice the interval, gone with the next reading', () => {
    const visit = aVisit().infusing();
    expect(visit.watch('2026-11-24T09:11:59.999Z')).toEqual([]);
    expect(wantedAlarms(visit.state, IV, toMs(minute(1))).nextAtMs).toBe(toMs(minute(12)));
    visit.watch(minute(12));
    expect(up(visit)).toEqual([['vitals-overdue', 'low']]);
    visit.watch(minute(20));
    expect(up(visit)).toEqual([['vitals-overdue', 'medium']]);
    expect(up(reading(visit, 21, { systolic: 124, diastolic: 78 }))).toEqual([]);
    expect(visit.state.alarms).toHaveLength(1);
  });

  it('[ALARM4] past the projected end: low after 2 min, medium after 10', () => {
    const visit = aVisit().infusing();
    for (const at of [10, 20, 30, 40, 50]) reading(visit, at, { systolic: 124, diastolic: 78 });
    expect(up(visit)).toEqual([['past-planned-end', 'medium']]);
    expect(visit.state.alarms[0]).toMatchObject({ dueAt: minute(40) });
  });

  it('[ALARM5] a pause of ten minutes', () => {
    const visit = reading(aVisit().infusing(), 9, { systolic: 124, diastolic: 78 }).do(
      'pause-infusion',
      { reason: 'x' },
      { at: minute(9) },
    );
    visit.watch(minute(18));
    expect(up(visit)).toEqual([]);
    visit.watch(minute(19));
    expect(up(visit)).toEqual([['pause-too-long', 'medium']]);
    visit.do('resume-infusion', {}, { at: minute(19) }).watch(minute(19));
    expect(up(visit)).toEqual([]);
  });

  it('[ALARM12] no reading since the end', () => {
    const visit = aVisit().infusing();
    for (const at of [10, 20, 30]) reading(visit, at, { systolic: 124, diastolic: 78 });
    visit.do('end-infusion', { outcome: 'completed' }, { at: minute(40) });
    expect(visit.watch(minute(46))).toEqual([]);
    visit.watch(minute(47));
    expect(up(visit)).toEqual([['no-recovery-reading', 'low']]);
  });
});

describe('what becomes of an alarm', () => {
  it('[ALARM6] a call is high until it is answered', () => {
    const visit = aVisit()
      .infusing()
      .do('call-physician', {}, { at: minute(3) });
    visit.watch(minute(3));
    expect(up(visit)).toEqual([['call', 'high']]);
    visit.do('answer-call', {}, { at: minute(4), as: PHYSICIAN }).watch(minute(4));
    expect(up(visit)).toEqual([]);
  });

  it('[ALARM7] a high one stays until acknowledged, a medium one clears at the next normal reading', () => {
    const high = reading(reading(aVisit().infusing(), 5, { spo2: 88 }), 6, { spo2: 97 });
    expect(up(high)).toEqual([['spo2', 'high']]);
    acknowledge(high, 7).watch(minute(7));
    expect(up(high)).toEqual([]);
    expect(up(reading(reading(aVisit().infusing(), 5, { spo2: 91 }), 6, { spo2: 97 }))).toEqual([]);
  });

  it('[ALARM7] an acknowledged high one that improves goes on as medium', () => {
    const visit = acknowledge(reading(aVisit().infusing(), 5, { spo2: 88 }), 5);
    expect(up(reading(visit, 6, { spo2: 91 }))).toEqual([['spo2', 'medium']]);
  });

  it('[ALARM8] worse asks again, the same does not', () => {
    const visit = acknowledge(reading(aVisit().infusing(), 5, { spo2: 91 }), 5);
    reading(visit, 6, { spo2: 90 });
    expect(visit.state.alarms[0]?.acknowledged?.by).toEqual(NURSE);
    reading(visit, 7, { spo2: 89 });
    expect(visit.state.alarms[0]).toMatchObject({ priority: 'high', value: 89 });
    expect(visit.state.alarms[0]?.acknowledged).toBeUndefined();
  });

  it('[ALARM8] clearly further outside at the same priority asks again', () => {
    const visit = acknowledge(reading(aVisit().infusing(), 5, { heartRate: 125 }), 5);
    expect(reading(visit, 6, { heartRate: 129 }).state.alarms[0]?.acknowledged).toBeDefined();
    expect(reading(visit, 7, { heartRate: 130 }).state.alarms[0]?.acknowledged).toBeUndefined();
  });

  it('[ALARM9] high: everybody at 60 s, the clinic at 120 s; medium: the physician at 2 min; nothing once acknowledged', () => {
    const high = reading(aVisit().infusing(), 5, { spo2: 88 });
    high.watch(minute(6));
    high.watch(minute(7));
    expect(high.events.filter(({ type }) => type === 'alarm-escalated').map(({ data }) => data)).toMatchObject([
      { step: 1, to: 'nurses-and-physician' },
      { step: 2, to: 'clinic' },
    ]);
    const medium = reading(aVisit().infusing(), 5, { spo2: 91 });
    expect(reconcileAlarms(medium.state, IV, toMs(minute(5)), (name) => name).nextAtMs).toBe(toMs(minute(7)));
    expect(medium.watch(minute(7))).toEqual(['alarm-escalated']);
    expect(acknowledge(reading(aVisit().infusing(), 5, { spo2: 88 }), 5).watch(minute(9))).toEqual([]);
  });

  it('[ALARM9] a latched high alarm escalates though the value is normal again', () => {
    const visit = reading(reading(aVisit().infusing(), 5, { spo2: 88 }), 5.5, { spo2: 97 });
    expect(visit.watch(minute(6))).toEqual(['alarm-escalated']);
  });

  it('[ALARM10] worked out twice it has the same name', () => {
    const visit = aVisit()
      .infusing()
      .do('record-vitals', { spo2: 88 }, { at: minute(5) });
    const names = () =>
      reconcileAlarms(visit.state, IV, toMs(minute(5)), (name) => name).events.map(({ commandName }) => commandName);
    expect(names()).toEqual(names());
    expect(names()).toHaveLength(1);
  });

  it('[ALARM11] the end of the visit clears all', () => {
    const visit = reading(aVisit().recovering(), 45, { spo2: 88 }).do('move-to-recovery', { bayId: BAY }, { at: minute(45) });
    visit.do('abort-session', { reason: 'to hospital' }, { at: minute(46) });
    expect(new Set(visit.watch(minute(46)))).toEqual(new Set(['alarm-cleared']));
    expect(up(visit)).toEqual([]);
  });
});
