import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aVisit, CLINIC, IV, minute, type Visit } from '../../tests/support/given-visit.ts';
import { infusionProgress } from '../dosing/delivered.ts';
import { toMs } from '../units.ts';
import { summarizeSession } from '../views/session-summary.ts';
import { vitalsSchedule } from '../vitals/due.ts';
import { baselineOf, bloodPressures, latestOf, seriesOf } from '../vitals/latest.ts';
import { entriesOf } from './entries.ts';
import { foldSession } from './evolve.ts';
import type { SessionState } from './state.ts';

/** All that rules and screens work out of a visit's entries. */
function workedOut(session: SessionState) {
  return {
    pressures: bloodPressures(session),
    baseline: baselineOf(session),
    spo2: [latestOf(session, 'spo2'), seriesOf(session, 'spo2')],
    nausea: latestOf(session, 'nausea'),
    readings: entriesOf(session, 'vitals-recorded'),
    schedule: vitalsSchedule(session, IV),
    progress: infusionProgress(session, toMs(minute(30))),
    summary: summarizeSession(session, CLINIC),
  };
}

type Step = { readonly what: 'reading' | 'scale' | 'correct' | 'strike'; readonly value: number; readonly earlier: number };

/** One more thing at minute `now`, perhaps of some minutes ago, or a change of what was said before. */
function take(visit: Visit, { what, value, earlier }: Step, now: number): void {
  const how = { at: minute(now - earlier), now: minute(now) };
  if (what === 'reading') visit.do('record-vitals', { systolic: 100 + value, diastolic: 70, spo2: 90 + (value % 10) }, how);
  else if (what === 'scale') visit.do('record-observation', { nausea: value % 5 }, how);
  else {
    const readings = visit.state.entries.filter(({ type, struck }) => type === 'vitals-recorded' && struck === undefined);
    const eventId = readings[value % Math.max(1, readings.length)]?.eventId;
    if (eventId === undefined) return;
    if (what === 'strike') visit.do('strike-entry', { eventId, reason: 'x' }, { at: minute(now) });
    else visit.do('correct-entry', { eventId, data: { systolic: 100 + value, diastolic: 60 }, reason: 'x' }, { at: minute(now) });
  }
}

const steps = fc.array(
  fc.record<Step>({
    what: fc.constantFrom('reading', 'reading', 'scale', 'correct', 'strike'),
    value: fc.nat(40),
    earlier: fc.nat(9),
  }),
  { maxLength: 20 },
);

describe('what is worked out of entries', () => {
  it('[VISIT33] goes on with the visit and is always what the whole log gives', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const visit = aVisit().ready().do('start-infusion', { rateMlPerHour: 60 });
        for (const [place, step] of list.entries()) {
          take(visit, step, 10 + place);
          // Folded again from the log: none of its entries was ever asked about.
          expect(workedOut(visit.state)).toEqual(workedOut(foldSession(visit.events) as SessionState));
        }
      }),
      { seed: 20261122, numRuns: 60 },
    );
  });

  it('[VISIT33] an older look at a visit does not change when the visit goes on', () => {
    const visit = aVisit().ready();
    const before = visit.state;
    const readings = bloodPressures(before);
    visit.do('record-vitals', { systolic: 140, diastolic: 90 }, { at: minute(1) });
    expect(bloodPressures(visit.state).map(({ systolic }) => systolic)).toEqual([122, 140]);
    expect(readings.map(({ systolic }) => systolic)).toEqual([122]);
    expect(bloodPressures(before).map(({ systolic }) => systolic)).toEqual([122]);
  });
});
