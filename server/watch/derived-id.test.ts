import { expect, test } from 'vitest';
import { idSchema } from '../../shared/unit-schemas.ts';
import { derivedId } from './derived-id.ts';

test('[ALARM50] the same announcement always has the same id, another one another', () => {
  const id = derivedId('a visit|raise|limit/spo2|a reading|high|0');
  expect(derivedId('a visit|raise|limit/spo2|a reading|high|0')).toBe(id);
  expect(derivedId('a visit|raise|limit/spo2|a reading|high|1')).not.toBe(id);
  expect(idSchema.safeParse(id).success).toBe(true);
});
