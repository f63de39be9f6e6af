import { describe, expect, it } from 'vitest';
import {
  aVisit,
  CLINIC,
  codeOf,
  contextOf,
  IV,
  idOf,
  minute,
  NINE,
  PATIENT,
  PHYSICIAN,
  type Visit,
} from '../../tests/support/given-visit.ts';
import type { ClinicEvent } from '../clinic/events.ts';
import { evolveClinic } from '../clinic/evolve.ts';
import { METRIC } from '../clinic/formats.ts';
import { US_CUSTOMARY } from '../clinic/proposed-formats.ts';
import type { ClinicState } from '../clinic/state.ts';
import { decideSession } from '../deciding/decide-session.ts';
import { foldSession } from '../session/evolve.ts';
import { type OwnLimits, ownLimitsText } from '../session/own-limits.ts';
import { entryText } from '../views/timeline.ts';
import { limitsLeftOut, ownLimitsOf, protocolFor, protocolThen } from '../vitals/own-limits.ts';
import { wantedAlarms } from './wanted.ts';

const reason = 'Treated hypertension, usual 150';
const said = (limits: OwnLimits) => ({ limits, reason });
const set = (visit: Visit, limits: OwnLimits, at: string) => visit.do('set-limits', said(limits), { at, as: PHYSICIAN });
const pressure = (visit: Visit, systolic: number, at: string) => visit.do('record-vitals', { systolic, diastolic: 80 }, { at });
const leftOut = (state: Visit['state'], { patients }: ClinicState) =>
  limitsLeftOut(state, patients.get(PATIENT)?.ownLimits, 'Europe/Berlin');
const limitsUp = ({ state }: Visit, at: string) =>
  wantedAlarms(state, IV, Date.parse(at))
    .alarms.filter(({ of }) => of === 'systolic')
    .map(({ priority, value, limit, late }) => `${priority} ${value}/${limit}${late === true ? ' late' : ''}`);

