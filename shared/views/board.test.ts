import { describe, expect, it } from 'vitest';
import { aVisit, BAY, CHAIR, CLINIC, idOf, minute, OTHER_CHAIR, type Visit } from '../../tests/support/given-visit.ts';
import type { SessionState } from '../session/state.ts';
import { boardAlarms, boardLayout } from './board.ts';

const DAY = ['2026-11-24T00:00:00.000Z', '2026-11-25T00:00:00.000Z'] as const;
const named = (visit: Visit, n: number, more: Partial<SessionState> = {}): SessionState => ({
  ...visit.state,
  id: idOf(n),
  ...more,
});

describe('the board', () => {
  it('[VIEW1] chairs stay in order; each holds who is there and names who is next', () => {
    const infusing = named(aVisit().infusing(), 201);
    const coming = named(aVisit(), 202, { plannedChairId: OTHER_CHAIR, plannedStart: minute(60) });
    const tomorrow = named(aVisit(), 203, { plannedStart: '2026-11-25T09:00:00.000Z' });
    const layout = boardLayout(CLINIC, [tomorrow, coming, infusing], ...DAY);
    expect(layout.chairs.map(({ chair, sessionId, nextId }) => [chair.id, sessionId, nextId])).toEqual([
      [CHAIR, idOf(201), undefined],
      [OTHER_CHAIR, undefined, idOf(202)],
    ]);
    expect(layout.arrivals).toEqual([idOf(202)]);
    expect(layout.visitsToday).toBe(2);
  });

  it('[VIEW1] a patient in recovery is in the bay, and the chair is free', () => {
    const layout = boardLayout(CLINIC, [named(aVisit().recovering(), 201)], ...DAY);
    expect(layout.chairs[0]).not.toHaveProperty('sessionId');
    expect(layout.bays).toMatchObject([{ bay: { id: BAY }, sessionId: idOf(201) }]);
  });

  it('[VIEW2, ALARM63] alarms: unanswered first, then by priority, then the longest waiting', () => {
    const alarmed = (n: number, at: number, data: Record<string, number>) => {
      const visit = aVisit()
        .infusing()
        .do('record-vitals', data, { at: minute(at) });
      visit.watch(minute(at));
      return { visit, state: () => named(visit, n) };
    };
    const old = alarmed(201, 3, { spo2: 91 });
    const fresh = alarmed(202, 5, { spo2: 91 });
    const seen = alarmed(203, 1, { spo2: 91 });
    const high = alarmed(204, 6, { spo2: 85 });
    const { alarmId, position } = seen.visit.state.alarms[0] ?? { alarmId: '', position: 0 };
    seen.visit.do('acknowledge-alarm', { alarmId, position });
    const order = boardAlarms([fresh, seen, old, high].map(({ state }) => state())).map(({ sessionId }) => sessionId);
    expect(order).toEqual([204, 201, 202, 203].map(idOf));
    const { alarmId: highId, position: at } = high.visit.state.alarms[0] ?? { alarmId: '', position: 0 };
    high.visit.do('acknowledge-alarm', { alarmId: highId, position: at });
    const after = boardAlarms([fresh, seen, old, high].map(({ state }) => state())).map(({ sessionId }) => sessionId);
    expect(after).toEqual([201, 202, 204, 203].map(idOf));
  });

  it('[ALARM63] what one reading raised is one card; what was answered of it is another', () => {
    const visit = aVisit()
      .infusing()
      .do('record-vitals', { systolic: 172, diastolic: 112, spo2: 91 }, { at: minute(3) });
    visit.watch(minute(3));
    const cards = () => boardAlarms([visit.state]).map(({ alarm, also }) => [alarm, ...also].map(({ of }) => of));
    expect(cards()).toEqual([['diastolic', 'systolicChangePercent', 'systolic', 'spo2']]);
    const spo2 = visit.state.alarms.find(({ of }) => of === 'spo2');
    visit.do('acknowledge-alarm', { alarmId: spo2?.alarmId ?? '', position: spo2?.position ?? 0 });
    expect(cards()).toEqual([['diastolic', 'systolicChangePercent', 'systolic'], ['spo2']]);
  });
});
