import { describe, expect, test } from 'vitest';
import { aVisit, BAY, IV, minute } from '../../../../tests/support/given-visit.ts';
import { scoreBoard } from './score-draft.ts';

const recovering = () =>
  aVisit()
    .ready()
    .do('start-infusion', { rateMlPerHour: 60 }, { at: minute(0) })
    .do('end-infusion', { outcome: 'completed' }, { at: minute(40) })
    .do('move-to-recovery', { bayId: BAY }, { at: minute(41) })
    .do('record-vitals', { systolic: 124, diastolic: 78, heartRate: 71 }, { at: minute(50) })
    .do('record-observation', { nausea: 0 }, { at: minute(50) });
const states = (board: ReturnType<typeof scoreBoard>) => board.rows.map(({ id, state }) => `${id} ${state}`);

describe('the discharge score on screen', () => {
  test('[UI72] what follows from the reading is proposed, the rest is open, and nothing can be saved yet', () => {
    const board = scoreBoard(recovering().state, IV, {});
    expect(states(board)).toEqual(['vitalSigns proposed', 'activity open', 'nausea proposed', 'pain open', 'bleeding open']);
    expect(board).toMatchObject({ open: 3, proposed: 2, saved: undefined });
    expect(board.answers).toBeUndefined();
  });

  test('[UI72] it can be saved once a person has confirmed each row, proposals too', () => {
    const confirmed = { activity: 2, pain: 2, bleeding: 2, nausea: 2 };
    expect(scoreBoard(recovering().state, IV, confirmed).answers).toBeUndefined();
    const whole = scoreBoard(recovering().state, IV, { ...confirmed, vitalSigns: 2 });
    expect(whole.answers).toEqual({ vitalSigns: 2, activity: 2, nausea: 2, pain: 2, bleeding: 2 });
    expect(whole.total).toBe(10);
  });

  test('[UI72] a saved score stands until a newer reading asks again for what follows from it', () => {
    const items = { vitalSigns: 2, activity: 1, nausea: 2, pain: 2, bleeding: 2 };
    const visit = recovering().do('score-discharge', { scale: 'padss', items }, { at: minute(55) });
    expect(scoreBoard(visit.state, IV, {})).toMatchObject({ total: 9, open: 0, proposed: 0 });
    const later = visit.do('record-vitals', { systolic: 160, diastolic: 90, heartRate: 72 }, { at: minute(70) });
    const board = scoreBoard(later.state, IV, {});
    expect(states(board)).toEqual([
      'vitalSigns proposed',
      'activity scored',
      'nausea proposed',
      'pain scored',
      'bleeding scored',
    ]);
    expect(board.rows[0]?.value).toBe(1);
  });
});
