import { expect, test } from 'vitest';
import { aVisit, BAY, CLINIC, idOf, minute } from '../../../tests/support/given-visit.ts';
import { recoveryRoom } from './recovery-room.ts';

const infused = () =>
  aVisit()
    .ready()
    .do('start-infusion', { rateMlPerHour: 60 }, { at: minute(0) })
    .do('end-infusion', { outcome: 'completed' }, { at: minute(40) });

test('[UI80] a bay shows who is in it; whose drug has ended without a bay waits, the longest first', () => {
  const first = infused().state;
  const second = { ...infused().state, id: idOf(101), phaseSince: minute(39) };
  const inBay = { ...infused().do('move-to-recovery', { bayId: BAY }, { at: minute(45) }).state, id: idOf(102) };
  const room = recoveryRoom(CLINIC, [first, second, inBay]);
  expect(room.bays.map(({ bay, sessionId }) => [bay.label, sessionId])).toEqual([['R1', idOf(102)]]);
  expect(room.waiting).toEqual([idOf(101), first.id]);
  expect(recoveryRoom(CLINIC, []).bays[0]?.sessionId).toBeUndefined();
});
