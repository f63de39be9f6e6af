import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson } from '../shared/log/canonical-json.ts';
import { chainHash, chainHashOfRecorded, eventJson, GENESIS, type StoredEvent, toRecorded } from './chain.ts';

const text = fc.string({ unit: 'binary', maxLength: 20 });
const stored = fc.record({
  position: fc.integer({ min: 1 }),
  id: text,
  stream: text,
  streamPosition: fc.integer({ min: 1 }),
  type: text,
  version: fc.integer({ min: 1 }),
  happenedAt: text,
  recordedAt: text,
  actorId: text,
  actorRole: fc.constantFrom('nurse', 'system'),
  deviceId: fc.option(text),
  commandId: text,
  data: fc.jsonValue().map(canonicalJson),
}) satisfies fc.Arbitrary<StoredEvent>;

it('[LOG5] the hash that is stored is the one that a reader works out from the event it was sent', () => {
  fc.assert(
    fc.property(stored, (event) => {
      expect(chainHash(GENESIS, eventJson(event))).toBe(chainHashOfRecorded(GENESIS, toRecorded(event)));
    }),
    { seed: 20261124, numRuns: 200 },
  );
});

it('[LOG17] an event’s text is what it says, its members stand in the order of the text, and a copy does not carry it', () => {
  fc.assert(
    fc.property(stored, (row) => {
      const event = toRecorded(row);
      expect(event.json).toBe(canonicalJson(event));
      expect(Object.keys(event)).toEqual(Object.keys(event).toSorted());
      expect('json' in { ...event, data: {} }).toBe(false);
    }),
    { seed: 20261126, numRuns: 200 },
  );
});
