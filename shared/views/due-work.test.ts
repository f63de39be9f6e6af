import { describe, expect, it } from 'vitest';
import { aVisit, BAY, IM, IV, minute, NASAL, NURSE, PHYSICIAN, type Visit } from '../../tests/support/given-visit.ts';
import { toMs } from '../units.ts';
import { dueWork } from './due-work.ts';

/** What is due so many minutes after nine: kind, minute it falls due, state. */
const due = (visit: Visit, at: number) =>
  dueWork(visit.state, visit.protocol, toMs(minute(at)), visit.results, []).map(({ kind, atMs, state }) => [
    kind,
    Math.round((atMs - toMs(minute(0))) / 60_000),
    state,
  ]);
const words = (visit: Visit, at: number) =>
  dueWork(visit.state, visit.protocol, toMs(minute(at)), visit.results, []).map((item) => item.words);

describe('due work', () => {
  it('[DUE1] says nothing of a visit that was cancelled, and the same thing twice for the same moment', () => {
    const visit = aVisit().do('cancel-session', { reason: 'ill' });
    expect(due(visit, 5)).toEqual([]);
    const running = aVisit().infusing();
    expect(due(running, 5)).toEqual(due(running, 5));
  });

  it('[DUE2] before the start names each open step once, for the planned time', () => {
    const visit = aVisit();
    expect(due(visit, -5)).toEqual([['check-in', 0, 'ahead']]);
    visit.checkedIn();
    expect(due(visit, -2).map(([kind]) => kind)).toEqual(['checklist', 'baseline', 'order']);
    expect(words(visit, 0)[0]).toBe(`Checklist: ${IV.checklist.length - 2} of ${IV.checklist.length} open`);
    visit.do('answer-checklist', { item: 'consent', answer: 'no' });
    expect(words(visit, 0)[0]).toContain('1 blocks the start');
  });

  it('[DUE2] a written order waits for its second person since it was written', () => {
    const visit = aVisit().checkedIn();
    visit.do(
      'write-order',
      { drug: 'Ketamine', route: 'iv', doseMgPerKg: 0.5, concentrationMgPerMl: 1, durationMin: 40 },
      { at: minute(3), as: PHYSICIAN },
    );
    expect(due(visit, 4)).toContainEqual(['confirm', 3, 'due']);
    expect(due(visit, 4).map(([kind]) => kind)).not.toContain('order');
  });

  it('[DUE2] with nothing missing only the start is left', () => {
    expect(due(aVisit().ready(), 1)).toEqual([['start', 0, 'due']]);
    expect(words(aVisit(IM).ready(minute(0), 'im'), 1)).toEqual(['Give dose']);
  });

  it('[DUE3] while the drug runs vitals and the end count down, and become due and overdue', () => {
    const visit = aVisit().infusing();
    expect(due(visit, 9)).toEqual([
      ['vitals', 10, 'ahead'],
      ['end', 40, 'ahead'],
    ]);
    expect(due(visit, 10)[0]).toEqual(['vitals', 10, 'due']);
    expect(due(visit, 12)[0]).toEqual(['vitals', 10, 'overdue']);
    expect(due(visit, 41)[1]).toEqual(['end', 40, 'due']);
    expect(due(visit, 42)[1]).toEqual(['end', 40, 'overdue']);
  });

  it('[DUE3] a pause counts down to its limit, and the end is not foretold meanwhile', () => {
    const visit = aVisit()
      .infusing()
      .do('pause-infusion', { reason: 'distress' }, { at: minute(5) });
    expect(due(visit, 6)).toEqual([
      ['vitals', 10, 'ahead'],
      ['resume', 15, 'ahead'],
    ]);
    expect(due(visit, 15)).toContainEqual(['resume', 15, 'overdue']);
  });

  it('[DUE4] after the end a bay waits at once, and recovery counts its readings', () => {
    const visit = aVisit()
      .infusing()
      .do('end-infusion', { outcome: 'completed' }, { at: minute(40) });
    expect(due(visit, 41)).toContainEqual(['bay', 40, 'due']);
    visit.do('move-to-recovery', { bayId: BAY }, { at: minute(41) });
    expect(words(visit, 50)).toEqual([
      'Recovery vitals',
      'Signs and scales to go home',
      'PADSS score',
      'To go home: 4 of 4 open',
    ]);
    expect(due(visit, 50)).toContainEqual(['score', 100, 'ahead']);
    expect(due(visit, 101)).toContainEqual(['score', 100, 'due']);
  });

  it('[DUE4] with only minutes missing it counts down to going home', () => {
    const visit = aVisit().readyForHome();
    const items = { vitalSigns: 2, activity: 2, nausea: 2, pain: 2, bleeding: 2 };
    visit.do('record-observation', { moaas: 5, dissociation: 0, nausea: 0, pain: 0 }, { at: minute(98), now: minute(101) });
    visit.do('score-discharge', { scale: 'padss', items }, { at: minute(98), now: minute(101) });
    expect(due(visit, 99)).toContainEqual(['discharge', 100, 'ahead']);
    expect(due(visit, 101)).toContainEqual(['discharge', 100, 'due']);
  });

  it('[DUE4] a visit that is over waits for its signatures, one after the other', () => {
    const visit = aVisit().discharged();
    expect(due(visit, 110)).toEqual([['charted', 101, 'due']]);
    visit.do('sign-record', { meaning: 'charted', password: 'x' }, { at: minute(105), as: NURSE });
    expect(due(visit, 110)).toEqual([['reviewed', 105, 'due']]);
    visit.do('sign-record', { meaning: 'reviewed', password: 'x' }, { at: minute(107), as: PHYSICIAN });
    expect(due(visit, 110)).toEqual([]);
  });

  it('[DUE8] the next device is due five minutes after the last one, until the order is in', () => {
    const visit = aNasalVisit().do('give-dose', { route: 'nasal', doseMg: 28 }, { at: minute(1) });
    expect(words(visit, 2)).toContain('Device 2 of 2');
    expect(due(visit, 2)).toContainEqual(['dose', 6, 'ahead']);
    visit.do('give-dose', { route: 'nasal', doseMg: 28 }, { at: minute(6) });
    expect(due(visit, 7).map(([kind]) => kind)).not.toContain('dose');
    expect(due(visit, 7)).toContainEqual(['bay', 46, 'ahead']);
  });

  it('[DUE8] an injection that is part of the order says how much of it was given', () => {
    const visit = aVisit(IM)
      .ready(minute(0), 'im')
      .do('give-dose', { route: 'im', doseMg: 25 }, { at: minute(1) });
    expect(words(visit, 2)).toContain('Dose: 25 of 40 mg given');
  });
});

function aNasalVisit(): Visit {
  const visit = aVisit(NASAL).ready(minute(0), 'nasal');
  visit.do(
    'write-order',
    { drug: 'Esketamine', route: 'nasal', doseMg: 56, concentrationMgPerMl: 140, durationMin: 40 },
    { as: PHYSICIAN },
  );
  return visit.do('confirm-order', {});
}
