import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aVisit, BAY, CHAIR, IV, minute, NURSE, OTHER_NURSE, PHYSICIAN, type Visit } from '../../tests/support/given-visit.ts';
import { deliveredMg } from '../dosing/delivered.ts';
import { toMs } from '../units.ts';
import type { CommandData } from './commands.ts';
import { foldSession } from './evolve.ts';
import { activeAlarms } from './evolve-alarms.ts';
import { heldBay, heldChair, isOver } from './occupancy.ts';
import type { SessionCommandType } from './said/all.ts';
import { unansweredAlarms } from './unanswered.ts';

const items = { vitalSigns: 2, activity: 2, nausea: 2, pain: 2, bleeding: 2 };
const COMMANDS: readonly (readonly [SessionCommandType, CommandData<SessionCommandType>])[] = [
  ['check-in', { identifiers: ['name', 'mrn'], weightKg: 80 }],
  ['assign-chair', { chairId: CHAIR }],
  ['record-vitals', { systolic: 122, diastolic: 78, heartRate: 70, spo2: 98, respiratoryRate: 14 }],
  ['record-vitals', { systolic: 190, diastolic: 111 }],
  ['record-observation', { moaas: 5, dissociation: 0 }],
  ['write-order', { drug: 'Ketamine', route: 'iv', doseMgPerKg: 0.5, concentrationMgPerMl: 1, durationMin: 40 }],
  ['confirm-order', {}],
  ['start-infusion', { rateMlPerHour: 60 }],
  ['change-rate', { rateMlPerHour: 30, reason: 'x' }],
  ['pause-infusion', { reason: 'x' }],
  ['resume-infusion', {}],
  ['end-infusion', { outcome: 'completed' }],
  ['give-dose', { route: 'im', doseMg: 10 }],
  ['call-physician', {}],
  ['answer-call', {}],
  ['move-to-recovery', { bayId: BAY }],
  ['score-discharge', { scale: 'padss', items }],
  ['discharge', { override: { reason: 'x' } }],
  ['abort-session', { reason: 'x' }],
  ['cancel-session', { reason: 'x' }],
  ['sign-record', { meaning: 'charted', password: 'x' }],
];

/** Plays tries with time going on; refused ones change nothing. */
function play(visit: Visit, tries: readonly { which: number; after: number; who: number }[]): Visit {
  let minutes = 0;
  for (const { which, after, who } of tries) {
    const command = COMMANDS[which % COMMANDS.length];
    if (command === undefined) continue;
    minutes += after;
    const how = { at: minute(minutes), as: [NURSE, OTHER_NURSE, PHYSICIAN][who % 3] ?? NURSE };
    const [type, data] = command;
    if (visit.try(type, data, how).ok) visit.do(type, data, how);
    visit.watch(minute(minutes));
  }
  return visit;
}

const tries = fc.array(fc.record({ which: fc.nat(COMMANDS.length - 1), after: fc.nat(12), who: fc.nat(2) }), { maxLength: 40 });

describe('folding', () => {
  it('[VISIT31] twice, or a part and then the rest, gives the same visit', () => {
    fc.assert(
      fc.property(tries, fc.nat(60), (list, cut) => {
        const { events, state } = play(aVisit().ready(), list);
        expect(foldSession(events)).toEqual(state);
        expect(foldSession(events.slice(cut), foldSession(events.slice(0, cut)))).toEqual(state);
      }),
      { seed: 20261124, numRuns: 120 },
    );
  });

  it('[VISIT32] whatever is tried, the visit stays possible', () => {
    fc.assert(
      fc.property(tries, fc.boolean(), (list, fromReady) => {
        const { state, events } = play(fromReady ? aVisit().ready() : aVisit(), list);
        const count = (type: string) => events.filter((event) => event.type === type).length;
        expect(count('checked-in')).toBeLessThanOrEqual(1);
        expect(count('infusion-started')).toBeLessThanOrEqual(1);
        expect(count('infusion-ended')).toBeLessThanOrEqual(1);
        expect(count('discharged') + count('session-aborted') + count('session-cancelled')).toBeLessThanOrEqual(1);
        // Nothing flows unless the visit says so, and nobody holds a place after the end.
        const end = toMs(events.at(-1)?.happenedAt ?? '');
        const flows = deliveredMg(state, end + 60_000) > deliveredMg(state, end);
        expect(flows).toBe(state.phase === 'infusing');
        if (isOver(state.phase)) expect([heldChair(state), heldBay(state)]).toEqual([undefined, undefined]);
        if (state.phase === 'infusing') expect(heldChair(state)).toBe(CHAIR);
        // Over means that nothing asks for a person any more but what nobody has answered.
        if (isOver(state.phase)) expect(activeAlarms(state)).toEqual(unansweredAlarms(state));
        // One alarm per number and side, or kind, at a time.
        const up = state.alarms
          .filter(({ cleared }) => cleared === undefined)
          .map(({ kind, of, bound, late, causeEventId }) => `${kind}/${of}/${bound}/${late === true ? causeEventId : ''}`);
        expect(new Set(up).size).toBe(up.length);
      }),
      { seed: 20261125, numRuns: 200 },
    );
  });

  it('[VISIT31] a log that does not begin with being scheduled is refused', () => {
    expect(() => foldSession(aVisit(IV).checkedIn().events.slice(1))).toThrow('begins with session-scheduled');
  });
});
