import { expect, it } from 'vitest';
import { restText } from './rest-text.ts';

it('[UI159] what stands behind a foot: the unanswered first, each with a count of its own, and nothing without any', () => {
  const open = {};
  const answered = { acknowledged: { by: { id: 'x', role: 'nurse' }, at: '2026-11-24T09:00:00.000Z' } } as const;
  expect(restText([])).toBeUndefined();
  expect(restText([open])).toBe('+1 open');
  expect(restText([answered, answered])).toBe('+2 answered');
  expect(restText([answered, open, answered])).toBe('+1 open, 2 answered');
});
