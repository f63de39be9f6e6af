import { expect, it } from 'vitest';
import { idSchema } from '../../shared/unit-schemas.ts';
import { uuid7 } from './uuid7.ts';

it('[UI14] an id of a tap is a UUID version 7 of that moment, and never the same twice', () => {
  const at = Date.parse('2026-11-24T09:00:00.000Z');
  const ids = Array.from({ length: 500 }, () => uuid7(at));
  expect(new Set(ids).size).toBe(500);
  for (const id of ids) {
    expect(idSchema.safeParse(id).success).toBe(true);
    expect(id[14]).toBe('7');
    expect('89ab').toContain(id[19]);
    expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(at);
  }
});
