import { describe, expect, test } from 'vitest';
import { toMs } from '../../../../shared/units.ts';
import { aVisit, IV, minute } from '../../../../tests/support/given-visit.ts';
import { nextReading, nowFacts } from './now-facts.ts';

const at = (n: number) => toMs(minute(n));
const running = () =>
  aVisit()
    .ready()
    .do('start-infusion', { rateMlPerHour: 60 }, { at: minute(0) });

describe('the now strip', () => {
  test('[UI60] time, milligrams and end follow from the record and the clock', () => {
    const visit = running();
    const facts = nowFacts(visit.state, at(10) + 24_000);
    expect(facts).toMatchObject({ phase: 'infusing', ran: '10:24', rateMlPerHour: 60, orderedMg: 40 });
    // 10.4 mg of 80 kg.
    expect(facts?.deliveredMgPerKg).toBeCloseTo(0.13, 3);
    const paused = nowFacts(visit.do('pause-infusion', { reason: 'Nausea' }, { at: minute(11) }).state, at(14) + 12_000);
    expect(paused).toMatchObject({ phase: 'paused', ran: '11:00', pausedFor: '3:12', rateMlPerHour: 0, end: { kind: 'held' } });
    expect(paused?.deliveredMg).toBe(nowFacts(visit.state, at(30))?.deliveredMg);
  });

  test('[UI60] past the planned end it says by how much, and after the end that it ended', () => {
    const visit = running();
    const planned = nowFacts(visit.state, at(1))?.end;
    if (planned?.kind !== 'projected') throw new Error('No end in sight');
    expect(nowFacts(visit.state, toMs(planned.at) + 130_000)?.end).toEqual({ ...planned, words: '2:10 past' });
    const ended = visit.do('end-infusion', { outcome: 'completed' }, { at: minute(42) }).state;
    expect(nowFacts(ended, at(46))).toMatchObject({
      phase: 'infused',
      end: { kind: 'ended', at: minute(42), words: '4 min ago' },
    });
  });

  test('[UI61] the next reading counts down, then is due, then overdue', () => {
    const { state } = running();
    expect(nextReading(state, IV, at(6) + 20_000)).toEqual({ state: 'counting', clock: '3:40', dueAt: minute(10) });
    expect(nextReading(state, IV, at(11))).toMatchObject({ state: 'due', clock: '1:00' });
    expect(nextReading(state, IV, at(13))).toMatchObject({ state: 'overdue', clock: '3:00' });
    expect(nextReading(aVisit().state, IV, at(0))).toBeUndefined();
  });
});
