import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { clinicCommandSchema } from '../clinic/commands.ts';
import { clinicEventSchema } from '../clinic/event-schemas.ts';
import { canonicalJson } from '../log/canonical-json.ts';
import { scheduleSessionSchema, sessionCommandSchema } from '../session/commands.ts';
import { sessionEventSchema } from '../session/event-schemas.ts';
import { closingSchema, feedFrameSchema } from './down.ts';
import { problemSchema } from './problem.ts';
import { feedQuerySchema, handshakeSchema, setUpSchema, signedInSchema, signInSchema } from './up.ts';
import { WIRE_PROTOCOL } from './version.ts';

/** Everything that crosses the wire with a schema. */
const WIRE = {
  handshakeSchema,
  feedQuerySchema,
  signInSchema,
  signedInSchema,
  setUpSchema,
  scheduleSessionSchema,
  sessionCommandSchema,
  clinicCommandSchema,
  sessionEventSchema,
  clinicEventSchema,
  feedFrameSchema,
  closingSchema,
  problemSchema,
};

/** What each number of the wire stands for. A released line is never changed: raise WIRE_PROTOCOL and add the next. */
const HASHES: Readonly<Record<number, string>> = {
  1: 'a6e13f7d6086dc7e7d189c77d63a9cbabd1a3ed1c82b56ce0200922e5a857bb8',
  2: '0e5e797c83c5cdf832b0a801c27f4a52a1e992f3c870135f90c8fcc04c2ff67b',
  3: '6ae515670b7174d2a64a6b63e1c3b49958deaa85411517c8b862f1d37139ff4b',
};

test('[LIVE11] the wire schemas are those of the number WIRE_PROTOCOL', () => {
  const schemas = Object.entries(WIRE).map(([name, schema]) => [
    name,
    z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }),
  ]);
  const hash = createHash('sha256')
    .update(canonicalJson(Object.fromEntries(schemas)))
    .digest('hex');
  expect(hash, 'The wire has changed: raise WIRE_PROTOCOL and add its hash').toBe(HASHES[WIRE_PROTOCOL]);
});
