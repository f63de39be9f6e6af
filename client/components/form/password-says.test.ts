import { expect, it } from 'vitest';
import { passwordSays } from './password-says.ts';

it('[UI165] the field of a new password says how many characters there are of those it wants', () => {
  expect(passwordSays('')).toContain('at least 12');
  expect(passwordSays('a-quiet')).toBe('At least 12 characters: there are 7.');
  expect(passwordSays('x'.repeat(201))).toBe('At most 200 characters.');
});
