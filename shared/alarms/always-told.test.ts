import fc from 'fast-check';
import { expect, it } from 'vitest';
import { aVisit, IV, minute, NURSE, type Visit } from '../../tests/support/given-visit.ts';
import { MINUTE_MS, toInstant, toMs } from '../units.ts';
import { assess } from '../vitals/assess.ts';
import { latestOf } from '../vitals/latest.ts';

const reading = fc.record({
  kind: fc.constant('reading' as const),
  /** Minutes before now: 0 is now, more is entered late. */
  lateMin: fc.constantFrom(0, 0, 0, 3, 7),
  spo2: fc.integer({ min: 84, max: 99 }),
  heartRate: fc.integer({ min: 35, max: 160 }),
  respiratoryRate: fc.integer({ min: 6, max: 32 }),
});
const mend = fc.record({
  kind: fc.constantFrom('correct' as const, 'strike' as const),
  which: fc.nat({ max: 8 }),
  spo2: fc.integer({ min: 84, max: 99 }),
  /** A correction may say that it happened so many minutes earlier. */
  earlierMin: fc.constantFrom(0, 0, 2, 5),
});
const acknowledge = fc.record({ kind: fc.constant('acknowledge' as const), which: fc.nat({ max: 4 }) });
const step = fc.oneof({ weight: 4, arbitrary: reading }, mend, acknowledge);

/** What is outside now, as `spo2 low`. */
const outsideNow = (visit: Visit) =>
  (['spo2', 'heartRate', 'respiratoryRate'] as const).flatMap((name) => {
    const found = assess(name, latestOf(visit.state, name)?.value, IV.limits);
    return typeof found === 'string' ? [] : [`${name} ${found.bound}`];
  });
const told = (visit: Visit) =>
  visit.state.alarms.flatMap(({ of, bound, cleared, late }) =>
    cleared === undefined && late !== true ? [`${of} ${bound}`] : [],
  );

it('[ALARM64, VISIT57] at any moment each number outside has an alarm of its side, whatever was late, corrected or struck', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const visit = aVisit().infusing();
      steps.forEach((what, place) => {
        const at = 20 + place;
        const entries = visit.state.entries
          .filter(({ type, struck }) => type === 'vitals-recorded' && struck === undefined)
          .slice(1);
        if (what.kind === 'reading') {
          const { spo2, heartRate, respiratoryRate } = what;
          visit.do(
            'record-vitals',
            { spo2, heartRate, respiratoryRate },
            { at: minute(at - what.lateMin), now: minute(at), as: NURSE },
          );
        } else if (what.kind === 'acknowledge') {
          const open = visit.state.alarms.filter((one) => one.cleared === undefined && one.acknowledged === undefined);
          const alarm = open[what.which % Math.max(1, open.length)];
          if (alarm !== undefined)
            visit.do('acknowledge-alarm', { alarmId: alarm.alarmId, position: alarm.position }, { at: minute(at), as: NURSE });
        } else {
          const entry = entries[what.which % Math.max(1, entries.length)];
          if (entry === undefined) return;
          if (what.kind === 'strike')
            visit.do('strike-entry', { eventId: entry.eventId, reason: 'other patient' }, { at: minute(at) });
          else {
            const happenedAt = toInstant(Math.max(toMs(minute(5)), toMs(entry.happenedAt) - what.earlierMin * MINUTE_MS));
            visit.do('correct-entry', { eventId: entry.eventId, data: { spo2: what.spo2 }, happenedAt }, { at: minute(at) });
          }
        }
        visit.watch(minute(at));
        expect(told(visit)).toEqual(expect.arrayContaining(outsideNow(visit)));
      });
    }),
    { seed: 20261126, numRuns: 150 },
  );
});
