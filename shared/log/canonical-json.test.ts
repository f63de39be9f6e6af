import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

it('[LOG17] the order in which members were set does not matter, nor do undefined ones', () => {
  expect(canonicalJson({ b: 1, a: [true, null, 'ä"'], c: undefined })).toBe('{"a":[true,null,"ä\\""],"b":1}');
  expect(canonicalJson({ a: { y: 1, x: 2 } })).toBe(canonicalJson({ a: { x: 2, y: 1 } }));
});

it('[LOG17] what was spelled reads back as the same value, spelled the same', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
    { seed: 20261124, numRuns: 300 },
  );
});

it.each([[Number.NaN], [Number.POSITIVE_INFINITY], [() => 1], [undefined], [1n], [{ a: [Symbol('a')] }], [[undefined]]])(
  '[LOG17] what JSON would quietly lose is refused: %s',
  (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  },
);
