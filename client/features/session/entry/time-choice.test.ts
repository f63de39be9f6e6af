import { expect, test } from 'vitest';
import { toMs } from '../../../../shared/units.ts';
import { minute } from '../../../../tests/support/given-visit.ts';
import { moved } from './moved.ts';

test('[UI59] a time can be set back and forth, but never past now', () => {
  const touch = { id: '00000000-0000-7000-8000-000000000001', at: minute(30) };
  expect(moved(touch, -10, toMs(minute(31))).at).toBe(minute(20));
  expect(moved(touch, 1, toMs(minute(31))).at).toBe(minute(31));
  expect(moved(touch, 5, toMs(minute(31))).at).toBe(minute(31));
  expect(moved(touch, -10, toMs(minute(31))).id).toBe(touch.id);
});
