import { describe, expect, it } from 'vitest';
import { aVisit, BAY, codeOf, IV, minute, NURSE, PHYSICIAN, type Visit } from '../../tests/support/given-visit.ts';
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
    [{ systolic: 161, diastolic: 80 }, 'systolic', 'medium'],
    [{ systolic: 181, diastolic: 80 }, 'systolic', 'high'],
    [{ systolic: 89, diastolic: 60 }, 'systolic', 'medium'],
    [{ systolic: 79, diastolic: 50 }, 'systolic', 'high'],
    [{ systolic: 122, diastolic: 101 }, 'diastolic', 'medium'],
    [{ systolic: 122, diastolic: 111 }, 'diastolic', 'high'],
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
  ])('[ALARM1] %j raises %s %s', (data, of, priority) => {
    const visit = reading(aVisit().infusing(), 5, data as Record<string, number>);
    // How far that is from the baseline is another alarm.
    const found = visit.state.alarms.filter((alarm) => alarm.of !== 'systolicChangePercent');
    expect(found.map((alarm) => [alarm.of, alarm.priority])).toEqual(of === undefined ? [] : [[of, priority]]);
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

  it('[ALARM2] both numbers of a pressure and its change from the baseline are three alarms', () => {
    const visit = reading(aVisit().infusing(), 5, { systolic: 172, diastolic: 112 });
    expect(
      visit.state.alarms.map(({ sign, of, bound, priority, value, limit }) => [sign, of, bound, priority, value, limit]),
    ).toEqual([
      ['bloodPressure', 'systolic', 'high', 'medium', 172, 160],
      ['bloodPressure', 'diastolic', 'high', 'high', 112, 110],
      ['bloodPressure', 'systolicChangePercent', 'high', 'high', 41, 40],
    ]);
  });

  it.each([
    [148, 'high', 'medium', 21.3, 20],
    [97, 'low', 'medium', -20.5, -20],
    [92, 'low', 'medium', -24.6, -20],
    [91, 'low', 'medium', -25.4, -20],
    [172, 'high', 'high', 41, 40],
  ])('[ALARM2] from 122 to %s alarms, up or down', (systolic, bound, priority, value, limit) => {
    const visit = reading(aVisit().infusing(), 5, { systolic, diastolic: 60 });
    expect(visit.state.alarms.find(({ of }) => of === 'systolicChangePercent')).toMatchObject({ bound, priority, value, limit });
  });

  it('[ALARM60] the other side is another alarm, though the first was acknowledged', () => {
    const visit = acknowledge(reading(aVisit().infusing(), 5, { heartRate: 155 }), 5);
    reading(visit, 6, { heartRate: 39 });
    expect(
      visit.state.alarms.map(({ bound, value, acknowledged, cleared }) => [
        bound,
        value,
        acknowledged !== undefined,
        cleared !== undefined,
      ]),
    ).toEqual([
      ['high', 155, true, true],
      ['low', 39, false, false],
    ]);
  });

  it('[ALARM60] a pressure that falls on one number and stays high on the other is not the old alarm', () => {
    const visit = acknowledge(reading(aVisit().infusing(), 5, { systolic: 165, diastolic: 80 }), 5);
    reading(visit, 6, { systolic: 140, diastolic: 109 });
    expect(visit.state.alarms.filter(({ cleared }) => cleared === undefined).map(({ of, value }) => [of, value])).toEqual([
      ['diastolic', 109],
    ]);
  });

  it('[ALARM61] a value entered late raises what it would have raised, and stays until it is seen', () => {
    const visit = reading(aVisit().infusing(), 8, { spo2: 97 });
    visit.do('record-vitals', { spo2: 82 }, { at: minute(5), now: minute(9) }).watch(minute(9));
    expect(visit.state.alarms).toMatchObject([{ of: 'spo2', bound: 'low', value: 82, priority: 'high', late: true }]);
    expect(visit.watch(minute(9.5))).toEqual([]);
    acknowledge(visit, 10).watch(minute(10));
    expect(up(visit)).toEqual([]);
    expect(visit.watch(minute(11))).toEqual([]);
  });

  it('[ALARM61] so does a medium one, one that was corrected to it, and one that was followed at once by a better one', () => {
    const medium = reading(aVisit().infusing(), 10, { spo2: 97 });
    medium.do('record-vitals', { spo2: 91 }, { at: minute(5), now: minute(11) }).watch(minute(11));
    expect(up(medium)).toEqual([['spo2', 'medium']]);
    const corrected = reading(reading(aVisit().infusing(), 5, { spo2: 92 }), 10, { spo2: 97 });
    const wrong = corrected.state.entries.findLast(({ happenedAt }) => happenedAt === minute(5))?.eventId ?? '';
    corrected.do('correct-entry', { eventId: wrong, data: { spo2: 82 } }, { at: minute(11) }).watch(minute(11));
    expect(corrected.state.alarms).toMatchObject([{ value: 82, late: true }]);
    const followed = aVisit()
      .infusing()
      .do('record-vitals', { spo2: 82 }, { at: minute(5) });
    reading(followed, 6, { spo2: 97 });
    expect(followed.state.alarms).toMatchObject([{ value: 82, late: true }]);
  });

  it('[VISIT57] a reading at its corrected time raises and clears what it would have there', () => {
    const cleared = reading(reading(aVisit().infusing(), 5, { spo2: 97 }), 6, { spo2: 91 });
    const last = () => cleared.state.entries.findLast(({ type }) => type === 'vitals-recorded')?.eventId ?? '';
    expect(up(cleared)).toEqual([['spo2', 'medium']]);
    cleared
      .do('correct-entry', { eventId: last(), data: { spo2: 91 }, happenedAt: minute(4) }, { at: minute(7) })
      .watch(minute(7));
    expect(up(cleared)).toEqual([]);
    const newest = reading(aVisit().infusing(), 8, { spo2: 97 });
    newest.do('record-vitals', { spo2: 82 }, { at: minute(5), now: minute(11) }).watch(minute(11));
    const wrong = newest.state.entries.findLast(({ type }) => type === 'vitals-recorded')?.eventId ?? '';
    newest
      .do('correct-entry', { eventId: wrong, data: { spo2: 82 }, happenedAt: minute(10) }, { at: minute(12) })
      .watch(minute(12));
    const current = newest.state.alarms.find(
      ({ value, late, cleared }) => value === 82 && late !== true && cleared === undefined,
    );
    expect(current).toMatchObject({ priority: 'high', of: 'spo2' });
  });

  it('[ALARM61] what was said in time is not said again', () => {
    const visit = reading(reading(reading(aVisit().infusing(), 5, { spo2: 88 }), 6, { spo2: 86 }), 7, { spo2: 97 });
    acknowledge(visit, 8).watch(minute(8));
    visit.do('record-vitals', { spo2: 87 }, { at: minute(5.5), now: minute(9) }).watch(minute(9));
    expect(visit.state.alarms).toHaveLength(1);
  });

  it('[ALARM13] what was not measured raises nothing', () => {
    expect(wantedAlarms(aVisit().checkedIn().state, IV, toMs(minute(1))).alarms).toEqual([]);
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

  it('[ALARM62] a call is not acknowledged, by nobody, and goes on to more people', () => {
    const visit = aVisit()
      .infusing()
      .do('call-physician', { reason: 'dizzy' }, { at: minute(3) });
    visit.watch(minute(3));
    const { alarmId = '', position = 0 } = visit.state.alarms[0] ?? {};
    for (const as of [NURSE, PHYSICIAN])
      expect(codeOf(visit.try('acknowledge-alarm', { alarmId, position }, { as }))).toBe('call-needs-answer ALARM62');
    expect(visit.watch(minute(4))).toEqual(['alarm-escalated']);
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

  it('[ALARM8] any worse number asks again and is shown, the same does not', () => {
    const visit = acknowledge(reading(aVisit().infusing(), 5, { spo2: 91 }), 5);
    reading(visit, 6, { spo2: 91 });
    expect(visit.state.alarms[0]?.acknowledged?.by).toEqual(NURSE);
    reading(visit, 7, { spo2: 90 });
    expect(visit.state.alarms[0]).toMatchObject({ priority: 'medium', value: 90 });
    expect(visit.state.alarms[0]?.acknowledged).toBeUndefined();
    reading(acknowledge(visit, 7), 8, { spo2: 89 });
    expect(visit.state.alarms[0]).toMatchObject({ priority: 'high', value: 89 });
    expect(visit.state.alarms[0]?.acknowledged).toBeUndefined();
  });

  it('[ALARM8] getting worse unanswered does not begin the waiting anew', () => {
    const visit = reading(aVisit().infusing(), 5, { spo2: 88 });
    reading(visit, 5.9, { spo2: 87 });
    expect(visit.watch(minute(6))).toEqual(['alarm-escalated']);
    expect(visit.state.alarms[0]).toMatchObject({ value: 87, step: 1, activeSince: minute(5) });
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

  it('[ALARM11] the end of the visit clears what nobody has to answer', () => {
    const visit = reading(aVisit().recovering(), 45, { spo2: 91 }).do('move-to-recovery', { bayId: BAY }, { at: minute(45) });
    visit.do('abort-session', { reason: 'to hospital' }, { at: minute(46) });
    expect(new Set(visit.watch(minute(46)))).toEqual(new Set(['alarm-cleared']));
    expect(up(visit)).toEqual([]);
  });

  it('[ALARM72] the end silences no high alarm and no call: they go on escalating until somebody answers', () => {
    const visit = reading(aVisit().infusing(), 5, { spo2: 85, heartRate: 130 });
    visit.do('call-physician', {}, { at: minute(5) }).watch(minute(5));
    visit.do('abort-session', { reason: 'to hospital' }, { at: minute(6) });
    expect(visit.watch(minute(6))).toEqual(['alarm-cleared', 'alarm-escalated', 'alarm-escalated']);
    expect(up(visit)).toEqual([
      ['spo2', 'high'],
      ['call', 'high'],
    ]);
    expect(visit.watch(minute(7))).toEqual(['alarm-escalated', 'alarm-escalated']);
    const spo2 = visit.state.alarms.find(({ sign }) => sign === 'spo2');
    visit.do('acknowledge-alarm', { alarmId: spo2?.alarmId ?? '', position: spo2?.position ?? 0 }, { at: minute(8) });
    expect(visit.watch(minute(8))).toEqual(['alarm-cleared']);
    visit.do('answer-call', {}, { at: minute(9), as: PHYSICIAN });
    expect(visit.watch(minute(9))).toEqual(['alarm-cleared']);
    expect([up(visit), visit.watch(minute(60))]).toEqual([[], []]);
  });

  it('[ALARM72] what was high when the visit ended is told though the watch came later; what was answered is not told again', () => {
    const visit = aVisit()
      .infusing()
      .do('record-vitals', { spo2: 85 }, { at: minute(5) })
      .do('call-physician', {}, { at: minute(5) })
      .do('abort-session', { reason: 'to hospital' }, { at: minute(5) });
    expect(visit.watch(minute(5))).toEqual(['alarm-raised', 'alarm-raised']);
    const answered = acknowledge(reading(aVisit().infusing(), 5, { spo2: 85 }), 6);
    answered.do('abort-session', { reason: 'to hospital' }, { at: minute(7) });
    expect(answered.watch(minute(7))).toEqual(['alarm-cleared']);
    // What is said of it afterwards is charting.
    const [reading85] = answered.state.entries.filter(({ data }) => 'spo2' in data && data.spo2 === 85);
    answered.do('correct-entry', { eventId: reading85?.eventId ?? '', data: { spo2: 80 } }, { at: minute(8) });
    answered.do('record-vitals', { heartRate: 170 }, { at: minute(6), now: minute(8) });
    expect(answered.watch(minute(8))).toEqual([]);
  });
});
