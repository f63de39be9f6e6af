import { expect, it } from 'vitest';
import { connectionState } from './connection-state.ts';

it.each([
  [0, true, 'live'],
  [9_999, true, 'live'],
  [10_000, true, 'catching-up'],
  [19_999, true, 'catching-up'],
  [20_000, true, 'not-live'],
  [3_600_000, false, 'not-live'],
] as const)('[UI9] %i ms after the last beat (caught up: %s) the screen is %s', (silentForMs, caughtUp, state) => {
  expect(connectionState(silentForMs, caughtUp).state).toBe(state);
});

it('[UI9] a fresh beat alone is not live: what was missed must have arrived first', () => {
  expect(connectionState(0, false).state).toBe('catching-up');
});

it('[UI9] a screen that never heard anything is not live', () => {
  expect(connectionState(undefined, false).state).toBe('connecting');
});
