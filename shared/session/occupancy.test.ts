import { expect, it } from 'vitest';
import { aVisit, CHAIR, minute, OTHER_CHAIR } from '../../tests/support/given-visit.ts';
import { leftChairAt } from './occupancy.ts';

it('[UI26] a chair is left when its patient goes on to recovery, to another chair, or home', () => {
  expect(leftChairAt(aVisit().infusing().state, CHAIR)).toBeUndefined();
  expect(leftChairAt(aVisit().infusing().state, OTHER_CHAIR)).toBeUndefined();
  expect(leftChairAt(aVisit().recovering().state, CHAIR)).toBe(minute(41));
  expect(leftChairAt(aVisit().discharged().state, CHAIR)).toBe(minute(41));
  const moved = aVisit()
    .checkedIn()
    .do('assign-chair', { chairId: OTHER_CHAIR }, { at: minute(5) });
  expect(leftChairAt(moved.state, CHAIR)).toBe(minute(5));
  expect(leftChairAt(moved.state, OTHER_CHAIR)).toBeUndefined();
  expect(
    leftChairAt(
      aVisit()
        .checkedIn()
        .do('cancel-session', { reason: 'unwell' }, { at: minute(9) }).state,
      CHAIR,
    ),
  ).toBe(minute(9));
});
