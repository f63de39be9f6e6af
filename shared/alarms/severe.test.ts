import { describe, expect, it } from 'vitest';
import { aVisit, IV, minute, NURSE, type Visit } from '../../tests/support/given-visit.ts';
import { asToday } from '../clinic/as-today.ts';
import { METRIC } from '../clinic/formats.ts';
import { alarmText } from '../session/alarm-text.ts';
import { isDangerous } from '../session/symptom-kinds.ts';
import { alarmNow } from '../views/alarm-now.ts';

const up = (visit: Visit) =>
  visit.state.alarms
    .filter(({ cleared }) => cleared === undefined)
    .map((alarm) => `${alarm.priority} ${alarmText(alarm)}${alarm.late === true ? ' late' : ''}`);
const symptom = (visit: Visit, at: number, kind: string, severity: number, now = at) => {
  visit.do('record-symptom', { kind, severity }, { at: minute(at), now: minute(now) }).watch(minute(now));
  return visit;
};
const seen = (visit: Visit, at: number, data: Record<string, number | number[]>) => {
  visit.do('record-observation', data, { at: minute(at) }).watch(minute(at));
  return visit;
};
const acknowledgeAll = (visit: Visit, at: number) => {
  for (const { alarmId, position, acknowledged, cleared } of visit.state.alarms)
    if (acknowledged === undefined && cleared === undefined)
      visit.do('acknowledge-alarm', { alarmId, position }, { at: minute(at), as: NURSE });
  visit.watch(minute(at));
};

describe('symptoms', () => {
  it.each([
    'Chest discomfort',
    'chest pain',
    'Laryngospasm',
    'Airway obstruction',
    'Stridor',
    'Short of breath',
    'Difficulty breathing',
    'Apnoea',
    'Allergic reaction',
    'Anaphylaxis',
    'Hives',
    'Swelling of the tongue',
    'Seizure',
    'Collapsed',
    'Syncope',
    'Palpitations',
    'Aspiration',
  ])('[ALARM66] a severe %s is a high alarm', (kind) => {
    expect(up(symptom(aVisit().infusing(), 5, kind, 3))).toEqual(['high Severe symptom, 3 of 4']);
  });

  it.each(['Headache', 'Nausea', 'Dizziness', 'Anxiety', 'Tearful'])('[ALARM66] a severe %s is a medium one', (kind) => {
    expect(isDangerous(kind)).toBe(false);
    expect(up(symptom(aVisit().infusing(), 5, kind, 4))).toEqual(['medium Severe symptom, 4 of 4']);
  });

  it('[ALARM66] below three of four nothing is raised', () => {
    expect(up(symptom(aVisit().infusing(), 5, 'Chest discomfort', 2))).toEqual([]);
  });

  it('[ALARM66] each kind has an alarm of its own, whatever its capitals; worse asks again, better ends it once somebody answered', () => {
    const visit = symptom(aVisit().infusing(), 5, 'Chest discomfort', 3);
    acknowledgeAll(visit, 6);
    symptom(visit, 7, 'Headache', 3);
    symptom(visit, 8, 'chest discomfort ', 4);
    expect(up(visit)).toEqual(['high Severe symptom, 4 of 4', 'medium Severe symptom, 3 of 4']);
    expect(visit.state.alarms[0]?.acknowledged).toBeUndefined();
    symptom(visit, 9, 'Chest discomfort', 1);
    expect(up(visit)).toEqual(['high Severe symptom, 4 of 4', 'medium Severe symptom, 3 of 4']);
    acknowledgeAll(visit, 10);
    expect(up(visit)).toEqual(['medium Severe symptom, 3 of 4']);
  });

  it('[ALARM61] one that is entered late behind a milder one is raised all the same, once, marked as late', () => {
    const visit = symptom(symptom(aVisit().infusing(), 9, 'Chest discomfort', 1), 5, 'Chest discomfort', 4, 10);
    expect(up(visit)).toEqual(['high Severe symptom, 4 of 4 late']);
    acknowledgeAll(visit, 11);
    expect(up(visit)).toEqual([]);
  });

  it('[ALARM66] the words of a symptom stand beside its alarm and nowhere in it: a wall may have the alarm', () => {
    const visit = symptom(aVisit().infusing(), 5, 'Chest discomfort', 3);
    const [alarm] = visit.state.alarms;
    if (alarm === undefined) throw new Error('no alarm');
    expect(alarmNow(visit.state, alarm, METRIC)).toEqual({ at: minute(5), reason: 'Chest discomfort' });
    expect(JSON.stringify(alarm)).not.toContain('Chest');
  });
});

describe('observations', () => {
  it.each([
    [{ rass: 2 }, undefined],
    [{ rass: 3 }, 'medium RASS +3, limit +2'],
    [{ rass: 4 }, 'high RASS +4, limit +3'],
    [{ rass: -2 }, undefined],
    [{ rass: -3 }, 'medium RASS \u22123, limit \u22122'],
    [{ rass: -5 }, 'high RASS \u22125, limit \u22123'],
    [{ cadss6: [3, 3, 3, 2, 2, 2] }, undefined],
    [{ cadss6: [3, 3, 3, 3, 2, 2] }, 'medium CADSS-6 16, limit 15'],
  ])('[ALARM67] %o', (data, said) => {
    expect(up(seen(aVisit().infusing(), 5, data))).toEqual(said === undefined ? [] : [said]);
  });

  it('[ALARM67] a protocol from before RASS and CADSS-6 alarmed has the numbers of the tables', () => {
    const { rass: _, cadss6: __, ...limits } = IV.limits;
    expect(asToday({ ...IV, limits }).limits).toEqual(IV.limits);
    expect(asToday({ ...IV, limits: { ...limits, rass: {} } }).limits.rass).toEqual({});
  });
});

describe('vomiting', () => {
  it('[ALARM68] of somebody sedated it is high, in whichever order it was seen, by scale or by symptom', () => {
    const high = ['high Vomiting, sedated'];
    const sedated = seen(aVisit().infusing(), 5, { moaas: 3 });
    expect(up(symptom(sedated, 6, 'Vomiting', 1))).toEqual(expect.arrayContaining(high));
    expect(up(seen(seen(aVisit().infusing(), 5, { nausea: 4 }), 6, { moaas: 3 }))).toEqual(expect.arrayContaining(high));
    expect(up(seen(seen(aVisit().infusing(), 5, { nausea: 4 }), 6, { moaas: 4 }))).not.toEqual(expect.arrayContaining(high));
  });

  it('[ALARM68] it goes on until answered and over; said late it is raised once', () => {
    const visit = seen(aVisit().infusing(), 5, { nausea: 4, moaas: 3 });
    seen(visit, 6, { nausea: 1, moaas: 5 });
    expect(up(visit)).toEqual(['high Vomiting, sedated']);
    acknowledgeAll(visit, 7);
    expect(up(visit)).toEqual([]);
    const late = seen(seen(aVisit().infusing(), 5, { moaas: 3 }), 10, { moaas: 5 });
    symptom(late, 6, 'Vomited', 2, 11);
    expect(up(late)).toEqual(['high Vomiting, sedated late']);
  });
});
