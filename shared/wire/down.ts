import { z } from 'zod';
import { recordedSchema } from '../log/event.ts';
import { instantSchema } from '../unit-schemas.ts';
import { CLOSE } from './close-codes.ts';

/**
 * What the server pushes. `from` is the position before the first event: all events of one commit come in one frame.
 * `now` is the server's clock; `speed` is how fast it runs (1, or the demo day's `--speed`).
 */
export const eventsFrameSchema = z.object({ from: z.int().nonnegative(), events: z.array(recordedSchema) });
export const caughtUpSchema = z.object({ position: z.int().nonnegative() });
export const beatSchema = z.object({
  now: instantSchema,
  head: z.int().nonnegative(),
  epoch: z.string(),
  speed: z.number().positive(),
});
/** The dashboard's door says why before it disconnects; the plain feed uses the same numbers as WebSocket close codes. */
export const closingSchema = z.object({ code: z.enum(CLOSE) });
export const helloSchema = z.object({
  epoch: z.string(),
  head: z.int().nonnegative(),
  protocol: z.int(),
  now: instantSchema,
  speed: z.number().positive(),
});

/** Frames of the plain feed: the same with a `type`. */
export const feedFrameSchema = z.discriminatedUnion('type', [
  helloSchema.extend({ type: z.literal('hello') }),
  eventsFrameSchema.extend({ type: z.literal('events') }),
  caughtUpSchema.extend({ type: z.literal('caught-up') }),
  beatSchema.extend({ type: z.literal('beat') }),
]);

export type EventsFrame = z.infer<typeof eventsFrameSchema>;
export type Beat = z.infer<typeof beatSchema>;
export type CaughtUp = z.infer<typeof caughtUpSchema>;
export type Closing = z.infer<typeof closingSchema>;
export type Hello = z.infer<typeof helloSchema>;
export type FeedFrame = z.infer<typeof feedFrameSchema>;
