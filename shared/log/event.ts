import { z } from 'zod';
import { idSchema, instantSchema } from '../unit-schemas.ts';
import type { Id, Instant } from '../units.ts';
import { type Actor, actorSchema } from './roles.ts';

/**
 * One fact of the log, as `contract.md` shows it to the world.
 * `position` counts 1, 2, 3 … per clinic without gaps; `streamPosition` the same within its stream.
 */
export interface Recorded<Type extends string = string, Data = unknown> {
  readonly position: number;
  readonly id: Id;
  /** `session/<id>`, `patient/<id>`, `chair/<id>` … */
  readonly stream: string;
  readonly streamPosition: number;
  readonly type: Type;
  readonly version: number;
  /** When it happened at the chair, as the person says. */
  readonly happenedAt: Instant;
  /** When the server stored it. */
  readonly recordedAt: Instant;
  readonly actor: Actor;
  readonly deviceId?: string;
  readonly commandId: Id;
  readonly data: Data;
}

/** A fact that `decide` wants appended; the store adds ids and positions. */
export interface NewEvent<Type extends string = string, Data = unknown> {
  readonly stream: string;
  readonly type: Type;
  readonly version: number;
  readonly happenedAt: Instant;
  readonly data: Data;
}

/** Envelope of an event as it crosses a wire or leaves a database row. */
export const recordedSchema = z.object({
  position: z.int().positive(),
  id: idSchema,
  stream: z.string().regex(/^[a-z]+\/[0-9a-f-]{36}$/),
  streamPosition: z.int().positive(),
  type: z.string(),
  version: z.int().positive(),
  happenedAt: instantSchema,
  recordedAt: instantSchema,
  actor: actorSchema,
  deviceId: z.string().optional(),
  commandId: idSchema,
  data: z.unknown(),
});

/** The id part of a stream name: `session/<id>` → `<id>`. */
export function streamId(stream: string): Id {
  return stream.slice(stream.indexOf('/') + 1);
}
