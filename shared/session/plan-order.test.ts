import { expect, it } from 'vitest';
import { idOf, minute } from '../../tests/support/given-visit.ts';
import { placed, renumbered } from './plan-order.ts';

const DAY = 1440;
const on = (day: number, infusionNumber?: number) => ({ id: idOf(day), plannedStart: minute(day * DAY), infusionNumber });

it('[VISIT60] a visit stands where its date puts it, and those after it move on', () => {
  const others = [on(1), on(3, 2), on(5, 3)];
  expect(placed(on(7), others, 0)).toEqual({ infusionNumber: 4, moved: [] });
  expect(placed(on(4), others, 2)).toMatchObject({ infusionNumber: 5 });
  expect(placed(on(2), others, 0)).toEqual({
    infusionNumber: 2,
    moved: [
      { id: idOf(3), infusionNumber: 3 },
      { id: idOf(5), infusionNumber: 4 },
    ],
  });
});

it('[VISIT60] without a cancelled one those after it move back; what has ended keeps its number', () => {
  expect(renumbered([on(1), on(5, 3)], 0)).toEqual([{ id: idOf(5), infusionNumber: 2 }]);
  expect(renumbered([on(5, 2), on(1)], 0)).toEqual([]);
  expect(renumbered([on(1), on(2)], 4)).toEqual([]);
});
