import { expect, it } from 'vitest';
import { aVisit, IV, minute, type Visit } from '../../tests/support/given-visit.ts';
import type { Protocol } from '../clinic/protocol.ts';
import { alarmText } from '../session/alarm-text.ts';
import { toMs } from '../units.ts';
import { boardAlarms } from '../views/board.ts';
import { wantedAlarms } from './wanted.ts';

const up = (visit: Visit) =>
  visit.state.alarms.filter(({ cleared }) => cleared === undefined).map(({ kind, sign, priority }) => [sign ?? kind, priority]);
const reading = (visit: Visit, at: number, data: Record<string, number>) => {
  visit.do('record-vitals', data, { at: minute(at) }).watch(minute(at));
  return visit;
};
/** A reading that leaves nothing out. */
const wholeReading = (visit: Visit, at: number) => {
  visit.do('record-observation', { moaas: 5 }, { at: minute(at) });
  return reading(visit, at, { systolic: 124, diastolic: 78, heartRate: 70, spo2: 98, respiratoryRate: 14 });
};
it('[ALARM3] low at due + grace, medium at twice the interval, gone with the next reading', () => {
  const visit = aVisit().infusing();
  expect(visit.watch('2026-11-24T09:11:59.999Z')).toEqual([]);
  expect(wantedAlarms(visit.state, IV, toMs(minute(1))).nextAtMs).toBe(toMs(minute(12)));
  visit.watch(minute(12));
  expect(up(visit)).toEqual([['vitals-overdue', 'low']]);
  visit.watch(minute(20));
  expect(up(visit)).toEqual([['vitals-overdue', 'medium']]);
  expect(up(wholeReading(visit, 21))).toEqual([]);
  expect(visit.state.alarms).toHaveLength(1);
});

it('[ALARM4] past the projected end: low after 2 min, medium after 10', () => {
  const visit = aVisit().infusing();
  for (const at of [10, 20, 30, 40, 50]) wholeReading(visit, at);
  expect(up(visit)).toEqual([['past-planned-end', 'medium']]);
  expect(visit.state.alarms[0]).toMatchObject({ dueAt: minute(40) });
});

it('[ALARM5] a pause of ten minutes', () => {
  const visit = wholeReading(aVisit().infusing(), 9).do('pause-infusion', { reason: 'x' }, { at: minute(9) });
  visit.watch(minute(18));
  expect(up(visit)).toEqual([]);
  visit.watch(minute(19));
  expect(up(visit)).toEqual([['pause-too-long', 'medium']]);
  visit.do('resume-infusion', {}, { at: minute(19) }).watch(minute(19));
  expect(up(visit)).toEqual([]);
});

it('[ALARM12] no reading since the end', () => {
  const visit = aVisit().infusing();
  for (const at of [10, 20, 30]) wholeReading(visit, at);
  visit.do('end-infusion', { outcome: 'completed' }, { at: minute(40) });
  expect(visit.watch(minute(46))).toEqual([]);
  visit.watch(minute(47));
  expect(up(visit)).toEqual([['no-recovery-reading', 'low']]);
});

it('[ALARM65] thirty minutes with the pressure alone: each sign of a reading, and the sedation, is overdue by itself', () => {
  const visit = reading(aVisit().infusing(), 10, { systolic: 124, diastolic: 78 });
  visit.watch('2026-11-24T09:11:59.999Z');
  expect(up(visit)).toEqual([]);
  visit.watch(minute(12));
  expect(up(visit)).toEqual(['heartRate', 'spo2', 'respiratoryRate', 'moaas'].map((sign) => [sign, 'low']));
  visit.do('record-observation', { moaas: 5 }, { at: minute(13) });
  expect(up(reading(visit, 20, { systolic: 124, diastolic: 78, spo2: 98 }))).toEqual([
    ['heartRate', 'medium'],
    ['respiratoryRate', 'medium'],
  ]);
  expect(boardAlarms([visit.state]).map(({ alarm, also }) => [alarm, ...also].map((one) => alarmText(one)))).toEqual([
    ['Heart rate overdue', 'Resp. rate overdue'],
  ]);
  expect(up(wholeReading(visit, 21))).toEqual([]);
});

it('[ALARM65] what no reading of the protocol holds is never overdue; with nothing measured at all it is the reading that is', () => {
  const bare = { ...IV, vitals: { ...IV.vitals, required: ['systolic', 'diastolic'] }, limits: { ...IV.limits, moaas: {} } };
  const visit = reading(aVisit(bare as Protocol).infusing(), 10, { systolic: 124, diastolic: 78 });
  reading(visit, 19, { systolic: 124, diastolic: 78 }).watch(minute(28));
  expect(up(visit)).toEqual([]);
  const silent = aVisit().infusing();
  silent.watch(minute(25));
  expect(up(silent)).toEqual([['vitals-overdue', 'medium']]);
});
