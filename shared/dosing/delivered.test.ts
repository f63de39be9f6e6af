import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aVisit, IM, minute, NINE } from '../../tests/support/given-visit.ts';
import { HOUR_MS, MINUTE_MS, toMs } from '../units.ts';
import { deliveredMg, infusionProgress, rateSegments, runningSince } from './delivered.ts';

const at = (n: number) => toMs(minute(n));

describe('delivered mg', () => {
  it('[DOSE2] is rate × time × strength, pauses left out', () => {
    const visit = aVisit()
      .infusing()
      .do('change-rate', { rateMlPerHour: 30, reason: 'dizzy' }, { at: minute(10) })
      .do('pause-infusion', { reason: 'nausea' }, { at: minute(20) })
      .do('resume-infusion', { rateMlPerHour: 60 }, { at: minute(25) })
      .do('end-infusion', { outcome: 'completed' }, { at: minute(50) });
    // 10 min × 1 mg/min + 10 min × 0.5 + 0 + 25 min × 1
    expect([5, 10, 20, 25, 50, 90].map((n) => deliveredMg(visit.state, at(n)))).toEqual([5, 10, 15, 15, 40, 40]);
  });

  it('[DOSE2] counts doses given at once, but not struck ones', () => {
    const visit = aVisit(IM)
      .ready(NINE, 'im')
      .do('give-dose', { route: 'im', doseMg: 20 }, { at: minute(1) });
    visit.do('give-dose', { route: 'im', doseMg: 15 }, { at: minute(6) });
    expect([0, 1, 6].map((n) => deliveredMg(visit.state, at(n)))).toEqual([0, 20, 35]);
  });

  it('[DOSE2] follows a corrected rate', () => {
    const visit = aVisit().infusing();
    visit.do('correct-entry', { eventId: visit.events.at(-1)?.id ?? '', data: { rateMlPerHour: 30 } });
    expect(deliveredMg(visit.state, at(10))).toBe(5);
  });

  it('[DOSE5] the projected end follows each change and is silent while nothing flows', () => {
    const visit = aVisit().infusing();
    expect(infusionProgress(visit.state, at(5))?.projectedEnd).toBe(minute(40));
    visit.do('change-rate', { rateMlPerHour: 30, reason: 'dizzy' }, { at: minute(20) });
    expect(infusionProgress(visit.state, at(21))?.projectedEnd).toBe(minute(60));
    visit.do('pause-infusion', { reason: 'nausea' }, { at: minute(30) });
    expect(infusionProgress(visit.state, at(31))).toMatchObject({ rateMlPerHour: 0, runMs: 30 * MINUTE_MS });
    expect(infusionProgress(visit.state, at(31))).not.toHaveProperty('projectedEnd');
    expect(infusionProgress(aVisit().ready().state, at(0))).toBeUndefined();
  });

  it('[DEV11] how long the pump has run leaves pauses out, and is silent while nothing flows', () => {
    const visit = aVisit().infusing();
    expect(runningSince(visit.state)).toBe(minute(0));
    visit.do('pause-infusion', { reason: 'nausea' }, { at: minute(20) });
    expect(runningSince(visit.state)).toBeUndefined();
    visit.do('resume-infusion', { rateMlPerHour: 60 }, { at: minute(25) });
    expect(runningSince(visit.state)).toBe(minute(5));
    visit.do('change-rate', { rateMlPerHour: 30, reason: 'dizzy' }, { at: minute(28) });
    expect(runningSince(visit.state)).toBe(minute(5));
  });

  it('[DOSE4] never decreases and never exceeds what the stretches allow', () => {
    const step = fc.record({
      kind: fc.constantFrom('rate', 'pause', 'resume', 'end'),
      after: fc.integer({ min: 0, max: 900 }),
      rate: fc.integer({ min: 1, max: 400 }),
    });
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 12 }),
        fc.array(fc.integer({ min: 0, max: 12_000 }), { minLength: 2 }),
        (steps, looks) => {
          const visit = aVisit().infusing();
          let seconds = 0;
          for (const { kind, after, rate } of steps) {
            seconds += after;
            const how = { at: new Date(toMs(NINE) + seconds * 1000).toISOString() };
            const [type, data] =
              kind === 'rate'
                ? (['change-rate', { rateMlPerHour: rate, reason: 'x' }] as const)
                : kind === 'pause'
                  ? (['pause-infusion', { reason: 'x' }] as const)
                  : kind === 'resume'
                    ? (['resume-infusion', { rateMlPerHour: rate }] as const)
                    : (['end-infusion', { outcome: 'completed' }] as const);
            if (visit.try(type, data, how).ok) visit.do(type, data, how);
          }
          const times = looks.sort((a, b) => a - b).map((s) => toMs(NINE) + s * 1000);
          const amounts = times.map((ms) => deliveredMg(visit.state, ms));
          amounts.forEach((mg, n) => {
            expect(mg).toBeGreaterThanOrEqual(amounts[n - 1] ?? 0);
            const most = rateSegments(visit.state).reduce(
              (sum, one) => sum + (one.rateMlPerHour * Math.max(0, (times[n] ?? 0) - one.fromMs)) / HOUR_MS,
              0,
            );
            expect(mg).toBeLessThanOrEqual(most + 0.01);
          });
        },
      ),
      { seed: 20261124, numRuns: 150 },
    );
  });
});