describe('own limits', () => {
  it('[ALARM69] take the place of the protocol’s from when they are set, and give it back', () => {
    const visit = pressure(aVisit().infusing(), 165, minute(10));
    expect(limitsUp(visit, minute(10))).toEqual(['medium 165/160']);
    set(visit, { systolic: { mediumHigh: 170 } }, minute(11));
    expect(limitsUp(visit, minute(11))).toEqual([]);
    pressure(visit, 172, minute(12));
    expect(limitsUp(visit, minute(12))).toEqual(['medium 172/170']);
    set(visit, {}, minute(13));
    expect(limitsUp(visit, minute(13))).toEqual(['medium 172/160']);
    expect(ownLimitsOf(visit.state)).toBeUndefined();
  });

  it('[ALARM69] a value from before is judged by the limits of its time', () => {
    const visit = set(aVisit().infusing(), { systolic: { mediumHigh: 170 } }, minute(1));
    pressure(visit, 165, minute(10));
    pressure(visit, 130, minute(11));
    set(visit, {}, minute(12));
    expect(limitsUp(visit, minute(12))).toEqual([]);
    pressure(visit, 165, minute(11.5));
    expect(limitsUp(visit, minute(13))).toEqual(['medium 165/160']);
  });

  it('[ALARM69] hold, going on and going home follow them; the log alone gives them again', () => {
    const high = aVisit().ready();
    pressure(high, 150, minute(1));
    const start = () => codeOf(high.try('start-infusion', { rateMlPerHour: 60 }, { at: minute(2) }));
    expect(start()).toBe('not-ready VISIT11');
    set(high, { systolic: { holdHigh: 155 } }, minute(2));
    high.do('record-observation', { moaas: 5 }, { at: minute(2) });
    high.do('record-vitals', { systolic: 150, diastolic: 80, heartRate: 70, spo2: 98, respiratoryRate: 14 }, { at: minute(2) });
    expect(start()).toBe('accepted');
    expect(foldSession(high.events)).toEqual(high.state);
    expect(protocolFor(CLINIC, foldSession(high.events)!)?.limits.systolic.hold).toEqual({ low: 90, high: 155 });

    const paused = aVisit()
      .infusing()
      .do('pause-infusion', { reason: 'pressure' }, { at: minute(10) });
    pressure(paused, 164, minute(11));
    const goOn = () => codeOf(paused.try('resume-infusion', {}, { at: minute(12) }));
    expect(goOn()).toBe('not-ready-to-resume VISIT44');
    set(paused, { systolic: { mediumHigh: 170, resumeHigh: 165 } }, minute(12));
    expect(goOn()).toBe('accepted');

    const home = aVisit().readyForHome();
    set(home, { systolic: { dischargeHigh: 120 } }, minute(101));
    expect(codeOf(home.try('discharge', {}, { at: minute(101) }))).toBe('not-ready-for-discharge VISIT25');
  });

  it('[ALARM70] cannot cross, leave the outer bounds, or name a limit that the protocol does not have', () => {
    const visit = aVisit().checkedIn();
    const tried = (limits: OwnLimits) => codeOf(visit.try('set-limits', said(limits), { as: PHYSICIAN }));
    expect(tried({ systolic: { mediumHigh: 185 } })).toBe('limits-not-possible ALARM70');
    expect(tried({ systolic: { mediumHigh: 185, highHigh: 195 } })).toBe('accepted');
    expect(tried({ systolic: { mediumHigh: 201, highHigh: 259 } })).toBe('limits-not-possible ALARM70');
    expect(tried({ spo2: { mediumLow: 79, highLow: 79 } })).toBe('limits-not-possible ALARM70');
    expect(tried({ spo2: { mediumLow: 88, highLow: 85 } })).toBe('accepted');
    expect(tried({ spo2: { mediumHigh: 98 } })).toBe('limits-not-possible ALARM70');
    expect(tried({ heartRate: { mediumLow: 130 } })).toBe('limits-not-possible ALARM70');
  });

  it('[UI161, ALARM70] are said, and refused, in the clinic’s units', () => {
    const american = { ...CLINIC, clinic: { ...CLINIC.clinic!, formats: US_CUSTOMARY } };
    const visit = aVisit(IV, { clinic: american }).checkedIn();
    const tried = visit.try('set-limits', said({ temperatureC: { mediumHigh: 41 } }), { as: PHYSICIAN });
    expect(tried).toMatchObject({ refusal: { detail: 'Temperature: a limit lies between 93.2 and 104 °F.' } });
    expect(ownLimitsText({ temperatureC: { mediumHigh: 38 } }, US_CUSTOMARY)).toBe('Temperature ≤ 100.4');
    expect(ownLimitsText({ temperatureC: { mediumHigh: 38 } }, METRIC)).toBe('Temperature ≤ 38');
  });

  it('[ALARM71] with a day they are kept with the patient, and a visit that begins until then begins with them', () => {
    const limits = { systolic: { mediumHigh: 170 }, spo2: { mediumLow: 91 } };
    const data = { limits, reason, until: '2026-12-24' };
    const command = { id: idOf(9), type: 'set-limits', at: NINE, patientId: PATIENT, data } as const;
    const first = aVisit().checkedIn();
    const decision = decideSession(first.state, command, { ...contextOf(CLINIC), actor: PHYSICIAN });
    const events = decision.ok ? decision.events : [];
    expect(events.map(({ stream, type }) => `${stream.split('/')[0]} ${type}`)).toEqual([
      'session limits-set',
      'patient patient-limits-set',
    ]);
    const clinic = evolveClinic(CLINIC, events[1] as ClinicEvent);
    expect(clinic.patients.get(PATIENT)?.ownLimits).toEqual({ ...data, by: PHYSICIAN.id });
    const beginning = (kept: ClinicState, at: string, protocol = IV) => aVisit(protocol, { clinic: kept }).checkedIn(at);
    const next = beginning(clinic, '2026-12-24T22:59:00.000Z');
    expect(ownLimitsOf(next.state)?.data).toEqual({ ...data, by: PHYSICIAN.id });
    expect(entryText(next.state.entries.find(({ type }) => type === 'limits-set')!, clinic)).toBe(
      `Own limits: Systolic ≤ 170, SpO₂ ≥ 91 · ${reason} · until 24 Dec 2026 · set by Person 2`,
    );
    expect(ownLimitsOf(beginning(clinic, '2026-12-24T23:01:00.000Z').state)).toBeUndefined();
    const bare = { ...IV, limits: { ...IV.limits, spo2: {} } };
    const protocols = new Map([[IV.id, [bare]]]);
    const without = { ...clinic, protocols };
    const partly = beginning(without, NINE, bare).state;
    expect(ownLimitsOf(partly)?.data.limits).toEqual({ systolic: limits.systolic });
    expect(leftOut(partly, without)).toEqual({ spo2: limits.spo2 });
    expect(leftOut(next.state, clinic)).toBeUndefined();
    const narrow = { ...IV, limits: { ...IV.limits, systolic: { ...IV.limits.systolic, high: { high: 165 } } } };
    const crossing = { ...clinic, protocols: new Map([[IV.id, [narrow]]]) };
    const visit = beginning(crossing, NINE, narrow);
    expect(ownLimitsOf(visit.state)).toBeUndefined();
    expect(leftOut(visit.state, crossing)).toEqual(limits);
    visit.do('set-limits', said({ spo2: { mediumLow: 92 } }), { as: PHYSICIAN });
    expect(leftOut(visit.state, crossing)).toBeUndefined();
    const taken = evolveClinic(clinic, {
      ...events[1],
      data: { ...data, id: PATIENT, by: PHYSICIAN.id, limits: {} },
    } as ClinicEvent);
    expect(taken.patients.get(PATIENT)).toEqual(CLINIC.patients.get(PATIENT));
  });

  it('[ALARM71] the day is today or later, and within a year', () => {
    const until = (day: string) =>
      codeOf(
        aVisit()
          .checkedIn()
          .try('set-limits', { ...said({ systolic: { mediumHigh: 170 } }), until: day }, { as: PHYSICIAN }),
      );
    expect(until('2026-11-23')).toBe('limits-not-possible ALARM71');
    expect(until('2027-11-26')).toBe('limits-not-possible ALARM71');
    expect(['2026-11-24', '2027-11-25', 'visit'].map(until)).toEqual(['accepted', 'accepted', 'accepted']);
  });

  it('[UI156] a replay judges by the limits of its moment when they changed in mid-visit', () => {
    const visit = set(aVisit().infusing(), { systolic: { mediumHigh: 170 } }, minute(10));
    const then = visit.state.entries.at(-1)!.position;
    set(visit, { systolic: { mediumHigh: 165 } }, minute(20));
    set(visit, {}, minute(30));
    const highAt = (position?: number) => protocolThen(IV, visit.state, position).limits.systolic.medium?.high;
    expect([highAt(then - 1), highAt(then), highAt(then + 1), highAt(then + 2), highAt()]).toEqual([160, 170, 165, 160, 160]);
  });

  it('[VISIT61] are set by a physician with a reason until the visit is over, and said in the timeline', () => {
    const visit = aVisit().checkedIn();
    const some = said({ systolic: { mediumHigh: 170, holdHigh: 160 }, spo2: { mediumLow: 90 } });
    expect(codeOf(visit.try('set-limits', some))).toBe('not-allowed VISIT61');
    visit.do('set-limits', some, { as: PHYSICIAN });
    expect(entryText(visit.state.entries.at(-1)!, CLINIC)).toBe(
      `Own limits: Systolic ≤ 170, Systolic hold ≤ 160, SpO₂ ≥ 90 · ${reason}`,
    );
    const over = aVisit().discharged();
    expect(codeOf(over.try('set-limits', some, { as: PHYSICIAN }))).toBe('wrong-phase VISIT61');
    expect(ownLimitsOf(aVisit().state)).toBeUndefined();
  });
});
