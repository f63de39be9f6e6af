import { expect, it } from 'vitest';
import { idSchema } from '../../shared/unit-schemas.ts';
import { newId } from './new-id.ts';

it('[UI14] an id of a tap is a UUID version 7 of that moment, after the one before and never the same twice', () => {
  const before = Date.now();
  const ids = Array.from({ length: 500 }, newId);
  const after = Date.now();
  expect(new Set(ids).size).toBe(500);
  expect(ids).toEqual(ids.toSorted());
  for (const id of ids) {
    expect(idSchema.safeParse(id).success).toBe(true);
    expect(id[14]).toBe('7');
    expect('89ab').toContain(id[19]);
    const at = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
    expect(at).toBeGreaterThanOrEqual(before);
    expect(at).toBeLessThanOrEqual(after);
  }
});
